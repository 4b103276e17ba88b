import CreditPolicy
import Law
import Ledger
import Quantities
import Testing

/// The lints whose answer depends on the day, the trade, the size of the firm or the buyer.
@Suite struct InvoiceCheckTests {
  static func found(
    _ draft: DocumentDraft, from issuer: Issuer = Issuer(), to buyer: Customer.Kind = .business
  ) -> [String] {
    check(draft, from: issuer, to: buyer).map { "\($0.level.rawValue) \($0.lint.rawValue)" }
  }

  static func changed(_ change: (inout DocumentDraft) -> Void) -> DocumentDraft {
    var draft = Samples.invoice
    change(&draft)
    return draft
  }

  static func issuer(
    _ sector: Sector = .general, _ size: EInvoicingCalendar.Size? = nil
  ) -> Issuer {
    var issuer = Issuer()
    issuer.sector = sector
    issuer.size = size
    return issuer
  }

  @Test func theSampleIsSound() {
    #expect(InvoiceCheckTests.found(Samples.invoice) == [])
    #expect(
      review(Samples.invoice).unchecked.map(\.lint) == [.reform], "the size is not chosen")
  }

  /// INV-12: the day of the ceiling is lawful, the day after it is not.
  @Test(arguments: [
    (Sector.general, TermFormula.net(60), Day(2027, 1, 1)),
    (.general, .daysThenEndOfMonth(45), Day(2027, 1, 14)), (.transport, .net(30), Day(2026, 12, 2)),
    (.perishable, .net(30), Day(2026, 11, 29)), (.livestock, .net(20), Day(2026, 11, 19)),
    (.export, .net(90), Day(2027, 1, 31)),
  ]) func theCeilingOfTheTrade(_ sector: Sector, _ term: TermFormula, _ last: Day) {
    for (due, findings) in [(last, []), (last.nextDay, ["error INV-12"])] {
      let draft = InvoiceCheckTests.changed {
        $0.term = PaymentTerm(term)
        $0.dues = [(day: due, amount: nil)]
      }
      #expect(InvoiceCheckTests.found(draft, from: InvoiceCheckTests.issuer(sector)) == findings)
    }
  }

  @Test func aTradeThatCountsFromDeliveryNeedsIt() {
    let draft = InvoiceCheckTests.changed { $0.delivery = nil }
    let issuer = InvoiceCheckTests.issuer(.livestock)
    #expect(InvoiceCheckTests.found(draft, from: issuer) == ["warning INV-04"])
    #expect(review(draft, from: issuer).unchecked.map(\.lint).contains(.ceiling))
  }

  /// INV-14: from 1 September 2026 for the large and the mid-sized, 2027 for the others.
  @Test(arguments: [
    (EInvoicingCalendar.Size.large, Day(2026, 8, 31), false), (.large, Day(2026, 9, 1), true),
    (.mid, Day(2026, 9, 1), true), (.sme, Day(2026, 9, 1), false), (.sme, Day(2027, 8, 31), false),
    (.sme, Day(2027, 9, 1), true), (.micro, Day(2027, 9, 1), true),
  ]) func theNewMentions(_ size: EInvoicingCalendar.Size, _ issue: Day, _ isDue: Bool) {
    let draft = InvoiceCheckTests.changed {
      $0.issue = issue
      $0.delivery = issue
      $0.dues = [(day: issue.adding(days: 30), amount: nil)]
      $0.mentions?.process = ""
      $0.mentions?.notes[0] = InvoiceNote(subject: "PMD", text: "3 fois le taux d’intérêt légal")
      $0.buyer = Party(name: "Menuiserie", street: "1 rue A", city: "Lyon")
    }
    let found = InvoiceCheckTests.found(draft, from: InvoiceCheckTests.issuer(.general, size))
    #expect(found == (isDue ? ["error INV-14", "error INV-14"] : []))
  }

  @Test func aSizeThatNobodyChose() {
    let draft = InvoiceCheckTests.changed { $0.mentions?.process = "" }
    #expect(review(draft).unchecked.map(\.lint).contains(.reform))
    var late = draft
    late.issue = Day(2027, 9, 1)
    late.dues = [(day: Day(2027, 10, 1), amount: nil)]
    late.mentions?.notes[0] = InvoiceNote(subject: "PMD", text: "3 fois le taux d’intérêt légal")
    #expect(InvoiceCheckTests.found(late) == ["error INV-14"])
  }

  /// R4.2: 150,00 € net may go without the VAT number and the exemption, 150,01 € may not.
  @Test(arguments: [(150_00, []), (150_01, ["error INV-02", "error INV-13"])])
  func smallAmounts(_ cents: Int, _ findings: [String]) {
    let net = Money(cents: Int64(cents))
    let draft = InvoiceCheckTests.changed {
      $0.net = net
      $0.tax = .zero
      $0.gross = net
      $0.payable = net
      $0.seller = $0.seller.map {
        Party(name: $0.name, siren: $0.siren, iban: $0.iban, street: $0.street, city: $0.city)
      }
      $0.mentions?.taxes[0].category = "AE"
      $0.mentions?.taxes[0].rate = .zero
      $0.mentions?.taxes[0].base = net
      $0.mentions?.taxes[0].tax = .zero
    }
    #expect(InvoiceCheckTests.found(draft) == findings)
  }

  /// INV-13: each category has its own words.
  @Test(arguments: [
    ("AE", "Autoliquidation", true), ("AE", "TVA due par le preneur", false),
    ("E", "TVA non applicable, art. 293 B du CGI", true), ("E", "", false),
    ("K", "Article 262 ter I du CGI", true), ("K", "", false), ("G", "", false),
    ("G", "Exportation, article 262 I du CGI", true), ("O", "Hors champ de la TVA", true),
  ]) func whyNoTaxIsCharged(_ category: String, _ words: String, _ isSound: Bool) {
    let draft = InvoiceCheckTests.changed {
      $0.tax = .zero
      $0.gross = $0.net
      $0.mentions?.taxes[0].category = category
      $0.mentions?.taxes[0].rate = .zero
      $0.mentions?.taxes[0].tax = .zero
      $0.mentions?.taxes[0].exemption = words
    }
    #expect(InvoiceCheckTests.found(draft) == (isSound ? [] : ["error INV-13"]))
  }

  @Test func aCreditNoteNamesTheInvoice() {
    let credit = InvoiceCheckTests.changed {
      $0.type = "381"
      $0.dues = []
      $0.mentions?.notes = []
    }
    #expect(InvoiceCheckTests.found(credit) == ["error INV-19"])
    var named = credit
    named.preceding = ["FA-2026-0001"]
    named.mentions?.precedingDays = [Day(2026, 9, 1)]
    #expect(InvoiceCheckTests.found(named) == [])
    named.mentions?.precedingDays = [nil]
    #expect(InvoiceCheckTests.found(named) == ["error INV-19"])
    var inWords = credit
    inWords.mentions?.notes = [
      InvoiceNote(subject: "", text: "Avoir sur la facture FA-2026-0001 du 01/09/2026")
    ]
    #expect(InvoiceCheckTests.found(inWords) == [])
  }

  @Test func abroadAndBetweenOthers() {
    let bare = InvoiceCheckTests.changed {
      $0.mentions?.notes.removeFirst(3)
      $0.dues = []
    }
    let ofPayment = ["INV-07", "INV-08", "INV-09", "INV-10"]
    #expect(InvoiceCheckTests.found(bare) == ofPayment.map { "error " + $0 })
    #expect(InvoiceCheckTests.found(bare, to: .publicBuyer) == [])
    #expect(InvoiceCheckTests.found(bare, to: .consumer) == [])
    var abroad = bare
    abroad.buyer = Party(name: "Schreiner", street: "A 1", city: "Köln", country: "DE")
    #expect(InvoiceCheckTests.found(abroad) == ofPayment.map { "warning " + $0 })
  }

  @Test func aSellerAbroadIsNotChecked() {
    let draft = InvoiceCheckTests.changed {
      $0.seller = Party(name: "Verdelin GmbH", country: "DE")
      $0.mentions?.notes = []
    }
    let review = review(draft)
    #expect(review.findings.isEmpty)
    #expect(review.unchecked.count == Lint.allCases.count)
  }

  /// A table says nothing of the invoice's mentions; its dates are still compared.
  @Test func aTableIsCheckedForItsDates() {
    let draft = InvoiceCheckTests.changed {
      $0.mentions = nil
      $0.seller = nil
      $0.dues = [(day: Day(2027, 3, 1), amount: nil)]
    }
    #expect(InvoiceCheckTests.found(draft) == ["error INV-12"])
    #expect(review(draft).unchecked.count == Lint.allCases.count - 2)
  }

  /// What a PDF's data leave out may stand on its page.
  @Test func aPageMayHoldTheSentence() {
    let draft = InvoiceCheckTests.changed {
      $0.mentions?.notes = []
      $0.mentions?.sellerLegal = ""
      $0.mentions?.hasPage = true
      $0.seller = $0.seller.map {
        Party(name: "Verdelin", vatNumber: $0.vatNumber, iban: $0.iban, street: "A", city: "B")
      }
    }
    #expect(
      InvoiceCheckTests.found(draft)
        == [
          "error INV-02", "warning INV-02", "warning INV-08", "warning INV-09", "warning INV-10",
          "warning INV-15",
        ])
  }

  @Test(arguments: [
    ("Dupont Menuiserie EI", "", []), ("Dupont", "Auto-entrepreneur", []),
    ("Les amis du bois", "Association loi 1901", []),
    ("Dupont", "RCS Lyon 732 829 320, capital de 1 000 €", ["la forme juridique"]),
    ("Dupont SA", "732 829 320 R.C.S. Lyon, capital : 37 000 €", []),
    ("La boulangerie et sa terrasse", "", ["la forme juridique", "le capital", "le RCS"]),
  ]) func whoTheSellerIs(_ name: String, _ legal: String, _ missing: [String]) {
    let draft = InvoiceCheckTests.changed {
      $0.seller = $0.seller.map {
        Party(
          name: name, siren: $0.siren, vatNumber: $0.vatNumber, iban: $0.iban, street: "A",
          city: "B")
      }
      $0.mentions?.sellerLegal = legal
    }
    let finding = check(draft).first { $0.lint == .seller }
    #expect((finding == nil) == missing.isEmpty)
    for part in missing { #expect(finding?.found.french.contains(part) == true, "\(part)") }
  }

  @Test func whatThePolicySaysGoesIntoTheRemedy() {
    let draft = InvoiceCheckTests.changed { $0.mentions?.sellerLegal = "" }
    var issuer = Issuer()
    issuer.name = "Verdelin Emballages"
    issuer.legalForm = "SAS"
    issuer.capital = "10 000 €"
    issuer.siren = "732829320"
    issuer.registry = "Angers"
    #expect(
      check(draft, from: issuer).map(\.remedy)
        == ["Verdelin Emballages SAS au capital de 10 000 €, RCS Angers 732829320"])
  }
}
