import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// Refused rows of a FEC are mended with their entries: the book is then as if the file had been
/// right from the start.
@Suite struct BooksMendingTests {
  /// Two invoices, one paid by a deposit together with another customer's, and one of 1 200 that a
  /// transfer paid.
  static let rows = """
    VE 1 20260105 411000 A FA-1 1200,00 0,00 AB 20260203
    VE 1 20260105 706000 - FA-1 0,00 1000,00
    VE 1 20260105 445710 - FA-1 0,00 200,00
    VE 2 20260106 411000 A FA-2 60,00 0,00 AC 20260301
    VE 2 20260106 706000 - FA-2 0,00 60,00
    VE 3 20260106 411000 B FB-3 80,00 0,00 AC 20260301
    VE 3 20260106 706000 - FB-3 0,00 80,00
    BQ 4 20260203 512000 - R1 1200,00 0,00
    BQ 4 20260203 411000 A R1 0,00 1200,00 AB 20260203
    BQ 5 20260301 511200 - CH 140,00 0,00
    BQ 5 20260301 411000 A CH 0,00 60,00 AC 20260301
    BQ 5 20260301 411000 B CH 0,00 80,00 AC 20260301
    VE 6 20260310 411000 B FB-6 30,00 0,00
    VE 6 20260310 706000 - FB-6 0,00 30,00
    """

  static let right = BooksPaper.fec(rows)

  /// The file with something wrong in a line, and what is wrong.
  private static func broken(_ line: Int, _ old: String, _ new: String) -> String {
    var lines = right.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    precondition(lines[line - 1].contains(old), "\(lines[line - 1])")
    lines[line - 1].replace(old, with: new, maxReplacements: 1)
    return lines.joined(separator: "\n")
  }

  /// Gives the table out, restores the refused rows as they stand in the right file.
  static func mended(_ bench: Bench, _ number: Int64, by right: String = right) throws -> String {
    let waiting = try #require(try bench.desk.waitingRejections(of: number))
    let text = String(decoding: try #require(waiting.table).bytes, as: UTF8.self)
    let good = right.split(separator: "\n", omittingEmptySubsequences: false)
    return text.components(separatedBy: "\r\n").map { line in
      guard let mark = line.range(of: "[\(number)-"),
        let place = line[mark.upperBound...].firstMatch(of: /ligne\u{A0}(\d+)/),
        let row = Int(place.1)
      else { return line }
      return good[row - 1].replacing("|", with: ";") + ";" + line[mark.lowerBound...]
    }.joined(separator: "\r\n")
  }

  /// What customers owe, and what each line of the bank is put on.
  static func state(_ bench: Bench) throws -> [String] {
    var found = try bench.standing()
    try bench.desk.store.read { reader in
      try reader.forEachStandingAllocation(.first) { one in
        let line = try one.line.flatMap { try reader.bankLine($0) }
        let document = try one.document.flatMap { try reader.number(of: $0) }
        found.append(
          "\(line?.reference ?? "avoir") \(line?.booked.iso ?? "") \(document ?? "compte") "
            + one.amount.decimal)
      }
    }
    return found.sorted() + (try bench.openLines()).sorted()
  }

  static let faults: [(line: Int, old: String, new: String)] = [
    (2, "|20260105|411000", "|20260132|411000"), (2, "|1200,00|", "|mille|"),
    (2, "|1200,00|0,00|", "|1200,00|5,00|"), (3, "|706000|", "||"),
    (4, "Libellé FA-1", "Libellé|FA-1"), (9, "|1200,00|0,00|", "|1 200.0.0|0,00|"),
    (10, "|20260203|411000", "|2026-02|411000"), (10, "|0,00|1200,00|", "|0,00|12OO,00|"),
    (12, "|60,00|", "|6o,00|"),
    (14, "|20260310|411000", "||411000"),
  ]

  @Test(arguments: faults.indices)
  func theBookIsAsIfTheFileHadBeenRight(_ place: Int) throws {
    let fault = BooksMendingTests.faults[place]
    let wanted = try Bench()
    try wanted.take("fec.txt", BooksMendingTests.right)
    let bench = try Bench()
    let bad = BooksMendingTests.broken(fault.line, fault.old, fault.new)
    let report = try bench.take("fec.txt", bad)
    #expect(report.rejected == 1 && report.files[0].mendable == 1, "\(fault)")
    let before = try BooksMendingTests.state(bench)
    let text = try BooksMendingTests.mended(bench, 1)
    let taken = try bench.take("corrigé.csv", text)
    #expect(!taken.hasFailures && taken.accepted > 0, "\(fault): \(taken.results)")
    #expect(
      try BooksMendingTests.state(bench) == BooksMendingTests.state(wanted), "\(fault)\n\(text)")
    #expect(try bench.desk.waitingImports().isEmpty)
    // Undone, the row waits again, and the book is as before, but for money that stood on the
    // account because its invoice was lacking: it waits for its invoice.
    _ = try bench.desk.undoImport(2)
    #expect(try bench.desk.waitingImports().map(\.count) == [1])
    let undone = try BooksMendingTests.state(bench)
    let waits = try bench.openLines() == ["512000 1200.00"]
    #expect(undone == before || (waits && undone.count < before.count), "\(fault)")
    #expect(try !bench.take("encore.csv", text + "\r\n").hasFailures)
    #expect(try BooksMendingTests.state(bench) == BooksMendingTests.state(wanted), "\(fault)")
    // Once more changes nothing, nor does the whole file, right at last.
    let newest = try bench.desk.store.read { try $0.newestEntry() }
    #expect(try bench.take("corrigé.csv", text + "\r\n\r\n").accepted == 0)
    #expect(try bench.take("entier.txt", BooksMendingTests.right).accepted == 0)
    #expect(try bench.desk.store.read { try $0.newestEntry() } == newest, "\(fault)")
    #expect(try bench.desk.verify().isSound)
  }

