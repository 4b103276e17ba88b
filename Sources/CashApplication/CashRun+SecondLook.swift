import Ledger
import Quantities

/// Lines that were booked while an earlier one of just their amount waited. They are looked at anew
/// when that one's other explanations are known: who pays twice often names the document that his
/// first payment settled without a word.
extension CashRun {
  /// A line that is booked, and told only after a second look.
  struct Booked {
    let place: Int32
    var answer: Explanation
    let document: Int32
    let since: Int32
  }

  /// Whether an earlier line may be what settled the only document of the answer.
  func isToSeeAgain(_ answer: Explanation) -> Bool {
    let line = evidence.line
    guard !areStrays, answer.parts.count == 1, answer.onAccount == 0,
      answer.parts[0].cents == line.cents, line.cents > 0, line.operation != .directDebit
    else { return false }
    let since = firstSecond(of: answer.parts[0].place)
    return hasEarlier(since: since) || strays.hasLine(of: line.cents) { isRival($0, since: since) }
  }

  /// The day from which on a line may have paid a document that the one in hand pays again.
  private func firstSecond(of document: Int32) -> Int32 {
    max(index.items[Int(document)].issue, evidence.line.day - CashRun.longestSecond)
  }

  /// Whether an earlier line of the household and of this amount still waits.
  private func hasEarlier(since day: Int32) -> Bool {
    for rival in classes.lines(of: evidence.line.cents, since: day) {
      if rival == evidence.place { return false }
      if isRival(rival, since: day) { return true }
    }
    return false
  }

  /// Keeps the line in hand, which is booked, for a second look.
  mutating func seeAgain(_ answer: Explanation) {
    let document = answer.parts[0].place
    booked.append(
      Booked(
        place: evidence.place, answer: answer, document: document,
        since: firstSecond(of: document)))
    isWaiting[Int(evidence.place)] = false
  }

  /// Tells the lines of a household that need no further look; the others wait for the strays.
  mutating func lookAgainInHousehold() {
    guard firstOfHousehold < booked.count else { return }
    var left = firstOfHousehold
    var others: [Int32: Double] = [:]
    for rank in firstOfHousehold..<booked.count {
      let line = booked[rank]
      look(at: line.place)
      if isTold(line, twice: oddsOfSecond(line, &others)) { continue }
      guard strays.hasLine(of: evidence.line.cents, where: { isRival($0, since: line.since) })
      else {
        conclude(proposal(line.answer, for: evidence.line))
        continue
      }
      booked[left] = line
      left += 1
    }
    booked.removeSubrange(left...)
    firstOfHousehold = left
  }

  /// Tells the lines that were kept for the end.
  mutating func lookAgainAtStrays() {
    var others: [Int32: Double] = [:]
    for line in booked {
      look(at: line.place)
      if isTold(line, twice: oddsBesideStrays(line, &others)) { continue }
      conclude(proposal(line.answer, for: evidence.line))
    }
    booked = []
    firstOfHousehold = 0
  }

  /// Tells the line in hand as a proposal where it more or less likely pays a second time.
  private mutating func isTold(_ line: Booked, twice odds: Double) -> Bool {
    let isNearlySure = line.answer.score >= CashRun.nearlySure
    guard odds >= (isNearlySure && !areStrays ? CashRun.oddsOfSure : CashRun.oddsOfDoubt) else {
      return false
    }
    var answer = line.answer
    answer.score = min(900, Int(Double(answer.score) / (1 + odds)))
    answer.reasons.append(.earlierOfAmount)
    conclude(proposal(answer, for: evidence.line))
    reserved.append((answer.parts[0], answer.score))
    index.items[Int(line.document)].isProven = false
    isApplied[Int(line.place)] = false
    return true
  }

  private static let nearlySure = 995
  private static let oddsOfSure = 1.0
  private static let oddsOfDoubt = 0.03

  // MARK: - How likely

