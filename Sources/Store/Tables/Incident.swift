import Ledger
import Quantities

/// A row of `incident_entry`: the facts that are few and alike enough to share a table.
///
/// `channel` holds the way of a reminder, the day an insolvency was published (`2026-09-20`), a
/// judgment in the words of its notice or an e-mail address; `documents` those of a reminder, the
/// set-offs that an answer about a credit note speaks of, or a telephone number. The label of a
/// reminder is its level, and after it the plan, its version and the step (`firm standard 2 firm`).
struct Incident {
  var kind = ""
  var document: Int64?
  var line: Int64?
  var amount: Int64?
  var day: Int64?
  var label = ""
  var channel = ""
  var documents = ""
  var words = ""
  /// The entry that it answers: the dispute of a resolution, the plan of an agreement.
  var answers: Int64?
  /// Who said it, who deals with it, whom to ask for.
  var person = ""
  /// The parts of an instalment plan.
  var parts = ""

  init(_ fact: Fact) {
    switch fact {
    case .promise, .dispute, .resolution, .disputeOwner, .saidPaid, .instalmentPlan,
      .planAgreement, .callBack:
      takeAgreed(fact)
    case .insolvency(let insolvency):
      kind = "insolvency"
      label = insolvency.kind.rawValue
      day = Int64(insolvency.opened.number)
      channel = insolvency.published?.iso ?? ""
      words = insolvency.source
    case .waiver(let waiver):
      kind = "waiver"
      document = waiver.document.raw
      label = (waiver.waivesInterest ? "interest " : "") + (waiver.waivesCompensation ? "fee" : "")
      words = waiver.reason
    case .writeOff(let writeOff):
      kind = "writeOff"
      document = writeOff.document.raw
      amount = writeOff.amount.cents
      words = writeOff.reason
    default: take(fact)
    }
  }

  /// What was said and when to come back, rather than what is owed.
  private mutating func take(_ fact: Fact) {
    switch fact {
    case .reminder(let reminder):
      kind = "reminder"
      label = reminder.label
      channel = reminder.channel.rawValue
      documents = reminder.documents.map { String($0.raw) }.joined(separator: " ")
      words = reminder.note
    case .snooze(let snooze):
      kind = "snooze"
      document = snooze.document?.raw
      day = Int64(snooze.until.number)
      words = snooze.reason
    case .setAside(let aside):
      kind = "setAside"
      line = aside.line.raw
      documents = aside.twin.map { String($0.raw) } ?? ""
      label = aside.rule.map { String($0.raw) } ?? ""
      words = aside.reason
    case .limit(let limit):
      kind = "limit"
      amount = limit.amount.cents
      words = limit.reason
    case .creditAnswer(let answer):
      kind = "creditAnswer"
      document = answer.document.raw
      label = answer.cause.rawValue
      documents = answer.setOffs.map { String($0.raw) }.joined(separator: " ")
      words = answer.words
    case .proceedings(let notice):
      kind = "proceedings"
      label = notice.judgment.stored
      day = notice.judged.map { Int64($0.number) }
      channel = notice.nature
      words = notice.source
    default: takeAddress(fact)
    }
  }

  /// Whom to speak to, and when to be silent.
  private mutating func takeAddress(_ fact: Fact) {
    switch fact {
    case .contactPerson(let person):
      kind = "contactPerson"
      label = person.role.rawValue
      channel = person.email
      documents = person.phone
      words = person.name
    case .addressFault(let fault):
      kind = "addressFault"
      label = fault.channel.rawValue
      channel = fault.address
      words = fault.reason
    case .legalStop(let stop):
      kind = "legalStop"
      label = stop.cause.rawValue
      words = stop.reason
    case .profileOverrule(let overrule):
      kind = "profileOverrule"
      label = overrule.kind
      words = overrule.reason
    default: preconditionFailure("a fact with a table of its own")
    }
  }

  private static let names = [
    "kind", "document", "line", "amount", "day", "label", "channel", "documents", "words",
    "answers",
    "person", "parts",
  ]

