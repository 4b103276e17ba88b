import Demo
import Foundation
import Quantities
import Testing

@Suite("Invoices in files of their own")
struct InvoiceFileTests {
  private func withInvoices(_ check: (WrittenWorld, [String]) throws -> Void) throws {
    let folder = WrittenWorld.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let world = DemoWorld(customers: 60, invoices: 600, seed: 3, today: Day(2026, 11, 23))
    let written = WrittenWorld(folder: folder, summary: try world.write(to: folder))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/fichiers/factures")
    try check(written, names.sorted().map { "fichiers/factures/" + $0 })
  }

  private func text(_ world: WrittenWorld, _ path: String) throws -> String {
    String(decoding: try world.bytes(path), as: UTF8.self)
  }

  /// Elements opened and closed in turn, as any XML reader asks; the names alone are looked at.
  private func isWellFormed(_ xml: String) -> Bool {
    var open: [Substring] = []
    var rest = xml[...]
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      let inside = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if inside.hasPrefix("?") { continue }
      if inside.hasPrefix("/") {
        guard open.popLast() == inside.dropFirst() else { return false }
      } else if !inside.hasSuffix("/") {
        open.append(inside.prefix { $0 != " " })
      }
    }
    return open.isEmpty && !rest.contains("<")
  }

  @Test("XML files are well formed, statements too")
  func isXML() throws {
    try withInvoices { world, paths in
      let statements = try FileManager.default.contentsOfDirectory(
        atPath: world.folder + "/fichiers"
      ).filter { $0.hasSuffix(".xml") }.map { "fichiers/" + $0 }
      for path in paths.filter({ $0.hasSuffix(".xml") }) + statements {
        #expect(isWellFormed(try text(world, path)), "\(path)")
      }
      #expect(!isWellFormed("<a><b></a></b>"))
    }
  }

  @Test("mandatory terms of EN 16931 stand in each file, and its lines sum to its total")
  func saysWhatItMust() throws {
    try withInvoices { world, paths in
      for path in paths where path.hasSuffix(".xml") {
        let xml = try text(world, path)
        let isCII = xml.contains("CrossIndustryInvoice")
        let terms =
          isCII
          ? [
            "<ram:TypeCode>38", "SellerTradeParty", "BuyerTradeParty", "SpecifiedTaxRegistration",
            "InvoiceCurrencyCode", "GuidelineSpecifiedDocumentContextParameter",
            "IncludedSupplyChainTradeLineItem", "<ram:IBANID>FR", "DuePayableAmount",
          ]
          : [
            "TypeCode>38", "AccountingSupplierParty", "AccountingCustomerParty", "PartyTaxScheme",
            "DocumentCurrencyCode", "CustomizationID", "PayableAmount", "<cbc:ID>FR",
          ]
        for term in terms { #expect(xml.contains(term), "\(path): \(term)") }
        let lineTag = isCII ? "LineTotalAmount>" : "LineExtensionAmount currencyID="
        let amounts = xml.components(separatedBy: lineTag).dropFirst().compactMap { part in
          let digits = part.drop { $0 == "\"" || $0.isLetter || $0 == ">" }
          return Money(decimal: digits.prefix { $0.isNumber || $0 == "." })
        }
        // The lines' amounts and, once, their sum.
        let sum = Money(cents: amounts.map(\.cents).reduce(0, +))
        let total = try #require(isCII ? amounts.last : amounts.first)
        #expect(sum == total + total, "\(path)")
      }
    }
  }

  @Test("an invoice states its term, the 40 € and the penalty rate")
  func statesTheLaw() throws {
    try withInvoices { world, paths in
      for path in paths where path.hasSuffix(".xml") && path.contains("/FA-") {
        let xml = try text(world, path)
        #expect(xml.contains("40 €") && xml.contains("majoré de dix points"), "\(path)")
        #expect(xml.contains("DueDate"), "\(path)")
      }
    }
  }

  @Test("a credit note names the invoice it corrects")
  func namesItsInvoice() throws {
    try withInvoices { world, paths in
      let credits = paths.filter { $0.contains("/AV-") }
      #expect(!credits.isEmpty)
      for path in credits {
        let xml = try text(world, path)
        #expect(xml.contains("381"))
        #expect(
          xml.contains("<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>FA-")
            || xml.contains("<cac:InvoiceDocumentReference><cbc:ID>FA-"), "\(path)")
      }
    }
  }

  @Test("three instalments have three due dates whose parts sum to the total")
  func paysInParts() throws {
    try withInvoices { world, paths in
      var found = 0
      for path in paths where path.hasSuffix(".xml") {
        let xml = try text(world, path)
        let parts = xml.components(separatedBy: "<ram:PartialPaymentAmount>").dropFirst()
          .compactMap { Money(decimal: $0.prefix { $0 != "<" }) }
        if parts.isEmpty { continue }
        found += 1
        #expect(parts.count == 3)
        let total = WrittenWorld.between(xml, "<ram:DuePayableAmount>", "<")
        #expect(parts.sum() == Money(decimal: total ?? ""))
      }
      #expect(found > 0)
    }
  }

  @Test("a Factur-X file is a PDF that gives its XML back")
  func carriesItsXML() throws {
    let tool = "/usr/bin/pdfdetach"
    guard FileManager.default.isExecutableFile(atPath: tool) else {
      print("skipped: pdfdetach of poppler-utils is not installed")
      return
    }
    try withInvoices { world, paths in
      let pdfs = paths.filter { $0.hasSuffix(".pdf") }
      #expect(pdfs.count > 20)
      for path in pdfs.prefix(4) {
        #expect(try world.bytes(path).starts(with: Array("%PDF-".utf8)))
        let xml = world.folder + "/attached.xml"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: tool)
        process.arguments = ["-savefile", "factur-x.xml", "-o", xml, world.folder + "/" + path]
        try process.run()
        process.waitUntilExit()
        let text = String(decoding: try world.bytes("attached.xml"), as: UTF8.self)
        let number = path.dropFirst("fichiers/factures/".count).dropLast(4)
        #expect(text.contains("<ram:ID>\(number)</ram:ID>") && isWellFormed(text))
      }
    }
  }
}