  /// How much likelier the line in hand pays a second time what a line of its household paid than
  /// that it pays it alone. What else those lines may have paid is looked for once.
  private mutating func oddsOfSecond(_ line: Booked, _ known: inout [Int32: Double]) -> Double {
    let (day, payer) = (evidence.line.day, evidence.line.payer)
    let alone = likelihood(of: line.document, by: line.place)
    let customer = index.items[Int(line.document)].customer
    var odds = 0.0
    for rival in classes.lines(of: evidence.line.cents, since: line.since) {
      if rival == line.place { break }
      guard !isApplied[Int(rival)], isEarlier(rival, than: line), isKnown(payer, beside: rival),
        waiting.lines[Int(rival)].named.isEmpty, mayBe(rival, from: customer)
      else { continue }
      let paying = likelihood(of: line.document, by: rival)
      guard paying > CashRun.leastTimely * alone else { continue }
      let others = known[rival] ?? othersInHousehold(of: rival)
      known[rival] = others
      odds += second(after: day - waiting.lines[Int(rival)].day) * paying / others
    }
    return odds / alone
  }

  /// How likely a line of the household pays another document of its amount.
  private mutating func othersInHousehold(of rival: Int32) -> Double {
    let line = waiting.lines[Int(rival)]
    equals.removeAll(keepingCapacity: true)
    for customer in waiting.customers(of: line) {
      index.openItems(of: customer, leaving: line.cents, on: line.day, into: &equals)
    }
    return otherDocuments(for: rival) + OpenAmounts.frequency(of: line.cents)
  }

  /// The same with the lines of which nobody is known who paid them.
  private mutating func oddsBesideStrays(
    _ line: Booked, _ known: inout [Int32: Double]
  ) -> Double {
    let (day, cents) = (evidence.line.day, evidence.line.cents)
    let alone = likelihood(of: line.document, by: line.place)
    let byChance = CashRun.notInBook + sumsADay * OpenAmounts.frequency(of: cents)
    var odds = 0.0
    for rival in strays.lines(of: cents) where isEarlier(rival, than: line) {
      let earlier = waiting.lines[Int(rival)]
      guard earlier.traits.contains(.isAnonymous) else { continue }
      let paying = likelihood(of: line.document, by: rival)
      let twice = second(after: day - earlier.day) * paying
      guard paying > CashRun.leastTimely * alone else { continue }
      if twice < CashRun.oddsOfDoubt / 4 * alone * byChance { continue }
      if known[rival] == nil {
        equals.removeAll(keepingCapacity: true)
        openAmounts.find(cents, on: earlier.day, in: index, into: &equals)
        known[rival] = otherDocuments(for: rival)
      }
      odds += twice / (known[rival]! + byChance)
    }
    return odds / alone
  }

  /// Whether a line came before one that was booked, and was not.
  private func isEarlier(_ rival: Int32, than line: Booked) -> Bool {
    let (earlier, later) = (waiting.lines[Int(rival)], waiting.lines[Int(line.place)])
    return !isApplied[Int(rival)] && !earlier.isNoise && earlier.day >= line.since
      && (earlier.day, earlier.id) < (later.day, later.id)
  }

  /// How likely a line pays a document, by its day and its kind.
  private func likelihood(of document: Int32, by line: Int32) -> Double {
    let (item, line) = (index.items[Int(document)], waiting.lines[Int(line)])
    return habits.likelihood(of: line.day - item.due, for: item.customer)
      * habits.share(of: line.operation, by: item.customer)
  }

  /// How likely a line pays one of the documents found, each the likelier the less it should still
  /// be open.
  private func otherDocuments(for line: Int32) -> Double {
    equals.reduce(0) {
      let item = index.items[Int($1)]
      let left = habits.patience(of: lastDay - item.due, for: item.customer)
      return $0 + likelihood(of: $1, by: line) / (CashRun.leftOver + left)
    }
  }

  /// So many documents are open for another reason than that they were not paid.
  private static let leftOver = 0.1

  /// How likely a payment comes a second time on one day, so many days after the first.
  private func second(after days: Int32) -> Double {
    CashRun.usualSecond.contains(days) ? 0.007 / 29 : 0.007 / 500
  }

  /// What came far from the day on which the customer should have paid did not pay the document.
  private static let leastTimely = 0.1
  /// How likely a line pays on one day what the book does not hold.
  private static let notInBook = 1e-4

  /// How many lines a day pay something else than one document.
  private var sumsADay: Double { 0.3 * Double(waiting.lines.count) / max(1, daysOfLines) }
}
