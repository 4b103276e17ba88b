import CreditPolicy
import Foundation
import Law
import Ledger
import Testing

/// Each fault of an invoice is found, and only it.
@Suite struct InvoiceFaultTests {
  struct Fault: CustomTestStringConvertible, Sendable {
    let found: String
    /// What is taken out, and what is put in its place.
    let old: String
    var new = ""
    var isUBL = false

    var testDescription: String { found + (isUBL ? " UBL: " : " CII: ") + old.prefix(40) }
  }

  static let cii: [Fault] = [
    Fault(found: "error INV-02", old: "<ID schemeID=\"VA\">FR44732829320</ID>"),
    Fault(found: "error INV-02", old: "SAS au capital de 10 000 €, ", new: "Entreprise, "),
    Fault(found: "error INV-02", old: "au capital de 10 000 €, ", new: ", "),
    Fault(found: "error INV-02", old: ", RCS Angers 732 829 320"),
    Fault(found: "error INV-02", old: "RCS Angers 732 829 320", new: "RCS 732 829 320"),
    Fault(found: "error INV-02", old: "<CityName>Angers</CityName>"),
    Fault(found: "error INV-03", old: "<CityName>Lyon</CityName>"),
    Fault(found: "warning INV-04", old: "20261030</DateTimeString>", new: "</DateTimeString>"),
    Fault(found: "error INV-05", old: "<Name>Carton 30 × 20</Name>"),
    Fault(found: "error INV-05", old: ">250</BilledQuantity>", new: "> </BilledQuantity>"),
    Fault(found: "error INV-05", old: "<ChargeAmount>4.00</ChargeAmount>"),
    Fault(
      found: "error INV-05",
      old: "<CategoryCode>S</CategoryCode><RateApplicablePercent>20</RateApplicablePercent>"),
    Fault(found: "error INV-05", old: SoundInvoice.ciiLine),
    Fault(found: "error INV-06", old: ">2000.00</BasisAmount>", new: ">1900.00</BasisAmount>"),
    Fault(found: "error INV-06", old: "<BasisAmount>2000.00</BasisAmount>"),
    Fault(
      found: "error INV-06", old: "<RateApplicablePercent>20.00</RateApplicablePercent>",
      new: "<RateApplicablePercent>10.00</RateApplicablePercent>"),
    Fault(found: "error INV-07", old: "20261202</DateTimeString>", new: "</DateTimeString>"),
    Fault(found: "error INV-08", old: "Escompte pour paiement anticipé : néant.", new: "Merci."),
    Fault(found: "error INV-09", old: "taux BCE majoré de 10 points", new: "selon nos conditions"),
    Fault(found: "error INV-09", old: "taux BCE majoré de 10 points", new: "5 %"),
    Fault(found: "error INV-09", old: "Pénalités de retard : taux BCE majoré de 10 points."),
    Fault(found: "error INV-10", old: " : 40 €"),
    Fault(found: "error INV-11", old: "<IssuerAssignedID>CDE7</IssuerAssignedID>"),
    Fault(found: "error INV-12", old: "20261202", new: "20270131"),
    Fault(
      found: "warning INV-15", old: "Clause de réserve de propriété : article 8 de nos CGV.",
      new: "Merci."),
    Fault(found: "warning INV-16", old: "<IBANID>FR7630006000011234567890189</IBANID>"),
    Fault(found: "warning INV-16", old: "FR7630006000011234567890189", new: "FR7630006000011"),
    Fault(found: "warning INV-16", old: "<PaymentReference>FA-2026-0042</PaymentReference>"),
  ]

