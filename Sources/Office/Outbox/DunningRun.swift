import Claims
import Correspondence
import Dunning
public import Intake
public import Law
import Ledger
import Quantities
import Store
import Synchronization

/// What a dunning run put into the outbox.
public struct DunningReport: Hashable, Sendable {
  /// Leave by themselves.
  public var automatic = 0
  /// Wait for a person's word.
  public var toConfirm = 0
  /// Steps that a person makes: calls, visits, and what the plan leaves to people.
  public var tasks = 0
  /// Queued before: a second run finds them.
  public var known = 0
  public var thanks = 0
  /// What became of those of earlier days that had not left.
  public var rewriting = RewritingReport()
  /// Who could not be written to, and why; the first hundred of `refused`.
  public private(set) var refusals: [Phrase] = []
  public private(set) var refused = 0
  /// Steps that claim interest and were left, for want of a rate not published yet (R2.4).
  public private(set) var withheld = 0
  /// Their customers, the first ten.
  public private(set) var withheldFrom: [String] = []
  /// The rate they wait for.
  public private(set) var missingRate: UnknownRate?

  public init() {}

  mutating func refuse(_ words: Phrase) {
    refused += 1
    if refusals.count < 100 { refusals.append(words) }
  }

  mutating func withhold(_ customer: Customer, lacking rate: UnknownRate) {
    withheld += 1
    if withheldFrom.count < 10 { withheldFrom.append(customer.name) }
    if missingRate.map({ rate.half < $0.half }) ?? true { missingRate = rate }
  }
}

extension Desk {
  /// Puts the messages of today's list into the outbox, each with its reminder. What was queued
  /// today is found, not queued again; what was queued on another day and did not leave is written
  /// anew first. A step that claims interest at a rate not published yet is
  /// left and told; the others leave.
  public func dunningRun() throws -> DunningReport {
    var report = DunningReport()
    report.rewriting = try rewriteUnsent()
    _ = try dayList()
    let findings = list.withLock { $0?.decided.findings.map(\.value) } ?? []
    let archive = store.archive
    let (writer, unsettled) = try store.read { reader in
      (
        ReminderWriter(try reader.settings(), archive, pdf, on: today),
        UnsettledAccounts(try reader.unsettled(apartFrom: today))
      )
    }
    let sorted = findings.sorted {
      ($0.claim.customer.id, $0.claim.currency) < ($1.claim.customer.id, $1.claim.currency)
    }
    var steps: [DueStep] = []
    for finding in sorted {
      // The call that goes with a message is made by a person, that of an earlier one too.
      if let call = finding.call, call.level.channel != .call { report.tasks += 1 }
      guard case .send(let contact) = finding.decision else { continue }
      if let pending = unsettled[finding.claim] {
        report.refuse(pending.words(about: finding.claim.customer))
        continue
      }
      guard contact.level.mode != .manual, writer.writes(contact.level.channel) else {
        report.tasks += 1
        continue
      }
      if let missing = finding.missingRate, contact.level.asksAccessories {
        report.withhold(finding.claim.customer, lacking: missing)
        continue
      }
      steps.append(DueStep(contact: contact, claim: finding.claim))
    }
    var rest = steps[...]
    while !rest.isEmpty {
      try queue(Array(rest.prefix(Desk.stepsAtOnce)), writer, &report)
      rest = rest.dropFirst(Desk.stepsAtOnce)
    }
    report.thanks = try thankForPayments()
    return report
  }

  /// Messages written side by side and booked in one transaction.
  static let stepsAtOnce = 64

  private func queue(
    _ steps: [DueStep], _ writer: ReminderWriter, _ report: inout DunningReport
  ) throws {
    let unknown = try store.read { reader in
      try steps.filter { try reader.standingMessage($0.key) == nil }.map { step in
        var step = step
        step.copies = try reader.copiesToEnclose(of: step.contact.documents)
        return step
      }
    }
    report.known += steps.count - unknown.count
    // Setting the pages of a PDF is nearly all of the work.
    let messages = unknown.mappedOnAllCores { writer.message($0.contact, $0.claim, $0.copies) }
    let today = today
    let ends = try store.write(learned: today) { pen in
      try zip(unknown, messages).map { step, message in
        try pen.queue(message, of: step, on: today)
      }
    }
    for (end, message) in zip(ends, messages) {
      switch end {
      case .nothing: break
      case .known: report.known += 1
      case .refused(let words):
        report.refuse(words)
      case .queued:
        if message?.mode == .automatic { report.automatic += 1 } else { report.toConfirm += 1 }
      }
    }
  }
}

/// A step that is due, with the claim it speaks of.
struct DueStep: Sendable {
  let contact: Contact
  let claim: Claim
  /// The copies of its documents that may go with it.
  var copies: [EntryNumber: InvoiceCopy] = [:]

  var key: String { contact.messageKey(to: claim.customer) }
}

extension Contact {
  /// Names the step among all messages: it stands in the outbox once.
  func messageKey(to customer: Customer) -> String {
    "reminder/\(customer.id.raw)/\(step.key)/\(lead.document.raw)/\(lead.due.iso)"
  }
}

extension BookWriter {
  /// What came of putting the message of a step into the outbox.
  fileprivate enum StepEnd {
    case queued
    case known
    case refused(Phrase)
    /// There was nothing to write about.
    case nothing
  }

  fileprivate func queue(
    _ message: QueuedMessage?, of step: DueStep, on today: Day
  ) throws -> StepEnd {
    guard let message else { return .nothing }
    if try reader.wasTakenOut(message.key, on: today) { return .known }
    do {
      let number = try queueChecked(
        message, to: step.claim.customer.id, in: step.claim.currency,
        as: step.contact.reminder(note: message.subject))
      return number == nil ? .known : .queued
    } catch let refusal as OutboxRefusal {
      return .refused(refusal.words)
    }
  }
}
