import Ledger
import Quantities

/// A lifecycle message of the e-invoicing reform: UN/CEFACT Cross Domain Acknowledgement and
/// Response (CDAR, D22B and D23B), with a status for each document that it names.
///
/// Each document is read and handed over alone, so that a message about very many stays small.
final class LifecycleMessage {
  /// One document of a message: what it says, and what is wrong with it.
  struct Reading {
    var draft = LifecycleDraft()
    var rejections: [Rejection] = []
  }

  /// `305` for a platform's message, `23` for the buyer's or the seller's own.
  private(set) var type = ""
  private var sent = StatusMoment()
  private var acknowledged = StatusMoment()
  private var buyer = ""

  /// Reads each document of the message. Throws a `Refusal` for a damaged message, or what the body
  /// threw.
  func each(_ bytes: UnsafeRawBufferPointer, _ body: (Reading) throws -> Void) throws {
    var count = 0
    try withoutActuallyEscaping(body) { body in
      let builder = XMLTreeBuilder(LifecycleMessage.scope) { tree in
        if let reading = self.take(tree.root) {
          count += 1
          try body(reading)
        }
      }
      try XMLEvents.parse(bytes, into: builder)
    }
    guard count > 0 else { throw Refusal(.missingElement("ReferenceReferencedDocument")) }
  }

  static func read(
    _ bytes: UnsafeRawBufferPointer, batch: Int, into deliver: (Intake.Reading) throws -> Void
  ) throws {
    var reading = Intake.Reading()
    try LifecycleMessage().each(bytes) { document in
      reading.rejections += document.rejections
      if document.rejections.isEmpty { reading.drafts.append(.lifecycle(document.draft)) }
      if reading.drafts.count + reading.rejections.count >= batch {
        try deliver(reading)
        reading = Intake.Reading()
      }
    }
    if !reading.isEmpty { try deliver(reading) }
  }

  private static let scope = XMLTreeBuilder.Scope(
    documents: ["ExchangedDocument", "TypeCode", "IssueDateTime", "ReferenceReferencedDocument"],
    skipped: ["AttachmentBinaryObject"], lines: .none)

  /// What the message says of itself comes before the documents that it speaks of.
  private func take(_ node: XMLNode) -> Reading? {
    switch node.name {
    case "ExchangedDocument":
      sent = StatusMoment(node.first("IssueDateTime"))
      let issuer = node.first("IssuerTradeParty")
      if issuer?.first("RoleCode")?.text == "BY" { buyer = LifecycleMessage.siren(of: issuer) }
      return nil
    case "TypeCode":
      type = node.text
      acknowledged = StatusMoment()
      return nil
    case "IssueDateTime":
      acknowledged = StatusMoment(node)
      return nil
    default: return status(node)
    }
  }

  private func status(_ node: XMLNode) -> Reading {
    var reading = Reading()
    let moment = acknowledged.day == nil ? sent : acknowledged
    reading.draft.line = node.line
    reading.draft.reference = String(node.value("IssuerAssignedID").prefix(200))
    let type = node.value("TypeCode")
    if !type.isEmpty { reading.draft.type = type }
    reading.draft.issue = StatusMoment(node.first("FormattedIssueDateTime")).day
    reading.draft.code = Int(node.value("ProcessConditionCode")) ?? 0
    reading.draft.label = String(node.value("ProcessCondition").prefix(200))
    reading.draft.day = moment.day
    reading.draft.time = moment.time
    reading.draft.seller = LifecycleMessage.siren(of: node.first("IssuerTradeParty"))
    let recipient = LifecycleMessage.siren(of: node.first("RecipientTradeParty"))
    reading.draft.buyer = recipient.isEmpty ? buyer : recipient
    for detail in node.all("SpecifiedDocumentStatus").prefix(100) {
      take(detail, into: &reading.draft)
    }
    reading.check(node, moment)
    return reading
  }

  private func take(_ detail: XMLNode, into draft: inout LifecycleDraft) {
    let reason = StatusReason(
      code: String(detail.value("ReasonCode").prefix(60)),
      words: String(detail.value("Reason").prefix(1_000)))
    if !(reason.code.isEmpty && reason.words.isEmpty) { draft.reasons.append(reason) }
    for trait in detail.all("SpecifiedDocumentCharacteristic").prefix(100) {
      guard let value = trait.first("ValueAmount"),
        let amount = value.text.withBytes({ $0.amount })
      else { continue }
      draft.amounts.append(
        LifecycleDraft.Amount(
          kind: trait.value("TypeCode"), amount: amount,
          currency: value.attribute("currencyID").flatMap { Currency($0) }))
    }
  }

  /// The SIREN of a party: scheme 0002 is the SIREN itself, 0009 the SIRET.
  private static func siren(of party: XMLNode?) -> String {
    for id in (party?.all("GlobalID") ?? []) + (party?.all("ID") ?? []) {
      let digits = id.text.filter { $0 != " " }
      let scheme = id.attribute("schemeID") ?? ""
      guard ["0002", "0009"].contains(scheme), digits.allSatisfy({ ("0"..."9").contains($0) })
      else { continue }
      if digits.utf8.count == 9 || digits.utf8.count == 14 { return String(digits.prefix(9)) }
    }
    return ""
  }
}

extension LifecycleMessage.Reading {
  fileprivate mutating func check(_ node: XMLNode, _ moment: StatusMoment) {
    if draft.reference.isEmpty {
      reject(node, "IssuerAssignedID", Wanted.value)
    }
    if !(100...999).contains(draft.code) {
      reject(
        node, "ProcessConditionCode",
        Phrase(french: "un statut de 200 à 213, par exemple", english: "a status, such as 207"))
    }
    if moment.day == nil {
      reject(node, "IssueDateTime", Wanted.compactDay)
    }
  }

  private mutating func reject(_ node: XMLNode, _ name: String, _ wanted: Phrase) {
    let found = node.first(name)
    rejections.append(
      Rejection(
        at: (found ?? node).place, field: name, found: found?.text ?? "", wanted: wanted))
  }
}

/// A day and a time of it, as CII dates are written: `20251115144500`, `20251115` or ISO 8601.
struct StatusMoment {
  private(set) var day: Day?
  /// Six digits; empty when there is none.
  private(set) var time = ""

  init() {}

  init(_ node: XMLNode?) {
    let inner = node?.first("DateTimeString") ?? node?.first("DateTime") ?? node
    guard let text = inner?.text, text.utf8.count >= 8 else { return }
    if text.contains("-"), let day = Day(iso: text) {
      self.day = day
      take(time: text.utf8.dropFirst(11))
    } else {
      day = Day(compact: text.prefix(8))
      take(time: text.utf8.dropFirst(8))
    }
  }

  private mutating func take(time bytes: Substring.UTF8View) {
    let digits = bytes.filter { $0 != UInt8(ascii: ":") }.prefix(6).prefix {
      (48...57).contains($0)
    }
    guard day != nil, digits.count == 4 || digits.count == 6 else { return }
    time = String(decoding: digits, as: UTF8.self) + (digits.count == 4 ? "00" : "")
  }
}

extension XMLNode {
  /// The text of the first child of a name; empty when there is none.
  fileprivate func value(_ name: String) -> String { first(name)?.text ?? "" }
}
