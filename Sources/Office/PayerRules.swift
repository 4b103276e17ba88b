import CashApplication
import Ledger
import Quantities
import Store

/// The rules about payers that stand, as the matching of money uses them. Of two rules about the
/// same payer and customer the later one counts.
struct PayerRules {
  private struct Pair: Hashable {
    let customer: CustomerID
    let iban: String
    let payer: String
  }

  private var pays: [Pair: Bool] = [:]
  let never: NeverRules

  init(_ pen: BookWriter) throws {
    let standing = try pen.reader.payerRules(pen.company)
    never = try NeverRules(standing.filter { $0.rule.kind == .neverPays }, pen)
    for rule in standing where rule.rule.kind != .neverPays {
      guard let customer = rule.customer else { continue }
      let says = rule.rule.kind != .doesNotPay
      if !rule.rule.iban.isEmpty {
        pays[Pair(customer: customer, iban: rule.rule.iban, payer: "")] = says
      }
      if !rule.rule.payer.isEmpty {
        pays[Pair(customer: customer, iban: "", payer: rule.rule.payer)] = says
      }
    }
  }

  /// Who pays for whom by these rules.
  var memory: PayerMemory {
    var memory = PayerMemory()
    for (pair, says) in pays where says {
      memory.learn(
        pair.customer,
        from: BankLine(
          account: "", currency: .eur, booked: Day(number: 0), amount: .zero, payer: pair.payer,
          payerIBAN: pair.iban))
    }
    return memory
  }

  /// Whether a person took back that this account pays for the customer.
  func deny(_ iban: String, of customer: CustomerID) -> Bool {
    pays[Pair(customer: customer, iban: iban, payer: "")] == false
  }
}

/// The rules that set lines aside by their words.
struct NeverRules {
  private let pen: BookWriter
  private let rules: [StandingRule]
  private var phrases: LinePhrases
  /// What a person took back is not set aside by the same rule again.
  private var takenBack: Set<Pair> = []

  private struct Pair: Hashable {
    let line: EntryNumber
    let rule: EntryNumber
  }

  init(_ rules: [StandingRule], _ pen: BookWriter) throws {
    self.pen = pen
    self.rules = rules
    phrases = LinePhrases(rules.map(\.rule.words))
    if rules.isEmpty { return }
    for aside in try pen.reader.setAsides(byRuleIn: pen.company) where !aside.stands {
      takenBack.insert(Pair(line: aside.line, rule: aside.rule))
    }
  }

  /// How many lines bore the words of a rule.
  struct Outcome {
    var entries = 0
    /// What was proposed for them before.
    var proposals: [StoredProposal] = []
  }

  /// Sets aside every open line that bears the words of a rule.
  @discardableResult
  func apply(on today: Day) throws -> Outcome {
    var outcome = Outcome()
    if rules.isEmpty { return outcome }
    var phrases = phrases
    var found: [(line: EntryNumber, currency: Currency, rule: StandingRule)] = []
    try pen.reader.forEachOpenLine(pen.company) { number, line, _ in
      guard let place = phrases.place(in: line),
        !takenBack.contains(Pair(line: number, rule: rules[place].number))
      else { return }
      found.append((number, line.currency, rules[place]))
    }
    for (line, currency, rule) in found {
      outcome.proposals += try pen.reader.proposals(pen.company, line: line)
      let aside = SetAside(
        line: line, reason: "règle «\u{A0}\(rule.rule.words)\u{A0}»", rule: rule.number)
      try pen.append(.setAside(aside), currency: currency, happened: today)
      outcome.entries += 1
      try pen.dropProposals(for: line)
    }
    return outcome
  }
}
