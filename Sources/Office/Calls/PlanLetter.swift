public import Correspondence
public import Ledger
import Quantities
import Store

extension Desk {
  /// The paper of an instalment plan, for both to sign; nil when there is no such plan.
  public func planLetter(
    _ number: EntryNumber, in language: Customer.Language? = nil
  ) throws -> Letter? {
    try store.read { reader -> Letter? in
      guard let (owner, currency) = try reader.planOwner(number),
        let account = try reader.accounts(of: owner).first(where: { $0.currency == currency }),
        let plan = account.plans.first(where: { $0.number == number })
      else { return nil }
      let documents = account.items.filter { plan.fact.documents.contains($0.id) }.map { item in
        var due = item.issue
        if case .invoice(let invoice) = item.kind { due = invoice.due }
        return PlanPaper.Document(
          number: item.number, due: due, balance: item.balance(on: plan.happened))
      }
      let paper = PlanPaper(
        plan.fact, numbered: "EC-\(number.raw)", on: plan.happened, for: account.customer,
        of: documents, currency: currency)
      return composePlan(
        paper, from: Firm(settings: try reader.settings()).sender, in: language)
    }
  }
}
