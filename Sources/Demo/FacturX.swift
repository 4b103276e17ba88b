import Printing
import Quantities

extension InvoiceSheet {
  /// The invoice as a PDF that people read, with the same invoice in XML inside (Factur-X).
  func facturX() throws(AttachmentRefused) -> [UInt8] {
    try embed(.facturX(cii, day: document.issue), into: page.bytes)
  }

  private var page: PDFDocument {
    var page = PDFDocument(title: "Facture \(number)", author: firm.name, day: document.issue)
    page.letterhead = [
      .bold(firm.name), "\(firm.street)", "\(firm.postcode) \(firm.city)",
      "\(firm.email) · \(firm.phone)",
    ]
    page.recipient = [
      customer.name, customer.street, "\(customer.postcode) \(customer.city)",
    ]
    if customer.isAbroad { page.recipient.append(customer.country) }
    page.references = [
      "Client \(customer.code)", "Commande \(order)",
      "Livraison du \(document.delivery.french)",
    ]
    page.dateline = "\(firm.city), le \(document.issue.frenchLong)"
    page.footer = [
      "\(firm.name) · SIRET \(firm.siret) · TVA \(firm.vatNumber)",
      "IBAN \(iban) · BIC \(firm.bic)",
    ]
    page.runningTitle = "Facture \(number)"
    page.blocks = [
      .text(.bold("Facture \(number)"), .title), .table(linesTable), .space(8),
      .text(.bold("À payer au plus tard le \(document.due.frenchLong)")),
      .text("\(termText) Merci de rappeler le numéro \(number) dans votre virement."),
      .text(PDFText(DemoFirm.legalMentions + exemptionSentence), .small),
    ]
    return page
  }

  private var exemptionSentence: String { exemption.isEmpty ? "" : " " + exemption + "." }

  private var linesTable: PDFTable {
    let money = Currency(currency) ?? .eur
    func amount(_ cents: Int64) -> PDFText { PDFText(Money(cents: cents).french(in: money)) }
    let rows = lines.map { line in
      [
        PDFText(line.name), PDFText("\(line.quantity)"), amount(Int64(line.unitCents)),
        amount(line.netCents),
      ]
    }
    return PDFTable(
      columns: [
        .words("Désignation"), .figures("Quantité"), .figures("Prix unitaire HT"),
        .figures("Montant HT"),
      ],
      rows: rows,
      totals: [
        ["Total HT", "", "", amount(document.netCents)],
        [
          PDFText("TVA \(taxRate.replacing(".00", with: ""))\u{A0}%"), "", "",
          amount(document.taxCents),
        ],
        ["Total TTC", "", "", amount(document.grossCents)],
      ])
  }
}