  /// What is read of a row, in its order. What an earlier version wrote as a promise though it was
  /// said to be paid already is read as that, on the day it was said.
  static func columns(of table: String) -> String {
    names.map { "\(table).\($0)" }.joined(separator: ", ")
      + ", (SELECT s.said FROM said_paid_before s WHERE s.entry = \(table).number)"
  }

  init(_ row: SQLiteStatement, from first: Int32) {
    kind = row.text(first)
    document = row.intOrNil(first + 1)
    line = row.intOrNil(first + 2)
    amount = row.intOrNil(first + 3)
    day = row.intOrNil(first + 4)
    label = row.text(first + 5)
    channel = row.text(first + 6)
    documents = row.text(first + 7)
    words = row.text(first + 8)
    answers = row.intOrNil(first + 9)
    person = row.text(first + 10)
    parts = row.text(first + 11)
    if let said = row.intOrNil(first + 12) {
      kind = "saidPaid"
      day = said
    }
  }

  var onDay: Day { Day(number: Int32(day ?? 0)) }
  var onDocument: EntryNumber { EntryNumber(document ?? 0) }

  /// The fact of the row; nil for a kind that this version does not know.
  var fact: Fact? {
    switch kind {
    case "promise", "dispute", "resolution", "disputeOwner", "saidPaid", "plan", "agreement",
      "callBack":
      agreedFact
    case "insolvency":
      Insolvency.Kind(rawValue: label).map {
        .insolvency(
          Insolvency(kind: $0, opened: onDay, source: words, published: Day(iso: channel)))
      }
    case "waiver":
      .waiver(
        Waiver(
          document: onDocument, waivesInterest: label.contains("interest"),
          waivesCompensation: label.contains("fee"), reason: words))
    case "writeOff":
      .writeOff(
        WriteOff(document: onDocument, amount: Money(cents: amount ?? 0), reason: words))
    case "reminder": .reminder(reminder)
    case "snooze":
      .snooze(Snooze(until: onDay, reason: words, document: document.map(EntryNumber.init)))
    case "limit": .limit(GrantedLimit(amount: Money(cents: amount ?? 0), reason: words))
    default: secondFact
    }
  }

  private var secondFact: Fact? {
    switch kind {
    case "setAside":
      .setAside(
        SetAside(
          line: EntryNumber(line ?? 0), reason: words,
          twin: Int64(documents).map(EntryNumber.init), rule: Int64(label).map(EntryNumber.init)))
    case "creditAnswer":
      CreditAnswer.Cause(rawValue: label).map {
        .creditAnswer(
          CreditAnswer(document: onDocument, cause: $0, words: words, setOffs: numbers))
      }
    case "proceedings":
      .proceedings(
        ProceedingsNotice(
          judgment: Judgment(stored: label), nature: channel,
          judged: day.map { Day(number: Int32($0)) }, source: words))
    case "contactPerson":
      ContactRole(rawValue: label).map {
        .contactPerson(ContactPerson(role: $0, name: words, email: channel, phone: documents))
      }
    case "addressFault":
      Reminder.Channel(rawValue: label).map {
        .addressFault(AddressFault(channel: $0, address: channel, reason: words))
      }
    case "legalStop":
      LegalStop.Cause(rawValue: label).map { .legalStop(LegalStop(cause: $0, reason: words)) }
    case "profileOverrule": .profileOverrule(ProfileOverrule(kind: label, reason: words))
    default: nil
    }
  }

  private var reminder: Reminder {
    let parts = label.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let step = parts.count == 4 ? Int(parts[2]) : nil
    return Reminder(
      level: step == nil ? label : parts[0],
      channel: Reminder.Channel(rawValue: channel) ?? .email, documents: numbers, note: words,
      step: step.map { Reminder.Step(key: parts[3], plan: parts[1], version: $0) })
  }

  var numbers: [EntryNumber] {
    documents.split(separator: " ").compactMap { Int64($0) }.map(EntryNumber.init)
  }
}

extension Reminder {
  /// The level, with the step of the plan when it was one.
  fileprivate var label: String {
    guard let step else { return level }
    return "\(level) \(step.plan) \(step.version) \(step.key)"
  }
}
