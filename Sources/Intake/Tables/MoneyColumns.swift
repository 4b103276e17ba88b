import Ledger

/// A balance that follows from the movements beside it, line by line: it proves which column holds
/// which.
struct RunningBalance {
  enum Movement {
    case signed(Int)
    /// Without a sign: another column says which way.
    case marked(Int)
    case split(debit: Int, credit: Int)
  }

  let balance: Int
  let movement: Movement

  /// Fewer steps may agree by chance.
  private static let leastSteps = 3
  private static let mostColumns = 8

  /// `sense` is the column that marks debits, where there is one.
  init?(_ sample: TableSample, _ money: [Int], sense: Int?) {
    guard sample.rows.count > RunningBalance.leastSteps else { return nil }
    let money = money.prefix(RunningBalance.mostColumns)
    let rows = sample.rows.indices
    let amounts = money.map { place in rows.map { sample.cents($0, place) } }
    let isDebit = sense.map { place in
      sample.rows.map { StatementTable.isDebit(sample.text($0.cells[place])) ?? false }
    }
    for (balance, steps) in zip(money, amounts).reversed() {
      for (first, values) in zip(money, amounts) where first != balance {
        if let isDebit {
          let marked = zip(values, isDebit).map { value, pays in
            value.map { pays ? -abs($0) : abs($0) }
          }
          if RunningBalance.runs(steps, marked) {
            self.init(balance: balance, movement: .marked(first))
            return
          }
        }
        if RunningBalance.runs(steps, values) {
          self.init(balance: balance, movement: .signed(first))
          return
        }
        let others = zip(money, amounts).filter { $0.0 != balance && $0.0 != first }
        if let second = others.first(where: { RunningBalance.runs(steps, net(values, $0.1)) }) {
          self.init(balance: balance, movement: .split(debit: first, credit: second.0))
          return
        }
      }
    }
    return nil
  }

  private init(balance: Int, movement: Movement) {
    self.balance = balance
    self.movement = movement
  }

  /// Whether the balance moves by the movements, from the first line down or from the last one up.
  private static func runs(_ balance: [Int64?], _ movement: [Int64?]) -> Bool {
    var down = 0
    var up = 0
    var steps = 0
    for place in balance.indices.dropFirst() {
      guard let before = balance[place - 1], let after = balance[place],
        let here = movement[place], let above = movement[place - 1]
      else { continue }
      steps += 1
      if after - before == here { down += 1 }
      if before - after == above { up += 1 }
    }
    return steps >= leastSteps && steps * 10 >= (balance.count - 1) * 7
      && max(down, up) * 10 >= steps * 9
      && movement.contains { $0 ?? 0 != 0 }
  }
}

/// What each line brings in, from a debit column and a credit column.
private func net(_ debits: [Int64?], _ credits: [Int64?]) -> [Int64?] {
  zip(debits, credits).map { debit, credit in
    debit == nil && credit == nil ? nil : (credit ?? 0) - abs(debit ?? 0)
  }
}

/// A debit column and a credit column of which each line fills one.
struct SplitMovement {
  let debit: Int
  let credit: Int
  /// Signs or words tell which is which.
  let isSure: Bool

  init?(_ sample: TableSample, _ money: [Int]) {
    let money = money.prefix(6)
    for first in money {
      for second in money where second > first {
        guard SplitMovement.excludeEachOther(first, second, sample) else { continue }
        let verdict = SplitMovement.verdict(first, second, sample)
        debit = verdict == .secondPays ? second : first
        credit = debit == first ? second : first
        isSure = verdict != .undecided
        return
      }
    }
    return nil
  }

  private enum Verdict { case firstPays, secondPays, undecided }

  private static func excludeEachOther(_ first: Int, _ second: Int, _ sample: TableSample) -> Bool {
    var one = 0
    var firsts = 0
    for row in sample.rows.indices {
      let isFirst = sample.cents(row, first) ?? 0 != 0
      let isSecond = sample.cents(row, second) ?? 0 != 0
      if isFirst != isSecond { one += 1 }
      if isFirst { firsts += 1 }
    }
    return one * 10 >= sample.rows.count * 9 && firsts > 0 && firsts < sample.rows.count
  }

  /// A minus sign pays; so do direct debits, cards and fees.
  private static func verdict(_ first: Int, _ second: Int, _ sample: TableSample) -> Verdict {
    var votes = (first: 0, second: 0)
    for row in sample.rows.indices {
      let isFirst = sample.cents(row, first) ?? 0 != 0
      let cents = sample.cents(row, isFirst ? first : second) ?? 0
      let pays =
        cents < 0
        || sample.rows[row].cells.contains { cell in
          var words = sample.text(cell)
          return [.directDebit, .card, .fee].contains(words.withUTF8 { BankWords.kind(in: $0) })
        }
      if pays, isFirst { votes.first += 1 }
      if pays, !isFirst { votes.second += 1 }
    }
    if votes.first >= 2, votes.second == 0 { return .firstPays }
    if votes.second >= 2, votes.first == 0 { return .secondPays }
    return .undecided
  }
}