  static let ubl: [Fault] = [
    Fault(found: "error INV-02", old: "SARL au capital", new: "au capital", isUBL: true),
    Fault(found: "error INV-02", old: " RCS Angers", isUBL: true),
    Fault(found: "error INV-03", old: "<CityName>Lyon</CityName>", isUBL: true),
    Fault(
      found: "warning INV-04", old: "<ActualDeliveryDate>2026-10-30</ActualDeliveryDate>",
      isUBL: true),
    Fault(found: "error INV-05", old: "<Name>Étude</Name>", isUBL: true),
    Fault(found: "error INV-05", old: "<InvoicedQuantity>1</InvoicedQuantity>", isUBL: true),
    Fault(found: "error INV-05", old: "<PriceAmount>1000.00</PriceAmount>", isUBL: true),
    Fault(
      found: "error INV-05",
      old: "<ClassifiedTaxCategory><ID>S</ID></ClassifiedTaxCategory>", isUBL: true),
    Fault(
      found: "error INV-06", old: "<TaxableAmount>1000.00</TaxableAmount>", isUBL: true),
    Fault(found: "error INV-07", old: "<DueDate>2026-12-02</DueDate>", isUBL: true),
    Fault(
      found: "error INV-08", old: "<Note>#AAB#Escompte pour paiement anticipé : néant.</Note>",
      isUBL: true),
    Fault(found: "error INV-09", old: "trois fois", new: "deux fois", isUBL: true),
    Fault(found: "error INV-10", old: ": 40 €", isUBL: true),
    Fault(found: "error INV-11", old: "<ID>CDE7</ID>", isUBL: true),
    Fault(found: "error INV-12", old: "2026-12-02", new: "2027-02-15", isUBL: true),
    Fault(found: "warning INV-16", old: "<PaymentID>FA-2026-0042</PaymentID>", isUBL: true),
  ]

  static func found(_ text: String, from issuer: Issuer = Issuer()) throws -> [String] {
    check(try SoundInvoice.draft(text), from: issuer).map {
      "\($0.level.rawValue) \($0.lint.rawValue)"
    }
  }

  @Test func theSoundOnesAreSound() throws {
    #expect(try InvoiceFaultTests.found(SoundInvoice.cii) == [])
    #expect(try InvoiceFaultTests.found(SoundInvoice.ubl) == [])
  }

  @Test(arguments: cii + ubl) func oneFault(_ fault: Fault) throws {
    let sound = fault.isUBL ? SoundInvoice.ubl : SoundInvoice.cii
    try #require(sound.contains(fault.old))
    let faulty = sound.replacing(fault.old, with: fault.new)
    #expect(try InvoiceFaultTests.found(faulty) == [fault.found])
  }

  /// Faults that take more than one change.
  @Test(arguments: [
    (
      "error INV-03",
      [
        "FR40443061841": "", ">S</": ">AE</",
        "<TypeCode>VAT": "<ExemptionReason>"
          + "Autoliquidation</ExemptionReason><TypeCode>VAT", ">20.00</Rate": ">0.00</Rate",
        ">400.00<": ">0.00<", ">2400.00<": ">2000.00<",
      ]
    ),
    (
      "error INV-13",
      [
        ">S</": ">AE</", ">20.00</Rate": ">0.00</Rate", ">400.00<": ">0.00<",
        ">2400.00<": ">2000.00<",
      ]
    ),
    (
      "error INV-13",
      [
        ">S</": ">E</", ">20.00</Rate": ">0.00</Rate", ">400.00<": ">0.00<",
        ">2400.00<": ">2000.00<",
      ]
    ),
    ("error INV-18", [">380<": ">385<", "20261202": "20261220"]),
    (
      "warning INV-18",
      [
        "20261202": "20261220",
        "<SpecifiedTradePaymentTerms>":
          "<BillingSpecifiedPeriod><StartDateTime><DateTimeString>20261001</DateTimeString>"
          + "</StartDateTime><EndDateTime><DateTimeString>20261031</DateTimeString></EndDateTime>"
          + "</BillingSpecifiedPeriod><SpecifiedTradePaymentTerms>",
      ]
    ),
    ("warning INV-17", ["<IssuerAssignedID>CDE7</IssuerAssignedID>": "", "20261015": ""]),
  ]) func severalChanges(_ found: String, _ changes: [String: String]) throws {
    var text = SoundInvoice.cii
    for (old, new) in changes {
      try #require(text.contains(old))
      text = text.replacing(old, with: new)
    }
    #expect(try InvoiceFaultTests.found(text) == [found])
  }

  @Test func everyLintOfTheSheetIsChecked() throws {
    let here = URL(filePath: #filePath).resolvingSymlinksInPath()
    let root = here.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let sheet = try String(contentsOf: root.appending(path: "docs/law.md"), encoding: .utf8)
    let listed = sheet.matches(of: /(?m)^\| (INV-\d\d) \|/).map { String($0.1) }
    #expect(listed == Lint.allCases.map(\.rawValue))
    for lint in Lint.allCases { #expect(lint.citation.sheet == lint.rawValue) }
  }
}
