import Intake
import Store

/// The records of a file that are not taken, each kept as it stands there.
struct TakenRejections {
  private let source: SourceFile
  private let pen: BookWriter
  private let number: Int64
  private(set) var count = 0
  /// Those that are kept as lines of a table.
  private(set) var mendable = 0
  /// The table that they are lines of.
  private(set) var table: TableReadAs?
  private var lines: TableLines??
  /// Of a FEC, what waits for the rest of its entry.
  private var held: [Rejection]?

  /// A file with more refused rows than this is mended where it comes from.
  private static let mostHeld = 2_000

  init(_ source: SourceFile, _ pen: BookWriter, of number: Int64, isOfBooks: Bool) {
    self.source = source
    self.pen = pen
    self.number = number
    if isOfBooks { held = [] }
  }

  /// Keeps what the reader refused.
  mutating func add(_ reading: Reading) throws {
    table = reading.table ?? reading.mending ?? table
    for rejection in reading.rejections { try keep(rejection) }
  }

  /// Keeps what was read and refused after; `line` is where in a table the record stands.
  mutating func add(_ rejection: Rejection, line: Int? = nil) throws {
    guard let line else {
      if !rejection.raw.isEmpty { table = table ?? .movements }
      return try keep(rejection)
    }
    let lines = self.lines ?? TableLines(source)
    self.lines = .some(lines)
    try keep(
      Rejection(
        at: .line(line), field: rejection.field, found: rejection.found, wanted: rejection.wanted,
        raw: lines?.raw(line: line) ?? ""))
  }

  private mutating func keep(_ rejection: Rejection) throws {
    if let waiting = held?.count {
      if waiting < TakenRejections.mostHeld {
        held?.append(rejection)
        count += 1
      } else {
        try store(rejection, raw: "", at: count)
        count += 1
      }
      return
    }
    try store(rejection, raw: rejection.raw, at: count)
    count += 1
  }

  private mutating func store(_ rejection: Rejection, raw: String, at position: Int) throws {
    try pen.add(StoredRejection(rejection, raw: raw), at: position, of: number)
    if !raw.isEmpty { mendable += 1 }
  }

  /// Keeps the refused rows of a FEC, each entry whole with the first of its own.
  mutating func settle() throws {
    guard let held, !held.isEmpty else { return }
    self.held = nil
    let mending = FECMending(source, refused: Set(held.map(\.place.line)))
    table = mending?.table ?? table
    let positions = Dictionary(grouping: held.indices) { held[$0].place.line }
    var raws: [Int: String] = [:]
    for entry in mending?.entries ?? [] {
      let (entry, used) = TakenRejections.marked(entry, held, positions)
      for position in used { raws[position] = MendingEntry.follows }
      if let first = used.min() { raws[first] = entry.raw }
    }
    for (position, rejection) in held.enumerated() {
      try store(rejection, raw: raws[position] ?? "", at: position)
    }
  }

  /// The entry whose refused rows say which rejection each is, and these rejections.
  private static func marked(
    _ entry: MendingEntry, _ held: [Rejection], _ positions: [Int: [Int]]
  ) -> (entry: MendingEntry, used: [Int]) {
    var entry = entry
    var used: [Int] = []
    func mark(_ place: Int, _ position: Int) {
      entry.rows[place].role = .refused
      entry.rows[place].position = position
      entry.rows[place].message = held[position].french
      used.append(position)
    }
    var more: [Int] = []
    for place in entry.rows.indices where entry.rows[place].role == .refused {
      let own = positions[entry.rows[place].line] ?? []
      if let first = own.first { mark(place, first) }
      more += own.dropFirst()
    }
    // What the book refuses of an entry stands at its first row: each rejection gets a row.
    for position in more {
      guard let place = entry.rows.indices.first(where: { entry.rows[$0].role == .beside }) else {
        break
      }
      mark(place, position)
    }
    return (entry, used)
  }
}
