import Behaviour
import Correspondence
import CreditPolicy
import Law
import Ledger
import Quantities
import Testing

/// Rush orders as they come by telephone, each answered by the house's own policy.
enum RushCases {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let usual: Int
    let asked: Int
    let term: SaleTerm
    var cents: Int64 = 8_000_00
    var delays = Array(repeating: 8, count: 30)
    var overdue: [Standing.OverdueInvoice] = []
    var limit: Money?
    var insolvency: Insolvency?
    var kind = Customer.Kind.business
    var testDescription: String { name }

    var customer: Customer { Cases.customer(kind: kind) }

    func offer() throws -> CounterOffer {
      let order = try RushOrder(
        amount: Money(cents: cents), usualLeadInDays: usual, askedLeadInDays: asked,
        usualTerm: term, ordered: Cases.today)
      let standing = Standing(
        customer: customer, habit: PaymentHabit(delaysInDays: delays), overdue: overdue,
        insolvency: insolvency,
        exposure: Exposure(
          balance: overdue.map(\.amount).sum(), thisOrder: order.amount, limit: limit))
      return advise(order, from: standing, by: HousePolicy())
    }

    func facts() throws -> RushFacts {
      RushFacts(try offer(), for: customer, from: Cases.sender)
    }
  }

  static let late = Standing.OverdueInvoice(
    number: "F-2031", amount: Money(cents: 4_812_00), due: Day(2026, 10, 31))
  static let later = Standing.OverdueInvoice(
    number: "F-2044", amount: Money(cents: 1_188_00), due: Day(2026, 11, 15))
  static let old = Standing.OverdueInvoice(
    number: "F-1987", amount: Money(cents: 960_00), due: Day(2026, 8, 31))
  private static func net(_ days: Int) -> SaleTerm { .credit(.net(days)) }

  static let all: [Case] = [
    Case(name: "term", usual: 14, asked: 7, term: net(60)),
    Case(name: "term-end-of-month", usual: 15, asked: 10, term: .credit(.daysThenEndOfMonth(45))),
    Case(name: "term-one-day", usual: 2, asked: 1, term: net(60), cents: 1_234_56),
    Case(name: "order", usual: 14, asked: 7, term: net(30)),
    Case(name: "order-and-surcharge", usual: 15, asked: 3, term: net(30)),
    Case(name: "surcharge", usual: 15, asked: 3, term: .onOrder),
    Case(name: "overdue", usual: 15, asked: 3, term: .onOrder, overdue: [late]),
    Case(name: "no-faster", usual: 15, asked: 20, term: net(60)),
    Case(name: "small-effort", usual: 15, asked: 14, term: net(60)),
    Case(
      name: "public-buyer", usual: 14, asked: 7, term: .credit(.publicBuyer(30)),
      kind: .publicBuyer),
    Case(name: "settle-first", usual: 14, asked: 7, term: net(60), overdue: [late]),
    Case(name: "settle-several-first", usual: 14, asked: 7, term: net(60), overdue: [late, later]),
    Case(
      name: "insolvent", usual: 14, asked: 7, term: net(60), overdue: [late],
      insolvency: Insolvency(kind: .safeguard, opened: Day(2026, 9, 1), source: "BODACC")),
    Case(name: "very-late", usual: 14, asked: 7, term: net(60), overdue: [old]),
    Case(name: "first-order", usual: 14, asked: 7, term: net(60), delays: []),
    Case(
      name: "over-limit", usual: 14, asked: 7, term: net(60), limit: Money(cents: 5_000_00)),
    Case(name: "over-the-ceiling", usual: 14, asked: 7, term: net(90)),
  ]
}
