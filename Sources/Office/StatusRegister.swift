import Intake
import Ledger
import Quantities
import Store

/// Books the statuses of lifecycle messages: on their document where the book has it, else under
/// its number, until the document comes.
final class StatusRegister {
  /// What became of a status.
  enum Outcome {
    case new, known
    case rejected(Rejection)
  }

  private let pen: BookWriter
  private let firm: Firm
  private let today: Day
  /// The numbers of documents that statuses of this file wait for.
  private var awaited: [String] = []

  init(pen: BookWriter, firm: Firm, today: Day) {
    self.pen = pen
    self.firm = firm
    self.today = today
  }

  func take(_ draft: LifecycleDraft) throws -> Outcome {
    if let fault = fault(in: draft) { return .rejected(fault) }
    guard let day = draft.day else { return .known }
    let reader = try pen.reader
    let document =
      try reader.booked(reference: draft.reference, isCredit: draft.isCredit, in: pen.company)
      ?? reader.booked(reference: draft.reference, isCredit: !draft.isCredit, in: pen.company)
    guard let document else { return try wait(for: draft, day) }
    // A number comes again in another year: it is then another document.
    if let issue = draft.issue, issue.year != document.issue.year {
      return .rejected(
        reject(
          draft, "FormattedIssueDateTime", issue.french,
          Phrase(
            french: "la pièce \(draft.reference) du \(document.issue.french), que le livre connaît",
            english: "document \(draft.reference) of \(document.issue.iso), as the book has it")))
    }
    let status = status(draft, in: document.currency).attached(to: document.number)
    let isNew = try pen.append(
      .lifecycle(status), customer: document.customer, currency: document.currency, happened: day)
    return isNew == nil ? .known : .new
  }

  private func wait(for draft: LifecycleDraft, _ day: Day) throws -> Outcome {
    let currency = draft.amounts.lazy.compactMap(\.currency).first ?? .eur
    let status = status(draft, in: currency)
    let isNew = try pen.append(.lifecycle(status), currency: currency, happened: day)
    if isNew == nil { return .known }
    if !awaited.contains(draft.reference), awaited.count < 1_000 { awaited.append(draft.reference) }
    return .new
  }

  /// Puts the statuses that came before their document on the documents of this file.
  func attachArrived(since first: EntryNumber) throws {
    for (status, document) in try pen.reader.arrivedStatuses(pen.company, since: first) {
      if let issue = status.fact.issue, issue.year != document.issue.year { continue }
      try pen.append(
        .lifecycle(status.fact.attached(to: document.number)), customer: document.customer,
        currency: document.currency, happened: status.happened)
    }
  }

  /// The documents that statuses of this file wait for, in words.
  var awaitedWords: Phrase? {
    guard !awaited.isEmpty else { return nil }
    let numbers = awaited.prefix(5).joined(separator: ", ")
    let more = awaited.count > 5 ? "…" : ""
    return Phrase(
      french:
        "statuts gardés jusqu’à l’arrivée de leur pièce\u{A0}: \(numbers)\(more). Importez-la "
        + "pour qu’ils comptent",
      english:
        "statuses kept until their document comes: \(numbers)\(more). Import it so that they "
        + "count")
  }

  private func fault(in draft: LifecycleDraft) -> Rejection? {
    if let day = draft.day, day > today {
      return reject(
        draft, "IssueDateTime", day.french,
        Phrase(
          french: "une date passée\u{A0}: nous sommes le \(today.french)",
          english: "a past date: today is \(today.iso)"))
    }
    // Statuses of invoices that we received are about what we owe.
    if !firm.siren.isEmpty, !draft.seller.isEmpty, draft.seller != firm.siren {
      return reject(
        draft, "IssuerTradeParty", draft.seller,
        Phrase(
          french: "une facture émise par «\u{A0}\(firm.name)\u{A0}» (SIREN \(firm.siren)), et non "
            + "celle d’un fournisseur",
          english: "an invoice issued by \"\(firm.name)\" (SIREN \(firm.siren)), not a supplier's"))
    }
    return nil
  }

  private func reject(
    _ draft: LifecycleDraft, _ field: String, _ found: String, _ wanted: Phrase
  ) -> Rejection {
    Rejection(at: .line(draft.line), field: field, found: found, wanted: wanted)
  }

  private func status(_ draft: LifecycleDraft, in currency: Currency) -> LifecycleStatus {
    let kinds: [LifecycleStatus.AmountKind] = [.collected, .paid, .contested, .approved]
    let kind = kinds.first { kind in draft.amounts.contains { $0.kind == kind.rawValue } }
    return LifecycleStatus(
      reference: draft.reference, isCredit: draft.isCredit, issue: draft.issue, code: draft.code,
      time: draft.time, amount: kind.flatMap { draft.sum(of: $0, in: currency) }, amountKind: kind,
      reasons: draft.reasons)
  }
}

extension LifecycleDraft {
  /// The amounts of a kind together: there is one for each VAT rate. Nil when they are in another
  /// currency or beyond all bounds.
  fileprivate func sum(of kind: LifecycleStatus.AmountKind, in currency: Currency) -> Money? {
    var sum = Money.zero
    for amount in amounts where amount.kind == kind.rawValue {
      guard amount.currency == nil || amount.currency == currency else { return nil }
      let (cents, isOver) = sum.cents.addingReportingOverflow(amount.amount.cents)
      guard !isOver, cents.magnitude < 1 << 60 else { return nil }
      sum = Money(cents: cents)
    }
    return sum
  }
}
