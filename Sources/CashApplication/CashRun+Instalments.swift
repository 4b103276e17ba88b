import Ledger

/// Two lines of one payer that together pay one document: a part, and later the rest of it.
extension CashRun {
  /// A document, the line that paid a part of it, and the line that paid the rest; with the credit
  /// note that was deducted from the rest.
  private struct Instalment {
    let document: Int32
    let part: Int32
    let rest: Int32
    var credit: Int32 = -1
  }

  /// Books the pairs of lines that no other document and no other line explains.
  mutating func settleInstalments(_ lines: [Int32]) {
    var found: [Instalment] = []
    for line in lines where isWaiting[Int(line)] && waiting.lines[Int(line)].cents > 0 {
      look(at: line)
      gatherPool()
      findInstalments(into: &found)
    }
    var (lineUses, documentUses): ([Int32: Int], [Int32: Int]) = ([:], [:])
    for one in found {
      lineUses[one.part, default: 0] += 1
      lineUses[one.rest, default: 0] += 1
      documentUses[one.document, default: 0] += 1
    }
    for one in found {
      guard lineUses[one.part] == 1, lineUses[one.rest] == 1, documentUses[one.document] == 1
      else { continue }
      look(at: one.part)
      let isNamed = !evidence.named.isEmpty
      if !isNamed, mostByAmount < rules.appliedFrom { continue }
      if !hasNewProof([one.document]) { continue }
      if isNamed || isUsualPart(of: one.document) && !hasEqual(one.document) { book(one) }
    }
  }

  /// Finds documents of which the line in hand may have paid the rest.
  private mutating func findInstalments(into found: inout [Instalment]) {
    let cents = evidence.line.cents
    guard !evidence.line.isNoise, evidence.settled < 0, evidence.named.count <= 1,
      evidence.line.counted <= 1,
      guesses[Int(evidence.place)].document < 0
    else { return }
    for document in evidence.named.isEmpty ? evidence.pool : evidence.named {
      let item = index.items[Int(document)]
      guard item.open > cents, item.isOpen(on: evidence.line.day) else { continue }
      for part in earlierLines(of: item.open - cents, for: document) {
        found.append(Instalment(document: document, part: part, rest: evidence.place))
      }
      if !evidence.named.isEmpty { findWithCredit(document, into: &found) }
    }
  }

  /// The same, where a credit note was deducted from the rest.
  private func findWithCredit(_ document: Int32, into found: inout [Instalment]) {
    let item = index.items[Int(document)]
    for credit in evidence.pool {
      let note = index.items[Int(credit)]
      guard note.open < 0, note.customer == item.customer else { continue }
      let part = item.open + note.open - evidence.line.cents
      guard part > 0 else { continue }
      for line in earlierLines(of: part, for: document) {
        found.append(
          Instalment(document: document, part: line, rest: evidence.place, credit: credit))
      }
    }
  }

  /// The longest that a payer takes from a part to the rest.
  private static let longestPause: Int32 = 100

  /// Lines of an amount that came before the one in hand and may have paid a part of a document.
  private func earlierLines(of cents: Int64, for document: Int32) -> [Int32] {
    let item = index.items[Int(document)]
    let line = evidence.line
    return classes.lines(of: cents).filter { place in
      let other = waiting.lines[Int(place)]
      return isWaiting[Int(place)] && place != evidence.place && !other.isNoise
        && guesses[Int(place)].document < 0
        && item.openSince <= other.day && other.day <= line.day
        && line.day - other.day <= CashRun.longestPause && mayBe(place, from: item.customer)
        && waiting.named[other.named.range].allSatisfy { $0 == document }
    }
  }

  private mutating func book(_ one: Instalment) {
    let number = number(one.document)
    look(at: one.rest)
    let isNamed = evidence.named == [one.document]
    let score = isNamed ? 985 : 975
    let rest = Explanation(
      parts: whole([one.document]), score: score,
      reasons: [isNamed ? .reference(number) : .exactAmount, .instalment(of: number), ground])
    look(at: one.part)
    let cents = evidence.line.cents
    book(
      Explanation(
        parts: [.init(place: one.document, cents: cents)], score: score,
        reasons: [.instalment(of: number), ground]))
    look(at: one.rest)
    var answer = rest
    answer.parts = whole([one.document] + (one.credit < 0 ? [] : [one.credit]))
    if one.credit >= 0 { answer.reasons.insert(.creditNotes(1), at: 2) }
    book(answer)
  }
}
