import Demo
import Foundation
import Quantities
import Testing

@Suite("A demo world")
struct DemoWorldTests {
  @Test("the same numbers give the same bytes, another seed gives others")
  func isDeterministic() throws {
    let first = try WrittenWorld(customers: 30, invoices: 200, seed: 1).contents
    let again = try WrittenWorld(customers: 30, invoices: 200, seed: 1).contents
    let other = try WrittenWorld(customers: 30, invoices: 200, seed: 2).contents
    let changed = first.keys.filter { first[$0] != again[$0] }
    #expect(first.keys.sorted() == again.keys.sorted())
    #expect(changed.isEmpty)
    #expect(first["fichiers/clients.csv"] != other["fichiers/clients.csv"])
  }

  @Test("as many invoices as asked for, each in one file, in the promised shares")
  func countsInvoices() throws {
    let world = try WrittenWorld.small.get()
    let numbers = try world.tableRows().map { $0["N° facture"] ?? "" }
    let files = world.invoicePaths.map(WrittenWorld.number)
    #expect(Set(numbers).count == numbers.count)
    #expect(Set(numbers).isDisjoint(with: files))
    let invoices = (numbers + files).count { $0.hasPrefix("FA-") }
    #expect(invoices == 600)
    #expect(world.summary.invoices == 600)
    #expect(numbers.count + files.count == 600 + world.summary.creditNotes)
    #expect((60...130).contains(world.summary.ciiFiles))
    #expect((35...90).contains(world.summary.ublFiles))
    #expect((35...90).contains(world.summary.facturXFiles))
  }

  @Test("net plus tax is the total on each row; old rows are Windows-1252, new ones UTF-8")
  func tablesAddUp() throws {
    let world = try WrittenWorld.small.get()
    for row in try world.tableRows() {
      let net = try #require(Money(french: row["Montant HT"] ?? ""))
      let tax = try #require(Money(french: row["Montant TVA"] ?? ""))
      #expect(Money(french: row["Montant TTC"] ?? "") == net + tax)
      #expect(Day(french: row["Date facture"] ?? "") != nil)
    }
    let old = try world.bytes("fichiers/factures-anciennes.csv")
    #expect(String(validating: old, as: UTF8.self) == nil)
    #expect(old.starts(with: Array("N".utf8) + [0xB0]))
    let new = try world.bytes("fichiers/factures-utf8.csv")
    #expect(String(validating: new, as: UTF8.self) != nil)
  }

  @Test("every SIREN, SIRET, VAT number and IBAN has its right key")
  func keysAreValid() throws {
    let world = try WrittenWorld(customers: 400, invoices: 1000, seed: 1)
    var sirens: Set<String> = []
    let customers = try world.table("fichiers/clients.csv")
    #expect(customers.count == 400)
    for row in customers where row["Pays"] == "FR" {
      let siren = try #require(row["SIREN"])
      #expect(Keys.isLuhn(siren) && siren.utf8.count == 9, "\(siren)")
      #expect(Keys.isLuhn(row["SIRET"] ?? "") && row["SIRET"]?.utf8.count == 14)
      #expect(Keys.isVAT(row["N° TVA"] ?? "", of: siren))
      sirens.insert(siren)
    }
    #expect(sirens.count == customers.count { $0["Pays"] == "FR" })
    for row in customers where row["IBAN"] != "" {
      #expect(Keys.isIBAN(row["IBAN"] ?? ""), "\(row)")
    }
    #expect(customers.contains { $0["IBAN"] == "" })
    let firm = DemoFirm()
    #expect(Keys.isLuhn(firm.siren) && Keys.isLuhn(firm.siret))
    #expect(Keys.isVAT(firm.vatNumber, of: firm.siren))
    #expect(Keys.isIBAN(firm.iban) && Keys.isIBAN(firm.dollarIBAN))
    #expect(customers.allSatisfy { ($0["E-mail"] ?? "").hasSuffix(".example") })
  }