  /// As it stands on the page: each part of the entry can be typed anew.
  @Test func anEntryIsTypedAnew() throws {
    let bench = try Bench()
    try bench.take("fec.txt", BooksMendingTests.broken(3, "|1000,00|", "|mille|"))
    let waiting = try #require(try bench.desk.waitingRejections(of: 1))
    let table = try #require(waiting.table)
    let row = try #require(table.rows.first)
    #expect(table.rows.count == 1 && row.isEntry && row.countBeside == 0)
    #expect(row.parts.map(\.line) == [3, 2, 4])
    #expect(row.parts.map { $0.reason != nil } == [true, false, false])
    // Typed so that it does not balance, it is refused with both sums.
    func typed(_ amount: String) throws -> String {
      var cells = row.parts.flatMap(\.cells)
      cells[12] = amount
      return try bench.write(
        "p.csv", String(decoding: table.bytes(of: row, mended: cells), as: UTF8.self))
    }
    let faults = try bench.desk.faults(in: try typed("900,00"))
    #expect(faults.count == 1 && faults[0].french.plain.contains("1 200,00 / 1 100,00"))
    #expect(try bench.desk.importFiles([try typed("900,00")]).results == ["taken 0 1 1"])
    #expect(try bench.desk.waitingImports().map(\.record.number) == [2])
    #expect(try bench.desk.faults(in: try typed("1000,00")).isEmpty)
    let again = try BooksMendingTests.mended(bench, 2)
    #expect(again.contains("900,00") && again.contains("[2-0]"))
    let report = try bench.take("encore.csv", again.replacing("900,00", with: "1000,00"))
    #expect(!report.hasFailures && report.invoices == 1, "\(report.results)")
    #expect(try bench.standing() == ["FB-6 30.00"])
  }

