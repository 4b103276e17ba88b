import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// What was not taken is given out with its header and its reason, and comes again once mended.
@Suite struct MendingTests {
  private func mending(_ bench: Bench, _ number: Int64) throws -> String {
    let waiting = try #require(try bench.desk.waitingRejections(of: number))
    return String(decoding: try #require(waiting.table).bytes, as: UTF8.self)
  }

  private func pending(_ bench: Bench) throws -> [String] {
    try bench.desk.waitingImports().map { "\($0.record.number): \($0.count)" }
  }

  @Test func invoicesAreMendedInASpreadsheet() throws {
    let bench = try Bench()
    let bad = Papers.three.replacing("600,00;EUR", with: "six cents;EUR")
    try bench.take("a.csv", bad)
    let text = try mending(bench, 1)
    let lines = text.split(separator: "\r\n").map(String.init)
    #expect(lines.count == 2)
    let header = try #require(Papers.three.split(separator: "\n").first)
    #expect(lines[0] == "\u{FEFF}" + header + ";motif")
    #expect(lines[1].contains("FA-2026-0002") && lines[1].contains("[1-0] ligne"))
    // As it stands it is refused again, under the new import only.
    #expect(try bench.take("encore.csv", text).results == ["taken 0 0 1"])
    #expect(try pending(bench) == ["2: 1"])
    let again = try mending(bench, 2)
    #expect(again.components(separatedBy: "motif").count == 2 && again.contains("[2-0]"))
    let mended = again.replacing("six cents", with: "600,00")
    #expect(try bench.take("corrigé.csv", mended).results == ["taken 1 0 0"])
    #expect(try pending(bench).isEmpty)
    #expect(try bench.desk.waitingRejections(of: 1)?.rejections.isEmpty == true)
    #expect(try bench.desk.counts().invoices == 3)
    // Once more changes nothing.
    #expect(try bench.take("corrigé.csv", mended).results == ["taken before"])
    // Undone, what it mended waits again.
    _ = try bench.desk.undoImport(3)
    #expect(try pending(bench) == ["2: 1"])
    #expect(try bench.take("autre.csv", mended + "\r\n").results == ["taken 1 0 0"])
    #expect(try pending(bench).isEmpty)
    #expect(try bench.desk.verify().isSound)
  }

  @Test func theWholeFileMendedAnswersToo() throws {
    let bench = try Bench()
    try bench.take("a.csv", Papers.three.replacing("600,00;EUR", with: "six cents;EUR"))
    // Another month under the same name is no answer.
    try bench.take("a.csv", Papers.three.replacing("FA-2026", with: "FB-2026"))
    #expect(try pending(bench) == ["1: 1"])
    try bench.take("a.csv", Papers.three)
    #expect(try pending(bench).isEmpty)
  }

  /// A line that only the book refuses is kept as it stands in the file, with its place.
  @Test func whatTheBookRefusesIsKeptRawToo() throws {
    let bench = try Bench()
    let bank = """
      IBAN : FR76 3000 6000 0112 3456 7890 189
      Date;Libellé;Montant
      20/11/2026;VIR DUPONT;12,00
      20/11/2027;"VIR; PLUS TARD";-34,00
      21/11/2026;=HYPERLINK("x");pas un montant
      """
    #expect(try bench.take("r.csv", bank).results == ["taken 1 0 2"])
    let text = try mending(bench, 1)
    #expect(text.contains("Compte;FR7630006000011234567890189\r\nDate;Libellé;Montant;motif\r\n"))
    #expect(
      text.contains("20/11/2027;\"VIR; PLUS TARD\";-34,00;[1-") && text.contains("ligne\u{A0}4"))
    #expect(text.contains("21/11/2026;\"'=HYPERLINK(\"\"x\"\")\";pas un montant;"))
    let mended = text.replacing("2027", with: "2026").replacing("pas un montant", with: "56,00")
    let report = try bench.take("m.csv", mended)
    #expect(!report.hasFailures && report.bankLines == 2, "\(report)")
    #expect(try pending(bench).isEmpty)
    let later = try bench.line("PLUS TARD")
    let line = try bench.desk.store.read { try $0.bankLine(later) }
    #expect(line?.account == "FR7630006000011234567890189")
  }

  @Test func aTableWithoutAHeaderGetsOne() throws {
    let bench = try Bench()
    let rows = (2...7).map { "0\($0)/11/2026;CB PAPETERIE \($0);\($0 % 2 == 0 ? "" : "-")\($0),00" }
    try bench.take("b.csv", (rows + ["08/11/2026;CB ILLISIBLE;x"]).joined(separator: "\n"))
    let text = try mending(bench, 1)
    #expect(text.hasPrefix("\u{FEFF}Date;Libellé;Montant;motif\r\n"))
    let report = try bench.take("m.csv", text.replacing(";x;", with: ";-8,00;"))
    #expect(!report.hasFailures && report.bankLines == 1)
    #expect(try pending(bench).isEmpty)
  }

  /// What was said of the columns holds for the lines that come to be mended, wrong as they are.
  @Test func saidColumnsHoldForWhatIsMended() throws {
    let bench = try Bench()
    let good = (1...5).map { "0\($0)/09/2026;X\($0);\($0),00;\n" }.joined()
    let path = try bench.write("s.csv", "J;Q;A;B\n" + good + "06/09/2026;Y;douze;\n")
    let order = try ColumnOrder("date=1,label=2,debit=3,credit=4")
    #expect(try bench.desk.importFiles([path], columns: order).rejected == 1)
    let text = try mending(bench, 1)
    #expect(text.contains("J;Q;A;B;motif"))
    #expect(try bench.take("m.csv", text).results == ["taken 0 0 1"])
    let mended = try mending(bench, 2).replacing("douze", with: "12,00")
    #expect(try bench.take("n.csv", mended).bankLines == 1)
    #expect(try pending(bench).isEmpty)
  }

  /// Marks that name nothing, or what is not theirs, change nothing.
  @Test func falseMarksAnswerNothing() throws {
    let bench = try Bench()
    try bench.take("a.csv", Papers.three.replacing("600,00;EUR", with: "six cents;EUR"))
    let marks = ["[1-7]", "[9-0]", "[2-0]", "[-1-0]", "[1-0", "[]", "[1-99999999999999999999]"]
    for (place, mark) in marks.enumerated() {
      let row = "20/11/2026;VIR \(mark);\(place + 1),00;\(mark) attendu\n"
      let bank = "Date;Libellé;Montant;motif\n" + row
      #expect(try bench.take("m\(place).csv", bank).bankLines == 1)
    }
    #expect(try pending(bench) == ["1: 1"])
  }
}