  @Test("opening balance plus movements is the closing balance, and the next opening one")
  func balancesAreRight() throws {
    let world = try WrittenWorld.small.get()
    var closing: [String: Money] = [:]
    for statement in try world.statements() {
      #expect(statement.opening + statement.movements.sum() == statement.closing)
      if let before = closing[statement.account] { #expect(before == statement.opening) }
      closing[statement.account] = statement.closing
      #expect(statement.last <= Day(2026, 11, 20))
    }
    #expect(closing.count == 2)
    // Friday is the working day before this Monday.
    #expect(try world.statements().map(\.last).max() == Day(2026, 11, 20))
  }

  @Test("what the truth allocates is the bank line, and what it leaves is what is open")
  func truthIsConsistent() throws {
    let world = try WrittenWorld(customers: 120, invoices: 2000, seed: 7)
    let truth = try world.table("verite/truth.csv", separator: ",")
    var left: [String: Int] = [:]
    for row in truth where row["bank_line_id"] != "" && row["amount_kind"] != "noise" {
      let line = row["bank_line_id"] ?? ""
      left[line, default: Int(row["line_cents"] ?? "") ?? 0] -= Int(row["allocated_cents"] ?? "")!
    }
    #expect(left.values.allSatisfy { $0 == 0 })
    var open = try world.documentTotals()
    for row in truth {
      // What a PDF asks for is checked with the PDFs.
      guard let number = row["invoice_number"], open[number] != nil else { continue }
      open[number]! -= Int(row["allocated_cents"] ?? "")!
    }
    let openRows = try world.table("verite/open_truth.csv", separator: ",")
    var stated: [String: Int] = [:]
    for row in openRows where open[row["invoice_number"] ?? ""] != nil {
      stated[row["invoice_number"] ?? ""] = Int(row["open_cents"] ?? "")
    }
    #expect(open.filter { $0.value != 0 } == stated)
    #expect(openRows.count == world.summary.openDocuments)
    let references = Set(try world.statements().flatMap(\.references))
    #expect(Set(truth.compactMap { $0["bank_line_id"] }).subtracting([""]) == references)
  }

  @Test("every payment habit shows in the lines, and about a dozen customers are late")
  func showsHabits() throws {
    let world = try WrittenWorld.small.get()
    let truth = try world.table("verite/truth.csv", separator: ",")
    let kinds = Set(truth.compactMap { $0["amount_kind"] })
    #expect(
      kinds == [
        "exact", "several", "partial", "netOfCredit", "short", "twice", "over", "returned",
        "batch", "noise", "contra",
      ])
    let payers = Set(truth.compactMap { $0["payer_kind"] })
    #expect(payers.isSuperset(of: ["customer", "parent", "stranger", "nobody"]))
    let words = Set(truth.compactMap { $0["text_kind"] })
    #expect(words.isSuperset(of: ["exact", "variant", "misspelt", "order", "month", "none"]))
    let rows = try world.table("verite/open_truth.csv", separator: ",")
    let late = rows.filter { row in
      guard let due = Day(iso: row["due_date"] ?? "") else { return false }
      return due < WrittenWorld.today && (Int(row["open_cents"] ?? "") ?? 0) > 1000
    }
    #expect((9...20).contains(Set(late.map { $0["customer_id"] ?? "" }).count))
    #expect((0.06...0.13).contains(Double(rows.count) / 600))
  }

  @Test("a world replaces an earlier world and nothing else")
  func sparesOtherFolders() throws {
    let folder = WrittenWorld.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let keep = folder + "/fichiers"
    try FileManager.default.createDirectory(atPath: keep, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: keep + "/mine.txt"))
    let world = DemoWorld(customers: 5, invoices: 20, seed: 1, today: WrittenWorld.today)
    #expect(throws: DemoError.notEmpty(folder: keep)) { try world.write(to: folder) }
    #expect(FileManager.default.fileExists(atPath: keep + "/mine.txt"))
    try FileManager.default.removeItem(atPath: keep)
    let first = try world.write(to: folder)
    #expect(try world.write(to: folder) == first)
  }

  @Test(
    "the statements end on the working day before today",
    arguments: [
      (Day(2026, 11, 22), Day(2026, 11, 20)), (Day(2027, 1, 1), Day(2026, 12, 31)),
      (Day(2026, 5, 4), Day(2026, 4, 30)), (Day(2027, 3, 30), Day(2027, 3, 26)),
    ])
  func endsOnAWorkingDay(today: Day, last: Day) {
    let world = DemoWorld(customers: 3, invoices: 5, seed: 1, today: today)
    #expect(world.lastDay == last)
  }

  @Test("the smallest worlds can be written", arguments: [(1, 1), (2, 3), (5, 50)])
  func writesSmallWorlds(customers: Int, invoices: Int) throws {
    let world = try WrittenWorld(customers: customers, invoices: invoices, seed: 9)
    #expect(world.summary.invoices == invoices)
    #expect(try world.table("fichiers/clients.csv").count == customers)
  }
}
