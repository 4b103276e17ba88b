import Ledger
import Quantities

/// All lines that wait, with what their texts say in a few long lists.
struct WaitingLines {
  private(set) var lines: [WaitingLine] = []
  private(set) var named: [Int32] = []
  private(set) var figures: [Figure] = []
  private(set) var rows: [DigitRow] = []
  private(set) var quoted: [UInt64] = []
  private(set) var told: [Int32] = []
  var payers = PayerBook()
  private let vocabulary = Vocabulary()
  private var text = RemittanceText()
  private var found: [Int32] = []
  private var traits: WaitingLine.Traits = []

  /// Reads a line: which documents it names, what else it may mean, who pays.
  mutating func take(_ line: IncomingLine, in index: OpenItemIndex) {
    let payer = payers.place(of: line.line)
    lines.append(reading(line, payer: payer, in: index))
  }

  /// Takes a line of which only the payer is looked at for now.
  mutating func takeUnread(_ line: IncomingLine) {
    let bank = line.line
    lines.append(
      WaitingLine(
        id: line.id, cents: bank.amount.cents, day: bank.booked.number,
        payer: payers.place(of: bank), endToEnd: 0, named: .empty, figures: .empty, rows: .empty,
        quoted: .empty, months: 0, counted: 0, operation: bank.operation, traits: [],
        told: .empty, isNoise: false, isReturn: false))
  }

  /// Reads a line that was taken unread.
  mutating func read(_ line: IncomingLine, at place: Int32, in index: OpenItemIndex) {
    lines[Int(place)] = reading(line, payer: lines[Int(place)].payer, in: index)
  }

  private mutating func reading(
    _ line: IncomingLine, payer: Int32, in index: OpenItemIndex
  ) -> WaitingLine {
    let bank = line.line
    text.clear()
    text.add(bank.text)
    if !bank.endToEnd.isEmpty { text.add(bank.endToEnd) }
    let starts = (
      named: named.count, figures: figures.count, rows: rows.count, quoted: quoted.count
    )
    let firstTold = told.count
    traits = []
    readNumbers(in: index)
    noteRows(from: starts.figures, upTo: index.mostDigitsQuoted)
    let words = readWords(in: index)
    let isNameless = bank.payer.isEmpty && bank.payerIBAN.isEmpty
    if isNameless, words.areNeutral { traits.insert(.isAnonymous) }
    if words.meaning.contains(.discount) { traits.insert(.tellsDiscount) }
    if isNameless, !words.areNeutral {
      readNames(from: 0, in: index)
    } else if let place = words.behalf {
      readNames(from: place, in: index)
    }
    return WaitingLine(
      id: line.id, cents: bank.amount.cents, day: bank.booked.number, payer: payer,
      endToEnd: payerKey(bank.endToEnd, seed: 17) ?? 0,
      named: piece(from: starts.named, of: named.count),
      figures: piece(from: starts.figures, of: figures.count),
      rows: piece(from: starts.rows, of: rows.count),
      quoted: piece(from: starts.quoted, of: quoted.count), months: words.meaning.months,
      counted: words.counted, operation: bank.operation, traits: traits,
      told: piece(from: firstTold, of: told.count),
      isNoise: words.meaning.contains(.noise) || bank.operation == .fee
        || bank.operation == .card,
      isReturn: words.meaning.contains(.returned) || bank.operation == .returned)
  }

  /// Whose money a line may be: the one customer whom its text tells, else those for whom its payer
  /// may pay.
  @inline(__always) func customers(of line: WaitingLine) -> ArraySlice<Int32> {
    line.told.count == 1 ? told[line.told.range] : payers.customers(of: line.payer)
  }

  /// Lines in the order of the book: by day, those of one day by their entries.
  func inOrderOfDay(_ places: [Int32]) -> [Int32] {
    places.sorted {
      let (left, right) = (lines[Int($0)], lines[Int($1)])
      return (left.day, left.id) < (right.day, right.id)
    }
  }

  private func piece(from start: Int, of end: Int) -> WaitingLine.Piece {
    WaitingLine.Piece(first: Int32(start), count: Int32(end - start))
  }

  // MARK: - Numbers

  private mutating func readNumbers(in index: OpenItemIndex) {
    let first = named.count
    var place = 0
    var isAfterNumber = false
    while place < text.runs.count {
      let end = endOfNumber(from: place, in: index)
      if end > place {
        for document in found where !named[first...].contains(document) { named.append(document) }
        while place < end {
          addFigure(at: place, .isNumbered, in: index)
          place += 1
        }
        isAfterNumber = true
        continue
      }
      let run = text.runs[place]
      isAfterNumber = isAfterNumber && run.isDigits && run.length >= 2 && run.length <= 4
      addFigure(at: place, isAfterNumber ? .isSuffix : [], in: index)
      addQuotations(from: place, in: index)
      place += 1
    }
  }

  /// Whether a number may begin with a run: with digits, or with a word that numbers begin with.
  private func mayBegin(_ run: RemittanceText.Run, in index: OpenItemIndex) -> Bool {
    run.isDigits || index.isPrefix(run.value)
  }

