import CashApplication
public import Ledger
import Quantities
public import Store

extension Desk {
  /// The rules about payers that stand, newest first, each with the customer's name and how many
  /// lines it set aside.
  public func payerRules() throws -> [PayerRuleFile] {
    try store.read { reader in
      var counts: [EntryNumber: Int] = [:]
      for aside in try reader.setAsides() where aside.stands { counts[aside.rule, default: 0] += 1 }
      return try reader.payerRules().reversed().map { rule in
        PayerRuleFile(
          standing: rule,
          customerName: try rule.customer.flatMap { try reader.customer($0)?.name } ?? "",
          setAside: counts[rule.number] ?? 0)
      }
    }
  }

  /// Declares that lines with these words are never a customer's payment: this one and the others
  /// that wait are set aside, and so are those to come.
  @discardableResult
  public func neverPays(line: EntryNumber, words: String) throws -> LineDecision {
    guard LinePhrases.isTelling(words) else { throw DeskRefusal.untellingWords(words) }
    return try decide(line) { pen, decision in
      guard let bankLine = try pen.reader.bankLine(line),
        !(try pen.reader.open(ofLine: line)).isZero
      else { throw DeskRefusal.unknownLine(line) }
      var phrase = LinePhrases([words])
      guard phrase.place(in: bankLine) != nil else { throw DeskRefusal.untellingWords(words) }
      try refuseWordsOfCustomers(words, &phrase, pen.reader)
      let rule = PayerRule(.neverPays, words: words, line: line)
      guard let number = try pen.append(.payerRule(rule), happened: pen.learned) else { return }
      let standing = StandingRule(
        number: number, customer: nil, happened: pen.learned, rule: rule)
      let outcome = try NeverRules([standing], pen).apply(on: pen.learned)
      decision.proposals = outcome.proposals
      decision.learned = rule
      decision.otherLines = outcome.entries - 1
    }
  }

  /// Words that stand on what customers paid would take their next payment away.
  private func refuseWordsOfCustomers(
    _ words: String, _ phrase: inout LinePhrases, _ reader: BookReader
  ) throws {
    var (count, example) = (0, "")
    var taken = phrase
    try reader.forEachPaidLine(newest: 50_000) { line in
      guard taken.place(in: line) != nil else { return }
      count += 1
      if example.isEmpty { example = line.payer.isEmpty ? line.text : line.payer }
    }
    if count > 0 {
      throw DeskRefusal.wordsOfCustomers(words, count: count, example: String(example.prefix(60)))
    }
  }

  /// Declares that the payer of a line pays for a customer; the payer's lines that wait are read
  /// anew with it.
  @discardableResult
  public func pays(line: EntryNumber, for customer: CustomerID) throws -> LineDecision {
    try store.write(learned: today) { pen in
      guard let bankLine = try pen.reader.bankLine(line) else {
        throw DeskRefusal.unknownLine(line)
      }
      guard let known = try pen.reader.customer(customer) else {
        throw DeskRefusal.unknownCustomer(customer)
      }
      guard !bankLine.payer.isEmpty || !bankLine.payerIBAN.isEmpty else {
        throw DeskRefusal.namelessPayer(line)
      }
      var decision = LineDecision()
      try learn(.pays, bankLine, line, paysFor: customer, pen, &decision)
      let lines = try pen.reader.openLines(paidLike: bankLine, in: pen.company)
      let changed = try LineReview(of: known, in: bankLine.currency, pen)
        .run(lines, payer: bankLine)
      decision.changed = changed.filter { $0 != line }
      return decision
    }
  }

  /// Books who paid for whom, unless the book says so already.
  func learn(
    _ kind: PayerRule.Kind, _ bankLine: BankLine, _ line: EntryNumber,
    paysFor customer: CustomerID, _ pen: BookWriter, _ decision: inout LineDecision
  ) throws {
    guard bankLine.amount.isPositive else { return }
    guard let party = try pen.reader.customer(customer)?.party else { return }
    // What the customer's own file says need not be learned.
    let isOwnName = SearchKey.of(bankLine.payer) == SearchKey.of(party.name)
    let isOwnAccount = bankLine.payerIBAN == party.iban
    let payer = isOwnName ? "" : bankLine.payer
    let iban = isOwnAccount ? "" : bankLine.payerIBAN
    if payer.isEmpty, iban.isEmpty { return }
    let rule = PayerRule(kind, payer: payer, iban: iban, line: line)
    let rules = try pen.reader.payerRules().filter { $0.customer == customer }
    let last = rules.last { $0.rule.payer == payer && $0.rule.iban == iban }
    if let last, last.rule.kind != .doesNotPay { return }
    try pen.append(.payerRule(rule), customer: customer, happened: pen.learned)
    decision.learned = rule
  }

  /// Removes a rule. Lines that it set aside wait again; an account that it had taught is not
  /// taken for the customer's any more.
  public func remove(rule number: EntryNumber) throws {
    try store.write(learned: today) { pen in
      guard let rule = try pen.reader.payerRules().first(where: { $0.number == number }) else {
        throw DeskRefusal.unknownRule(number)
      }
      let asides = try pen.reader.setAsides().filter { $0.stands && $0.rule == number }
      for target in asides.map(\.entry) + [number] {
        try pen.append(
          .reversal(Reversal(of: target, reason: "règle retirée")), customer: rule.customer,
          happened: pen.learned)
      }
      guard [.confirmed, .pays].contains(rule.rule.kind), let customer = rule.customer,
        !rule.rule.iban.isEmpty
      else { return }
      let answer = PayerRule(.doesNotPay, payer: rule.rule.payer, iban: rule.rule.iban)
      try pen.append(.payerRule(answer), customer: customer, happened: pen.learned)
    }
  }
}

/// A rule about a payer as the page shows it.
public struct PayerRuleFile: Sendable {
  public let standing: StandingRule
  /// Empty for a rule that speaks of no customer.
  public let customerName: String
  /// How many lines it keeps aside.
  public let setAside: Int
}