  /// What the book refuses of an entry is mended with the whole of it too.
  @Test func whatTheBookRefusesIsMendedToo() throws {
    let bench = try Bench()
    let future = BooksMendingTests.right.replacing("20260310", with: "20270310")
    #expect(try bench.take("fec.txt", future).results.last?.hasSuffix(" 1") == true)
    let waiting = try #require(try bench.desk.waitingRejections(of: 1))
    let text = String(decoding: try #require(waiting.table).bytes, as: UTF8.self)
    #expect(text.components(separatedBy: "\r\n").count == 4)
    let report = try bench.take("m.csv", text.replacing("20270310", with: "20260310"))
    #expect(report.results == ["taken 1 0 0"])
    #expect(try bench.standing() == ["FB-6 30.00"])
    #expect(try bench.desk.waitingImports().isEmpty)
  }

  /// Two rows of one entry are mended together.
  @Test func twoRowsOfAnEntryAreOne() throws {
    let bench = try Bench()
    let bad = BooksMendingTests.broken(2, "|20260105|411000", "|20260132|411000")
      .replacing("|1000,00|", with: "|x|")
    #expect(try bench.take("fec.txt", bad).rejected == 2)
    let table = try #require(try bench.desk.waitingRejections(of: 1)?.table)
    #expect(table.rows.count == 1 && table.count == 2)
    #expect(table.rows[0].parts.map(\.line) == [2, 3, 4])
    let text = try BooksMendingTests.mended(bench, 1)
    #expect(try bench.take("m.csv", text).results == ["taken 1 1 0"])
    #expect(try bench.desk.waitingImports().isEmpty)
    #expect(try bench.standing() == ["FB-6 30.00"])
  }

  /// Mends what waits, one entry after the other, as the page does.
  private static func typeAnew(_ bench: Bench, by right: String) throws {
    let good = right.split(separator: "\n", omittingEmptySubsequences: false)
    var count = 0
    while let table = try bench.desk.waitingRejections(of: 1)?.table, let row = table.rows.first {
      let cells = row.parts.flatMap { part in
        let own = good[part.line - 1].split(separator: "|", omittingEmptySubsequences: false)
        return own.map(String.init)
      }
      count += 1
      let bytes = table.bytes(of: row, mended: cells)
      let path = try bench.write("p\(count).csv", String(decoding: bytes, as: UTF8.self))
      #expect(try bench.desk.faults(in: path).isEmpty)
      let report = try bench.desk.importFiles([path])
      guard !report.hasFailures else { return #expect(report.results.isEmpty) }
    }
  }

  /// A year of books, with faults anywhere, sorted by entry or by account.
  @Test(arguments: [
    ("34", false, false), ("40", false, false), ("30", false, true), ("13", true, false),
    ("45", true, true),
  ])
  func aWorldIsMended(_ seed: String, _ isByAccount: Bool, _ isOneByOne: Bool) throws {
    let (wanted, bench) = (try Bench(), try Bench())
    guard let world = try BooksWorld(in: wanted.folder + "/monde", size: "1k", seed: seed) else {
      return
    }
    var lines = try String(contentsOfFile: world.path("fec.txt"), encoding: .utf8)
      .replacing("\r\n", with: "\n").replacing("\t", with: "|").split(separator: "\n")
      .map(String.init)
    if isByAccount {
      let cells = lines.map { $0.split(separator: "|", omittingEmptySubsequences: false) }
      let order = lines.indices.dropFirst().sorted { (cells[$0][4], $0) < (cells[$1][4], $1) }
      lines = [lines[0]] + order.map { lines[$0] }
    }
    let right = lines.joined(separator: "\n")
    var random = Seeded(UInt64(seed) ?? 1)
    for _ in 0..<25 {
      let place = Int.random(in: 1..<lines.count, using: &random)
      var cells = lines[place].split(separator: "|", omittingEmptySubsequences: false)
        .map(String.init)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: cells[3] = "20261345"
      case 1: (cells[11], cells[12]) = ("12,5O", "0,00")
      case 2: (cells[11], cells[12]) = ("12,50", "7,00")
      default: cells[4] = ""
      }
      lines[place] = cells.joined(separator: "|")
    }
    try wanted.take("fec.txt", right)
    let rejected = try bench.take("fec.txt", lines.joined(separator: "\n")).rejected
    #expect(rejected > 15)
    if isOneByOne {
      try BooksMendingTests.typeAnew(bench, by: right)
    } else {
      let report = try bench.take("m.csv", try BooksMendingTests.mended(bench, 1, by: right))
      #expect(!report.hasFailures, "seed \(seed): \(report.results)")
    }
    #expect(try bench.desk.waitingImports().isEmpty)
    let (one, other) = (
      try BooksMendingTests.state(bench), try BooksMendingTests.state(wanted)
    )
    // What the books have placed is proposed no more.
    let (proposed, left) = try bench.desk.store.read { reader in
      var left: Set<EntryNumber> = []
      try reader.forEachOpenLine(.first) { line, _, _ in left.insert(line) }
      try reader.forEachRestingCash(.first) { left.insert($0.line) }
      return (Set(try reader.proposals(.first).map(\.line)), left)
    }
    #expect(proposed.isSubset(of: left), "seed \(seed)")
    let isSame = one == other
    #expect(isSame, "seed \(seed): \(Set(one).symmetricDifference(other).sorted())")
    #expect(try bench.desk.verify().isSound)
  }
}
