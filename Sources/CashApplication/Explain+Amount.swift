import Ledger
import Quantities

/// What is left when neither text nor payer speak, and what comes back unpaid.
extension CashRun {
  /// One document alone has this amount, and nobody says who pays.
  mutating func byAmount(_ line: BankLine) -> Explanation? {
    guard evidence.payers.isEmpty, evidence.named.isEmpty,
      line.operation == .transfer || line.operation == .cheque
    else { return nil }
    equals.removeAll(keepingCapacity: true)
    let isWhole = index.items(
      ofAmount: line.amount.cents, on: line.booked.number, into: &equals)
    equals.removeAll { !habits.allows(line.operation, by: index.items[Int($0)].customer) }
    guard let first = likeliest(equals, line) else { return nil }
    guard equals.count == 1, isWhole else {
      return Explanation(
        parts: whole([first]), score: 500, reasons: [.exactAmount, .ambiguous])
    }
    // Round amounts meet by chance, and a payment at an odd time is another one's.
    let isTelling = line.amount.cents % 1_000 != 0 || line.operation == .cheque
    let isUsual = strangeness(first, line) < 2 && evidence.counted <= 1
    return Explanation(
      parts: whole([first]), score: isTelling && isUsual ? 972 : 940,
      reasons: [.exactAmount, .onlyCandidate])
  }

  /// A direct debit or cheque that comes back re-opens the document it had paid.
  mutating func comeBack(_ line: BankLine) -> Explanation? {
    let owed = -line.amount.cents
    let paid = evidence.named.filter {
      let item = index.items[Int($0)]
      return item.total > 0 && item.total - item.open >= owed && item.issue <= line.booked.number
    }
    guard let document = paid.first, paid.count == 1 else { return nil }
    let item = index.items[Int(document)]
    let isReturn = line.operation == .returned || isReturnWord(line)
    guard isReturn else { return nil }
    let isWhole = item.total - item.open == owed
    let isTheirs = evidence.payers.isEmpty || evidence.payers.contains(item.customer)
    return Explanation(
      parts: [.init(place: document, cents: line.amount.cents)],
      score: isWhole && isTheirs ? 995 : 800,
      reasons: [.returned(number(document)), isWhole ? .exactAmount : .ambiguous])
  }

  private func isReturnWord(_ line: BankLine) -> Bool {
    evidence.hasWord(in: returnWords)
  }

  /// Movements that are no customer's payment: fees, salaries, taxes, our own transfers, refunds.
  func isNoise(_ line: BankLine) -> Bool {
    line.operation == .fee || line.operation == .card || evidence.hasWord(in: noiseWords)
  }
}

private let returnWords = words(["IMPAYE", "IMPAYES", "REJET", "REJETE", "RETOUR", "RETOURNE"])

private let noiseWords = words([
  "REMBOURSEMENT", "REMBT", "PERCU", "INTERNE", "INTERETS", "SINISTRE", "INDEMNITE", "TPE", "CB",
  "DGFIP", "IMPOTS", "URSSAF", "SALAIRE", "SALAIRES", "COMMISSION", "COTISATION", "AGIOS", "LOYER",
  "EPARGNE", "SUBVENTION", "CPAM", "TVA1", "EMPRUNT", "TRESORERIE",
])

private func words(_ list: [String]) -> Set<UInt64> {
  var scratch = RemittanceText()
  for word in list { scratch.add(word) }
  return Set(scratch.runs.map { scratch.key(of: $0) })
}

extension RemittanceText {
  func key(of run: Run) -> UInt64 {
    var rolling = RollingKey(seed: 3)
    for position in Int(run.start)..<Int(run.start + run.length) { rolling.add(bytes[position]) }
    return rolling.key
  }
}

private let countedWords = words([
  "CHQ", "CHQS", "CHEQUES", "FACTURES", "FACT", "FACTS", "PIECES", "INVOICES",
])

extension Evidence {
  /// How many documents or cheques the text says there are: `REGLT 3 FACTURES`; 0 when unsaid.
  var counted: Int {
    for (run, word) in zip(text.runs, text.runs.dropFirst())
    where run.isDigits && run.length <= 2 && !word.isDigits {
      if countedWords.contains(text.key(of: word)) { return Int(run.value) }
    }
    return 0
  }

  func hasWord(in words: Set<UInt64>) -> Bool {
    text.runs.contains { !$0.isDigits && $0.length >= 2 && words.contains(text.key(of: $0)) }
  }
}
