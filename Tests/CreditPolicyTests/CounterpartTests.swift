import CreditPolicy
import Law
import Ledger
import Quantities
import Testing

/// The counterpart: lead time halved, payment term halved.
@Suite struct CounterpartTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let usual: Int
    let asked: Int
    let term: SaleTerm
    let policy: CounterpartPolicy
    let wanted: SaleTerm?
    var testDescription: String {
      "\(usual) → \(asked) days at \(term.notation), \(policy.method), \(policy.rounding)"
    }
  }

  private static func net(_ days: Int) -> SaleTerm { .credit(.net(days)) }

  static let ladder: [Case] = {
    let house = CounterpartPolicy()
    let supplier = CounterpartPolicy(rounding: .forSupplier)
    let customer = CounterpartPolicy(rounding: .forCustomer)
    let fine = CounterpartPolicy(rungsInDays: [60, 45, 30, 15])
    return [
      Case(usual: 14, asked: 7, term: net(60), policy: house, wanted: net(30)),
      Case(usual: 14, asked: 7, term: net(30), policy: house, wanted: .onOrder),
      Case(usual: 15, asked: 3, term: net(60), policy: house, wanted: .onOrder),
      Case(usual: 15, asked: 10, term: net(60), policy: house, wanted: net(30)),
      Case(usual: 15, asked: 11, term: net(60), policy: house, wanted: nil),
      Case(usual: 15, asked: 14, term: net(60), policy: house, wanted: nil),
      Case(usual: 15, asked: 14, term: net(60), policy: supplier, wanted: net(30)),
      Case(usual: 15, asked: 8, term: net(60), policy: customer, wanted: nil),
      Case(usual: 16, asked: 8, term: net(60), policy: customer, wanted: net(30)),
      Case(usual: 16, asked: 8, term: net(45), policy: house, wanted: net(30)),
      Case(
        usual: 16, asked: 8, term: .credit(.daysThenEndOfMonth(30)), policy: house,
        wanted: net(30)),
      Case(
        usual: 16, asked: 8, term: .credit(.daysThenEndOfMonth(45)), policy: house,
        wanted: net(30)),
      Case(usual: 16, asked: 4, term: net(45), policy: house, wanted: .onOrder),
      Case(usual: 16, asked: 8, term: net(10), policy: house, wanted: .onOrder),
      Case(usual: 16, asked: 8, term: .credit(.onReceipt), policy: house, wanted: .onOrder),
      Case(usual: 16, asked: 8, term: .credit(.none), policy: house, wanted: .onOrder),
      Case(usual: 16, asked: 8, term: .onOrder, policy: house, wanted: nil),
      Case(usual: 16, asked: 16, term: net(60), policy: house, wanted: nil),
      Case(usual: 16, asked: 30, term: net(60), policy: house, wanted: nil),
      Case(usual: 16, asked: 8, term: net(60), policy: fine, wanted: net(45)),
      Case(usual: 16, asked: 2, term: net(60), policy: fine, wanted: net(15)),
      Case(usual: 16, asked: 1, term: net(60), policy: fine, wanted: .onOrder),
    ]
  }()

  static let proportional: [Case] = {
    let day = CounterpartPolicy(.proportional)
    let rung = CounterpartPolicy(.proportional, step: .rung)
    return [
      Case(usual: 15, asked: 3, term: net(60), policy: day, wanted: net(12)),
      Case(usual: 15, asked: 3, term: net(60), policy: rung, wanted: .onOrder),
      Case(usual: 15, asked: 14, term: net(60), policy: day, wanted: net(56)),
      Case(usual: 15, asked: 14, term: net(60), policy: rung, wanted: net(30)),
      Case(usual: 15, asked: 1, term: net(10), policy: day, wanted: .onOrder),
      Case(usual: 15, asked: 15, term: net(60), policy: day, wanted: nil),
      Case(usual: 15, asked: 20, term: net(60), policy: day, wanted: nil),
    ]
  }()

  @Test(arguments: ladder + proportional)
  func theTermFollowsTheLeadTime(_ one: Case) throws {
    let order = try RushOrder(
      amount: Money(cents: 800_000), usualLeadInDays: one.usual, askedLeadInDays: one.asked,
      usualTerm: one.term, ordered: Day(2026, 11, 23))
    let found = counterpart(for: order, by: one.policy)
    #expect(found.term == one.wanted)
    #expect(found.due <= found.usualDue)
    #expect(!found.derivation.isEmpty)
  }

  @Test func halvingsBelowTheOrderAreSaid() throws {
    let order = try RushOrder(
      amount: Money(cents: 800_000), usualLeadInDays: 16, askedLeadInDays: 2,
      usualTerm: CounterpartTests.net(30), ordered: Day(2026, 11, 23))
    let found = counterpart(for: order, by: CounterpartPolicy())
    #expect(found.term == .onOrder)
    #expect(found.halvingsBelowOrder == 2)
    #expect(found.derivation.contains(.belowOrder(count: 2)))
  }

  @Test func aTradeWithALowerCeilingIsKept() throws {
    let order = try RushOrder(
      amount: Money(cents: 800_000), usualLeadInDays: 14, askedLeadInDays: 7,
      usualTerm: CounterpartTests.net(60), ordered: Day(2026, 11, 23))
    let cattle = counterpart(
      for: order, by: CounterpartPolicy(), in: SectorCeiling(.livestock))
    #expect(cattle.term == CounterpartTests.net(20))
    let lorries = counterpart(
      for: order, by: CounterpartPolicy(rungsInDays: [60, 45]), in: SectorCeiling(.transport))
    #expect(lorries.term == CounterpartTests.net(30))
  }

  @Test func aPublicBuyerKeepsItsLegalTerm() throws {
    let order = try RushOrder(
      amount: Money(cents: 800_000), usualLeadInDays: 14, askedLeadInDays: 7,
      usualTerm: .credit(.publicBuyer(30)), ordered: Day(2026, 11, 23))
    let found = counterpart(for: order, by: CounterpartPolicy(), from: .publicBuyer)
    #expect(found.term == nil)
    #expect(found.derivation == [.publicBuyer(PublicBuyerTerm.citation)])
  }

  @Test func wrongFiguresAreNamed() {
    func fault(_ amount: Int64, _ usual: Int, _ asked: Int, _ term: Int) -> RushFault? {
      do throws(RushFault) {
        _ = try RushOrder(
          amount: Money(cents: amount), usualLeadInDays: usual, askedLeadInDays: asked,
          usualTerm: .credit(.net(term)), ordered: Day(2026, 11, 23))
        return nil
      } catch {
        return error
      }
    }
    #expect(fault(0, 15, 3, 60) == .amountNotPositive)
    #expect(fault(-1, 15, 3, 60) == .amountNotPositive)
    #expect(fault(200_000_000_000, 15, 3, 60) == .amountTooLarge)
    #expect(fault(100, 0, 3, 60) == .usualLead(0))
    #expect(fault(100, 15, 0, 60) == .askedLead(0))
    #expect(fault(100, 15, -3, 60) == .askedLead(-3))
    #expect(fault(100, 15, 3, 400) == .usualTerm(400))
    #expect(fault(100, 15, 3, 180) == nil)
  }
}
