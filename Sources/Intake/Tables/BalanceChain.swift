import Ledger
import Quantities

/// The balances that a bank writes beside its movements, followed from line to line.
///
/// Banks write from the oldest movement down or from the newest up, and the balance on each line or
/// on the last of a day. The way that holds on more lines is the file's; where it does not hold, a
/// line is lacking or an amount was changed.
struct BalanceChain {
  /// Where a balance does not follow from the one before.
  struct Gap {
    let line: Int
    let before: Money
    let after: Money
    let movements: Money
  }

  private struct Way {
    var steps = 0
    var held = 0
    var gaps: [Gap] = []
    /// Movements since the last balance, without and with what they cost.
    var sum = Money.zero
    var costs = Money.zero
  }

  private var down = Way()
  private var up = Way()
  private var last: Money?
  private var first: Money?
  private var isConstant = true
  private static let mostGaps = 5

  init() {}

  /// A movement, with the balance beside it where there is one.
  mutating func take(_ amount: Money, cost: Money, balance: Money?, line: Int) {
    down.sum.addBounded(amount)
    down.costs.addBounded(-cost.magnitude)
    guard let balance else {
      up.sum.addBounded(amount)
      up.costs.addBounded(-cost.magnitude)
      return
    }
    if let last {
      step(&down, from: last, to: balance, line)
      // Upwards it is the line above that led from this balance to that one.
      step(&up, from: balance, to: last, line)
    }
    if first == nil { first = balance }
    if balance != first { isConstant = false }
    last = balance
    down.sum = .zero
    down.costs = .zero
    up.sum = amount
    up.costs = -cost.magnitude
  }

  /// A line between could not be read: nothing is said of the next step.
  mutating func cut() {
    last = nil
    (down.sum, down.costs, up.sum, up.costs) = (.zero, .zero, .zero, .zero)
  }

  private func step(_ way: inout Way, from before: Money, to after: Money, _ line: Int) {
    way.steps += 1
    let change = after.cents &- before.cents
    if change == way.sum.cents || change == way.sum.cents &+ way.costs.cents {
      way.held += 1
    } else if way.gaps.count < BalanceChain.mostGaps {
      way.gaps.append(Gap(line: line, before: before, after: after, movements: way.sum))
    }
  }

  /// Where the balances do not follow, and how often; none where the column is no running balance.
  var gaps: (shown: [Gap], count: Int) {
    let way = down.held >= up.held ? down : up
    let count = way.steps - way.held
    guard count > 0, !isConstant, way.held >= count || way.steps < 3 else { return ([], 0) }
    return (way.gaps, count)
  }

  /// What to say of them.
  var notes: [Note] {
    let (shown, count) = gaps
    var notes = shown.map { gap in
      let lacking = Money(cents: gap.after.cents &- gap.before.cents &- gap.movements.cents)
      return Note(
        at: .line(gap.line),
        Phrase(
          french: "à la ligne \(gap.line), le solde passe de \(gap.before.french) à "
            + "\(gap.after.french), les mouvements donnent \(gap.movements.french)\u{A0}: écart de "
            + "\(lacking.french). Une ligne manque peut-être\u{A0}: téléchargez le relevé à "
            + "nouveau.",
          english: "at line \(gap.line) the balance goes from \(gap.before.english) to "
            + "\(gap.after.english), the movements give \(gap.movements.english): "
            + "\(lacking.english) apart. A line may be lacking: download the statement again."))
    }
    if count > shown.count, let last = shown.last {
      notes.append(
        Note(
          at: .line(last.line),
          Phrase(
            french: "le solde ne suit pas les mouvements sur \(count) lignes en tout",
            english: "the balance does not follow the movements on \(count) lines in all")))
    }
    return notes
  }
}