  /// The end of the longest row of runs from here that is a number, which is then in `found`;
  /// `start` when there is none.
  private mutating func endOfNumber(from start: Int, in index: OpenItemIndex) -> Int {
    guard mayBegin(text.runs[start], in: index) else { return start }
    var key = NumberKey()
    var best = start
    var isLikeOurs = false
    let prefix = text.runs[start].isDigits ? 0 : text.runs[start].value
    for place in start..<min(start + 4, text.runs.count) {
      let run = text.runs[place]
      if key.digitCount > 24 { break }
      key.add(run, of: text)
      guard run.isDigits, key.hasLetters || key.digitCount >= fewestDigits else { continue }
      let number = key.hasLetters ? key.whole : key.figures
      guard index.byNumber.first(number) >= 0 else {
        if index.isLikeOurs(prefix, key), quotedDay(run.value, length: run.length) == .min {
          isLikeOurs = true
        }
        continue
      }
      found.removeAll(keepingCapacity: true)
      index.items(numbered: number, into: &found)
      best = place + 1
    }
    if best == start, isLikeOurs { traits.insert(.namesUnknown) }
    return best
  }

  private mutating func addFigure(
    at place: Int, _ traits: Figure.Traits, in index: OpenItemIndex
  ) {
    let run = text.runs[place]
    guard run.isDigits, run.length <= mostDigits else { return }
    var traits = traits
    if !traits.contains(.isNumbered), run.length <= 9 || run.length <= index.mostDigitsQuoted {
      self.traits.insert(.hasOtherFigures)
    }
    if place > 0 {
      let before = text.runs[place - 1]
      if before.isDigits {
        traits.insert(.continues)
      } else if vocabulary.meaning(of: before.value).contains(.announcing) {
        traits.insert(.isAnnounced)
      }
    }
    figures.append(
      Figure(
        value: run.value, length: UInt8(run.length), traits: traits,
        day: quotedDay(run.value, length: run.length)))
  }

  /// Reads figures that stand side by side as one, from each of the line's on. A number that the
  /// bank cut ends with the last of them.
  private mutating func noteRows(from start: Int, upTo most: Int) {
    for first in start..<figures.count {
      var row = figures[first].digits
      let mayBeCut = !figures[first].traits.contains(.isNumbered)
      var last = first
      let end = min(first + DigitRow.most, figures.count)
      while last + 1 < end, figures[last + 1].traits.contains(.continues),
        row.count + Int(figures[last + 1].length) <= mostDigits
      {
        noteRow(row, false, upTo: most)
        last += 1
        row.value = row.value * powersOfTen[Int(figures[last].length)] + figures[last].value
        row.count += Int(figures[last].length)
      }
      noteRow(row, mayBeCut, upTo: most)
    }
  }

  private mutating func noteRow(_ row: Digits, _ isFree: Bool, upTo most: Int) {
    guard row.count >= DigitRow.fewest, row.count <= most else { return }
    rows.append(DigitRow(digits: row, mayBeCut: isFree && row.count >= fewestDigits))
  }

  /// Keys of all that from here is an order's number.
  private mutating func addQuotations(from start: Int, in index: OpenItemIndex) {
    guard mayBegin(text.runs[start], in: index) else { return }
    var key = NumberKey()
    for place in start..<min(start + 3, text.runs.count) {
      key.add(text.runs[place], of: text)
      guard text.runs[place].isDigits else { continue }
      let order = key.hasLetters ? key.whole : key.figures
      if index.isOrder(order) { quoted.append(order) }
    }
  }

  // MARK: - Words

  private struct Words {
    var meaning: Vocabulary.Meaning = []
    var counted: UInt8 = 0
    /// Whether none of them may be somebody's name.
    var areNeutral = true
    /// Where it begins to say for whom somebody pays.
    var behalf: Int?
  }

  private func readWords(in index: OpenItemIndex) -> Words {
    var words = Words()
    for (place, run) in text.runs.enumerated() where !run.isDigits && run.length >= 2 {
      let meaning = vocabulary.meaning(of: run.value)
      if meaning.isEmpty {
        if run.length > 2, !index.isPrefix(run.value) { words.areNeutral = false }
        continue
      }
      words.meaning.formUnion(meaning)
      if meaning.contains(.behalf) { words.behalf = place + 1 }
      guard meaning.contains(.counted), place > 0, words.counted == 0 else { continue }
      let before = text.runs[place - 1]
      if before.isDigits, before.length <= 2 { words.counted = UInt8(before.value) }
    }
    return words
  }
}

extension WaitingLines {
  /// The most words of a name that is looked for in a text.
  private static let longestName = 7

  /// Notes the customers whose names stand in the text, the longest name first.
  private mutating func readNames(from start: Int, in index: OpenItemIndex) {
    var place = start
    let first = told.count
    while place < text.runs.count {
      var end = min(text.runs.count, place + WaitingLines.longestName)
      var next = place + 1
      while end > place {
        found = index.names.bearers(ofWords: text.runs[place..<end], in: text)
        if !found.isEmpty {
          for customer in found where !told[first...].contains(customer) { told.append(customer) }
          next = end
          break
        }
        end -= 1
      }
      place = next
    }
  }
}

/// The day that six or eight digits write, day before month; `Int32.min` when they write none.
private func quotedDay(_ value: UInt64, length: Int32) -> Int32 {
  guard length == 6 || length == 8 else { return .min }
  let (scale, century) = length == 6 ? (UInt64(100), 2000) : (10_000, 0)
  let (day, month) = (Int(value / scale / 100), Int(value / scale % 100))
  let year = Int(value % scale) + century
  guard (2000...2099).contains(year) else { return .min }
  return Day(year: year, month: month, day: day)?.number ?? .min
}
