import Claims
import Dunning
import Ledger
import Quantities
import Testing

@Suite("The rank of a contact is what asking is worth")
struct StakeTests {
  static let today = Day(2026, 3, 16)

  private func account(_ id: Int64, _ euros: Int64, due: Day) -> Account {
    var account = Account(
      customer: Customer(id: CustomerID(id), party: Party(name: "C\(id)"), kind: .consumer),
      currency: .eur)
    let total = Money(cents: euros * 100)
    let invoice = Invoice(
      number: "F-\(id)", issue: due.adding(days: -30),
      instalments: [Instalment(due: due, amount: total)], net: total, tax: .zero, gross: total,
      payable: total)
    account.items = [AccountItem(id: EntryNumber(id), kind: .invoice(invoice), learned: due)]
    return account
  }

  /// The list of accounts, each with the chance that it pays by itself, in percent.
  private func ranked(_ accounts: [(Account, percent: Int64?)]) throws -> Worklist {
    var list = Worklist(on: Self.today)
    for (account, percent) in accounts {
      let claim = try assess(account, on: Self.today, by: .standard)
      list.add(
        claim, decide(claim, after: account.reminders, by: .standard, gate: .open),
        chanceByItself: percent.map { .percent($0) })
    }
    list.rank()
    return list
  }

  private let late = Self.today.adding(days: -12)

  @Test func whoPaysByItselfComesAfterWhoDoesNot() throws {
    let list = try ranked([
      (account(1, 10_000, due: late), 90), (account(2, 5_000, due: late), 20),
      (account(3, 1_500, due: late), nil),
    ])
    #expect(list.entries.map(\.customer.id.raw) == [2, 3, 1])
    #expect(list.entries.map(\.stake.worth.cents) == [4_000_00, 1_500_00, 1_000_00])
    // What is shown and summed is the whole claim.
    #expect(list.totals[.eur]?.claimable == Money(cents: 16_500_00))
  }

  @Test func aLimitationGoesBeforeEuros() throws {
    // A consumer's debt ends two years after delivery or issue (R6.1).
    let old = Self.today.adding(months: -24).adding(days: 30 + 40)
    let far = Self.today.adding(months: -24).adding(days: 30 + 120)
    let list = try ranked([
      (account(1, 90_000, due: late), 0), (account(2, 80, due: old), 50),
      (account(3, 70, due: far), 50),
    ])
    #expect(list.entries.map(\.customer.id.raw) == [2, 1, 3])
    guard case .limitation(let last) = list.entries[0].stake.deadline else {
      Issue.record("no limitation: \(list.entries[0].stake)")
      return
    }
    #expect(Self.today.days(to: last) <= 41)
    #expect(list.entries[2].stake.deadline == nil)
    let words = list.entries[0].stake.explanation(in: .french, .eur)
    #expect(words.hasPrefix("avant tout, prescription le \(last.french)"))
  }

  @Test func aWordNotKeptGoesBeforeEuros() throws {
    var broken = account(2, 300, due: late)
    let promise = PromiseToPay(
      on: Self.today.adding(days: -5), amount: Money(cents: 300_00), words: "jeudi")
    broken.promises = [
      Dated(
        number: EntryNumber(9), happened: Self.today.adding(days: -9),
        learned: Self.today.adding(days: -9), fact: promise)
    ]
    let list = try ranked([(account(1, 5_000, due: late), 0), (broken, 50)])
    #expect(list.entries.map(\.customer.id.raw) == [2, 1])
    #expect(list.entries[0].stake.deadline == .brokenWord(of: promise.on))
  }

  @Test func whoAnnouncedMoneyForTodayLeadsThoseHeld() throws {
    func promising(_ id: Int64, _ euros: Int64, on day: Day) -> Account {
      var account = account(id, euros, due: late)
      account.promises = [
        Dated(
          number: EntryNumber(id + 50), happened: Self.today.adding(days: -2),
          learned: Self.today.adding(days: -2),
          fact: PromiseToPay(on: day, amount: Money(cents: euros * 100), words: ""))
      ]
      return account
    }
    let list = try ranked([
      (promising(1, 9_000, on: Self.today.adding(days: 3)), nil),
      (promising(2, 200, on: Self.today), nil),
    ])
    #expect(list.held.map(\.customer.id.raw) == [2, 1])
  }

  @Test func theWordsCanBeCheckedWithAPencil() throws {
    let stake = Stake(
      asked: Money(cents: 12_400_00), chanceByItself: Rate(partsPerMillion: 183_000))
    #expect(stake.worth == Money(cents: 10_168_00))
    #expect(
      stake.explanation(in: .french, .eur)
        == "12\u{202F}400,00\u{A0}€ à réclamer × 82\u{A0}% = 10\u{202F}168,00\u{A0}€\u{A0}: sans "
        + "relance, son historique laisse 18\u{A0}% de chances qu’il paie d’ici 7\u{A0}jours")
    #expect(
      stake.explanation(in: .english, .eur)
        == "€12,400.00 to claim × 82% = €10,168.00: with no reminder, the history leaves a 18% "
        + "chance of payment within 7 days")
    let unknown = Stake(asked: Money(cents: 5_00), chanceByItself: nil)
    #expect(unknown.worth == Money(cents: 5_00))
    #expect(
      unknown.explanation(in: .french, .eur)
        == "5,00\u{A0}€ à réclamer, compté entier\u{A0}: rien ne dit quand il paiera")
    // No overflow where a rounding would hide it.
    let vast = Stake(asked: Money(cents: 900_000_000_000_00), chanceByItself: .percent(50))
    #expect(vast.worth == Money(cents: 450_000_000_000_00))
  }
}
