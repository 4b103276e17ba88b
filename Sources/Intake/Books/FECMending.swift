import Quantities

/// Finds what it takes to take refused rows of a FEC in again: the rest of their entries, and the
/// entries with which these are lettered.
public struct FECMending {
  /// How the entries are given out.
  public let table: TableReadAs
  /// In the order of their first refused rows.
  public private(set) var entries: [MendingEntry]

  let walk: FECWalk
  var groups: [Group] = []
  private var named: [UInt64: [Int]] = [:]
  private var placed: [Int: Int] = [:]

  /// Refused rows that hang together.
  struct Group {
    /// Where the rows of an entry stand.
    struct Part {
      let name: UInt64
      let day: Day?
      var runs: [ClosedRange<Int>]
    }

    var parts: [Part] = []
    var refused: [Int] = []
    var rows: [MendingEntry.Row] = []
    var letters: Set<UInt64> = []
    var amounts: Set<Amount> = []
    var sum: Int64 = 0
    /// Too large to be given out: without all its rows it would never balance.
    var isCut = false
    /// A customer's row that says everything but its amount.
    var lacking: UInt64?

    func holds(_ visit: FECWalk.Visit) -> Bool {
      parts.contains { part in
        visit.name == part.name
          && (part.day == nil || visit.day == part.day
            || part.runs.contains { $0.contains(visit.line) })
      }
    }
  }

  /// A customer's row as another payment of the same day may be taken for it.
  struct Amount: Hashable {
    let customer: UInt64
    let cents: Int64
    let day: Day
  }

  /// Rows given out with one entry, and with all of them.
  static let (most, mostInAll) = (5_000, 40_000)
  /// How many compensations may follow one another.
  static let mostRounds = 4

  /// Nil for what is no FEC. `refused` are line numbers.
  public init?(_ file: SourceFile, refused: Set<Int>) {
    guard let walk = FECWalk(file) else { return nil }
    self.walk = walk
    table = walk.table
    entries = []
    findEntries(refused)
    takeRows(refused)
    takeOthers()
    entries = groups.filter { !$0.isCut }.map { group in
      MendingEntry(rows: group.rows.sorted { $0.line < $1.line })
    }
    groups = []
  }

  // MARK: - Which entries

  /// Rows of one name, one after the other.
  private struct Run {
    let name: UInt64
    var lines: ClosedRange<Int>
    var day: Day?
    var sum: Int64 = 0
    var refused: [Int] = []
    /// Refused rows behind it that name no entry.
    var loose: [Int] = []

    mutating func add(_ visit: FECWalk.Visit, isRefused: Bool) {
      lines = lines.lowerBound...visit.line
      if isRefused { refused.append(visit.line) } else { sum += visit.cents ?? 0 }
      if day == nil || !isRefused { day = visit.day ?? day }
    }
  }

  private mutating func findEntries(_ refused: Set<Int>) {
    var run: Run?
    var unclaimed: [Int] = []
    var found: [Run] = []
    func close() {
      guard var ended = run else { return }
      // A row without a name is lacking where the sum is wrong.
      if ended.sum != 0 {
        ended.refused += unclaimed + ended.loose
        unclaimed = []
      } else {
        found += unclaimed.map { Run(name: 0, lines: $0...$0, refused: [$0]) }
        unclaimed = ended.loose
      }
      if !ended.refused.isEmpty { found.append(ended) }
    }
    walk.each { visit in
      let isRefused = refused.contains(visit.line)
      guard let name = visit.name else {
        if run == nil { unclaimed.append(visit.line) } else { run?.loose.append(visit.line) }
        return
      }
      if run?.name != name {
        close()
        run = Run(name: name, lines: visit.line...visit.line)
      } else if let inside = run?.loose {
        run?.refused += inside
        run?.loose = []
      }
      run?.add(visit, isRefused: isRefused)
    }
    close()
    found += unclaimed.map { Run(name: 0, lines: $0...$0, refused: [$0]) }
    for run in found { group(run, refused) }
  }

  private mutating func group(_ run: Run, _ refused: Set<Int>) {
    let lines = run.refused.filter(refused.contains)
    guard !lines.isEmpty else { return }
    let same = named[run.name]?.first { groups[$0].parts[0].day == run.day }
    if let same {
      groups[same].parts[0].runs.append(run.lines)
      groups[same].refused += lines
    } else {
      var group = Group(refused: lines)
      if run.name != 0 {
        named[run.name, default: []].append(groups.count)
        group.parts = [Group.Part(name: run.name, day: run.day, runs: [run.lines])]
      }
      groups.append(group)
    }
    for line in lines { placed[line] = same ?? groups.count - 1 }
  }

  // MARK: - Their rows

  private mutating func takeRows(_ refused: Set<Int>) {
    var (groups, left) = (groups, FECMending.mostInAll)
    walk.each { visit in
      let place =
        placed[visit.line]
        ?? visit.name.flatMap { named[$0]?.first { groups[$0].holds(visit) } }
      guard let place else { return }
      let isRefused = placed[visit.line] != nil
      guard isRefused || left > 0 else {
        groups[place].isCut = true
        return
      }
      left -= 1
      groups[place].take(visit, walk.texts(visit), isRefused: isRefused)
    }
    for place in groups.indices { groups[place].completeAmount() }
    self.groups = groups
  }
}

extension FECMending.Group {
  fileprivate mutating func take(
    _ visit: FECWalk.Visit, _ cells: [String], isRefused: Bool
  ) {
    rows.append(MendingEntry.Row(isRefused ? .refused : .beside, line: visit.line, cells: cells))
    if !isRefused { sum += visit.cents ?? 0 }
    if let letter = visit.letter { letters.insert(letter) }
    guard let customer = visit.customer else { return }
    if let cents = visit.cents, let day = visit.day ?? parts.first?.day {
      amounts.insert(.init(customer: customer, cents: cents, day: day))
    } else {
      lacking = customer
    }
  }

  mutating func join(_ other: Self) {
    parts += other.parts
    refused += other.refused
    isCut = isCut || other.isCut
    rows += other.rows
    letters.formUnion(other.letters)
    amounts.formUnion(other.amounts)
  }

  /// One refused row is what its entry lacks to balance.
  fileprivate mutating func completeAmount() {
    guard refused.count == 1, let lacking, let day = parts.first?.day else { return }
    amounts.insert(.init(customer: lacking, cents: -sum, day: day))
  }
}
