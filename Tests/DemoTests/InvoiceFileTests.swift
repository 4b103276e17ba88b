import Demo
import Foundation
import Quantities
import Testing

@Suite("Invoices in files of their own")
struct InvoiceFileTests {
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
    let world = try WrittenWorld.small.get()
    let paths = world.invoicePaths
    for path in paths.filter({ $0.hasSuffix(".xml") }) + world.statementPaths {
      #expect(isWellFormed(try world.text(path)), "\(path)")
    }
    #expect(!isWellFormed("<a><b></a></b>"))
  }

  @Test("mandatory terms of EN 16931 stand in each file, and its lines sum to its total")
  func saysWhatItMust() throws {
    let world = try WrittenWorld.small.get()
    let paths = world.invoicePaths
    for path in paths where path.hasSuffix(".xml") {
      let xml = try world.text(path)
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

  @Test("an invoice states its term, the 40 € and the penalty rate")
  func statesTheLaw() throws {
    let world = try WrittenWorld.small.get()
    let paths = world.invoicePaths
    for path in paths where path.hasSuffix(".xml") && path.contains("/FA-") {
      let xml = try world.text(path)
      #expect(xml.contains("40 €") && xml.contains("majoré de dix points"), "\(path)")
      #expect(xml.contains("DueDate"), "\(path)")
    }
  }

  @Test("a credit note names the invoice it corrects")
  func namesItsInvoice() throws {
    let world = try WrittenWorld.small.get()
    let paths = world.invoicePaths
    let credits = paths.filter { $0.contains("/AV-") }
    #expect(!credits.isEmpty)
    for path in credits {
      let xml = try world.text(path)
      #expect(xml.contains("381"))
      #expect(
        xml.contains("<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>FA-")
          || xml.contains("<cac:InvoiceDocumentReference><cbc:ID>FA-"), "\(path)")
    }
  }

  @Test("three instalments have three due dates whose parts sum to the total")
  func paysInParts() throws {
    let world = try WrittenWorld.small.get()
    let paths = world.invoicePaths
    var found = 0
    for path in paths where path.hasSuffix(".xml") {
      let xml = try world.text(path)
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

  @Test("a Factur-X file is a PDF that gives its XML back")
  func carriesItsXML() throws {
    let tool = "/usr/bin/pdfdetach"
    guard FileManager.default.isExecutableFile(atPath: tool) else {
      print("skipped: pdfdetach of poppler-utils is not installed")
      return
    }
    let world = try WrittenWorld.small.get()
    let paths = world.invoicePaths
    let folder = WrittenWorld.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let pdfs = paths.filter { $0.hasSuffix(".pdf") }
    #expect(pdfs.count > 20)
    for path in pdfs.prefix(4) {
      let pdf = try world.bytes(path)
      #expect(pdf.starts(with: Array("%PDF-".utf8)))
      try Data(pdf).write(to: URL(fileURLWithPath: folder + "/invoice.pdf"))
      let xml = folder + "/attached.xml"
      let process = Process()
      process.executableURL = URL(fileURLWithPath: tool)
      process.arguments = ["-savefile", "factur-x.xml", "-o", xml, folder + "/invoice.pdf"]
      try process.run()
      process.waitUntilExit()
      let attached = try Data(contentsOf: URL(fileURLWithPath: xml))
      let text = String(decoding: attached, as: UTF8.self)
      let number = WrittenWorld.number(path)
      #expect(text.contains("<ram:ID>\(number)</ram:ID>") && isWellFormed(text))
    }
  }
}
