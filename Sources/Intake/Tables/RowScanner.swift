import Glibc

/// One cell of a record: its bytes, without the quotes and spaces around them.
struct Cell {
  var start: UnsafePointer<UInt8>
  var count: Int
  /// A quote inside is written twice.
  var hasDoubledQuotes = false

  var isEmpty: Bool { count == 0 }

  func hasSameBytes(_ other: Cell) -> Bool {
    count == other.count && memcmp(start, other.start, count) == 0
  }
}

/// Cuts the bytes of a table into records and cells. LF, CRLF and CR end a record.
///
/// A quote that never closes, or closes before other characters, spoils its own line and no other:
/// the line is cut as if its quotes were letters and marked as damaged.
struct RowScanner: ~Copyable {
  /// The longest cell that a pair of quotes may hold; past it the quote counts as unclosed.
  private static let longestQuoted = 1 << 20
  /// Cells kept of one record; the others are only counted.
  private static let mostCells = 1 << 16

  private let delimiter: UInt8
  private let honoursQuotes: Bool
  private let repeatedDelimiter: UInt64
  private let marks: UnsafeMutablePointer<Bool>
  private var capacity = 64
  /// Bytes that may still be read in vain behind unclosed quotes, so that time stays linear.
  private var patience = 64 << 20

  private(set) var cells: UnsafeMutablePointer<Cell>
  private(set) var count = 0
  private(set) var isDamaged = false
  /// The line where the record starts, counted from 1.
  private(set) var line = 0
  private(set) var start: UnsafePointer<UInt8>
  /// Just past the record, before its line end.
  private(set) var stop: UnsafePointer<UInt8>
  private(set) var position: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  /// The line that follows the record.
  private(set) var nextLine = 1

  init(
    _ text: TableText, delimiter: UInt8, at place: (offset: Int, line: Int) = (0, 1),
    honoursQuotes: Bool = true
  ) {
    self.delimiter = delimiter
    self.honoursQuotes = honoursQuotes
    repeatedDelimiter = UInt64(delimiter) &* 0x0101_0101_0101_0101
    marks = .allocate(capacity: 256)
    marks.initialize(repeating: false, count: 256)
    for mark in [delimiter, 10, 13] { marks[Int(mark)] = true }
    position = text.start + place.offset
    nextLine = place.line
    start = position
    stop = position
    end = text.end
    cells = .allocate(capacity: 64)
  }

  deinit {
    marks.deallocate()
    cells.deallocate()
  }

  /// Reads the next record; false at the end.
  mutating func next() -> Bool {
    guard position < end else { return false }
    start = position
    line = nextLine
    isDamaged = false
    if !cut(honouringQuotes: honoursQuotes) {
      nextLine = line
      isDamaged = true
      _ = cut(honouringQuotes: false)
    }
    return true
  }

  /// Goes to a record met before.
  mutating func move(to start: UnsafePointer<UInt8>, line: Int) {
    position = start
    nextLine = line
  }

  /// Cuts the record at `start`; false when its quotes do not hold.
  private mutating func cut(honouringQuotes: Bool) -> Bool {
    count = 0
    var place = start
    while true {
      if honouringQuotes, let quote = openingQuote(place) {
        guard let after = quoted(quote + 1) else { return false }
        place = after
      } else {
        let first = place
        place = mark(from: place)
        append(first, place)
      }
      if place < end, place.pointee == delimiter {
        place += 1
        continue
      }
      stop = place
      if place < end {
        let isPair = place.pointee == 13 && place + 1 < end && place[1] == 10
        place += isPair ? 2 : 1
      }
      position = place
      nextLine += 1
      return true
    }
  }

  /// The next delimiter or line end at or after `place`; eight bytes at a time where they are.
  @inline(__always)
  private func mark(from place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var place = place
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    while end - place >= 8 {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
      let differing = word ^ repeatedDelimiter
      // The top bit of each byte that is zero (a delimiter) or below 14 (a line end, or a tab).
      let hits =
        ((differing &- ones) & ~differing | (word &- ones &* 14) & ~word) & tops
      if hits == 0 {
        place += 8
        continue
      }
      place += hits.trailingZeroBitCount >> 3
      if marks[Int(place.pointee)] { return place }
      place += 1
    }
    while place < end, !marks[Int(place.pointee)] { place += 1 }
    return place
  }

  /// The quote that opens the cell at `place`, past spaces.
  @inline(__always)
  private func openingQuote(_ place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    var place = place
    while place < end, place.pointee == 0x20 { place += 1 }
    return place < end && place.pointee == 0x22 ? place : nil
  }

  /// Appends the cell whose text starts at `first`; gives the place of the mark that follows it.
  private mutating func quoted(_ first: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    let limit = first + min(end - first, RowScanner.longestQuoted, patience)
    var place = first
    var hasDoubled = false
    var lines = 0
    while place < limit {
      let byte = place.pointee
      if byte == 0x22 {
        guard place + 1 < end, place[1] == 0x22 else { break }
        hasDoubled = true
        place += 1
      } else if byte == 10 || (byte == 13 && !(place + 1 < end && place[1] == 10)) {
        lines += 1
      }
      place += 1
    }
    var after = place + 1
    while after < end, after.pointee == 0x20 { after += 1 }
    guard place < limit, after >= end || marks[Int(after.pointee)] else {
      patience -= place - first
      return nil
    }
    append(first, place)
    if count < capacity { cells[count - 1].hasDoubledQuotes = hasDoubled }
    nextLine += lines
    return min(after, end)
  }

  @inline(__always)
  private mutating func append(_ first: UnsafePointer<UInt8>, _ last: UnsafePointer<UInt8>) {
    var first = first
    var last = last
    while first < last, first.pointee == 0x20 { first += 1 }
    while first < last, last[-1] == 0x20 { last -= 1 }
    // One place is kept for the empty cell that stands for columns the table lacks.
    if count + 1 >= capacity {
      grow()
      guard count + 1 < capacity else {
        count += 1
        return
      }
    }
    cells[count] = Cell(start: first, count: last - first)
    count += 1
  }

  private mutating func grow() {
    guard capacity < RowScanner.mostCells else { return }
    let larger = UnsafeMutablePointer<Cell>.allocate(capacity: capacity * 4)
    larger.update(from: cells, count: count)
    cells.deallocate()
    cells = larger
    capacity *= 4
  }

  /// Puts an empty cell at `width`, behind the last: it stands for the columns a table lacks.
  mutating func close(at width: Int) {
    cells[width] = Cell(start: stop, count: 0)
  }

  /// The number of cells that can be read.
  var kept: Int { min(count, capacity - 1) }
}
