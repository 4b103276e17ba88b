import CashApplication
import Ledger
import Quantities

/// What each movement of a demo world really paid, by the bank's reference.
struct MatchingTruth {
  private(set) var paid: [String: [String: Money]] = [:]

  init(_ path: String) throws {
    for row in try rows(of: path) where !row[0].isEmpty && !row[7].isEmpty {
      guard let cents = Int64(row[8]) else { continue }
      paid[row[0], default: [:]][row[7], default: .zero] += Money(cents: cents)
    }
  }
}

/// How many of the engine's answers are right: each document of the line, to the cent. A credit note
/// counts with the invoice that it corrects: the truth has it set off before, where the payer
/// deducts it.
struct MatchingScore {
  private var paying = 0
  private var applied = 0
  private var right = 0
  private var proposedRight = 0
  /// Lines that pay no document, and were applied to one.
  private var noise = 0

  init(of answers: [AllocationProposal], in world: MatchingWorld, by truth: MatchingTruth) {
    var lines: [EntryNumber: BankLine] = [:]
    for line in world.lines.values.joined() where line.line.amount.isPositive {
      lines[line.id] = line.line
      if truth.paid[line.line.reference] != nil { paying += 1 }
    }
    for answer in answers where !answer.parts.isEmpty && answer.verdict != .leave {
      guard let line = lines[answer.line] else { continue }
      let wanted = truth.paid[line.reference]
      let isRight = MatchingScore.isRight(answer, line, wanted ?? [:], world)
      if answer.verdict == .apply {
        applied += 1
        if isRight { right += 1 }
        if wanted == nil { noise += 1 }
      } else if isRight {
        proposedRight += 1
      }
    }
  }

  /// The parts of a batch share its reference: each must find its own documents there.
  private static func isRight(
    _ answer: AllocationProposal, _ line: BankLine, _ wanted: [String: Money],
    _ world: MatchingWorld
  ) -> Bool {
    var parts: [String: Money] = [:]
    for part in answer.parts {
      parts[world.numbers[part.document] ?? "", default: .zero] += part.amount
    }
    let (paid, wanted) = (net(parts, world), net(wanted, world))
    if line.part == 0 { return paid == wanted }
    return answer.onAccount.isZero && paid.allSatisfy { wanted[$0.key] == $0.value }
  }

  private static func net(
    _ parts: [String: Money], _ world: MatchingWorld
  ) -> [String: Money] {
    var net = parts
    for (number, amount) in parts where amount.isNegative {
      guard let invoice = world.corrected[number], parts[invoice] != nil else { continue }
      net[number] = nil
      net[invoice, default: .zero] += amount
    }
    return net
  }

  var words: String { "score \(paying) \(applied) \(right) \(proposedRight) \(noise)" }
}
