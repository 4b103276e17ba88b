public import Intake
public import Ledger
public import Quantities
public import Store

/// What a bank's table would give with the columns that a person names; nothing is taken.
public struct ColumnTrial: Sendable {
  public var lines = 0
  public var credits = Money.zero
  public var debits = Money.zero
  public var first: Day?
  public var last: Day?
  public var rejected = 0
  /// The first of what cannot be read.
  public var rejections: [Rejection] = []
  /// The first lines as they would stand in the book.
  public var samples: [BankLine] = []
  public var notes: [Phrase] = []
  /// The columns do not fit at all.
  public var refusal: Phrase?

  static let mostShown = 5

  public init(refusal: Phrase? = nil) { self.refusal = refusal }
}

extension Desk {
  /// What people said of the columns of bank tables, the oldest first.
  public func rememberedColumns() throws -> [RememberedColumns] {
    try store.read { try $0.rememberedColumns() }
  }

  /// Takes back what was said of a layout: its next table is asked for again. False when nothing of
  /// that number holds.
  public func forgetColumns(_ number: Int64) throws -> Bool {
    try store.write(learned: today) { try $0.forgetColumns(number) }
  }

  /// What is known of the columns of bank tables when one is read.
  public func knownColumns(asked: ColumnOrder? = nil) throws -> KnownColumns {
    try store.read { try KnownColumns($0, asked: asked) }
  }

  /// Reads a bank's table with the columns that a person names, and takes nothing.
  public func tryColumns(_ order: ColumnOrder, of path: String) -> ColumnTrial {
    var trial = ColumnTrial()
    do {
      let file = try SourceFile(path: path, knowing: KnownColumns(asked: order))
      try Intake.read(file, pdf: pdf) { trial.take($0) }
    } catch {
      trial.refusal = (error as? Refusal)?.placedWords ?? Phrase("\(error)")
    }
    return trial
  }
}

extension ColumnTrial {
  fileprivate mutating func take(_ reading: Reading) {
    rejected += reading.rejections.count
    rejections += reading.rejections.prefix(max(0, ColumnTrial.mostShown - rejections.count))
    notes += reading.notes.map(\.text)
    for case .bankLine(let line) in reading.drafts {
      lines += 1
      if line.amount.isNegative { debits -= line.amount } else { credits += line.amount }
      first = min(first ?? line.booked, line.booked)
      last = max(last ?? line.booked, line.booked)
      if samples.count < ColumnTrial.mostShown { samples.append(line) }
    }
  }
}

extension KnownColumns {
  init(_ reader: BookReader, asked: ColumnOrder?) throws {
    var remembered: [String: ColumnOrder] = [:]
    for one in try reader.rememberedColumns() {
      remembered[one.layout] = try? ColumnOrder(one.columns)
    }
    self.init(asked: asked, remembered: remembered)
  }
}

extension BookWriter {
  /// Keeps what a person said of a table's columns, once the table was taken in with them.
  func remember(_ table: TableReadAs?, file: String) throws {
    guard let table, table.source == .asked, let columns = table.columns else { return }
    let header = table.names.filter { !$0.isEmpty }.joined(separator: table.delimiter)
    try remember(columns: columns.text, of: table.layout, header: header, file: file)
  }
}
