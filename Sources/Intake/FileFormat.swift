/// A format the program reads, found from a file's content.
public enum FileFormat: String, Hashable, Sendable, CaseIterable {
  /// UN/CEFACT Cross Industry Invoice, D16B or D22B.
  case cii
  /// ZUGFeRD 1.0, the older `CrossIndustryDocument`.
  case zugferd1
  /// UBL 2.1 invoice or credit note.
  case ubl
  /// A PDF that carries a CII invoice: Factur-X, ZUGFeRD.
  case facturX
  /// A PDF without an invoice's data, named after its invoice: a copy of it.
  case pdfCopy
  case camt052
  case camt053
  case camt054
  /// SWIFT MT940, and MT942 of the running day.
  case mt940
  /// OFX 1 (SGML) and OFX 2 (XML).
  case ofx
  /// The French banks' statement of 120 characters a record.
  case cfonb120
  case qif
  /// Lifecycle message of the e-invoicing reform.
  case cdar
  /// Notices of collective proceedings: the answer of the open data service.
  case bodaccJSON
  /// The same as a file of an issue (`PCL_BXA…`).
  case bodaccXML
  case csvInvoices
  case csvCustomers
  case csvStatement
  /// The accounts as the tax office wants them (fichier des écritures comptables).
  case fec

  /// What users call it.
  public var name: Phrase {
    switch self {
    case .cii: "CII"
    case .zugferd1: "ZUGFeRD 1.0"
    case .ubl: "UBL"
    case .facturX: "Factur-X"
    case .pdfCopy: Phrase(french: "copie de facture (PDF)", english: "copy of an invoice (PDF)")
    case .camt052: "CAMT.052"
    case .camt053: "CAMT.053"
    case .camt054: "CAMT.054"
    case .mt940: "MT940"
    case .ofx: "OFX"
    case .cfonb120: "CFONB 120"
    case .qif: "QIF"
    case .cdar: Phrase(french: "cycle de vie (CDAR)", english: "lifecycle (CDAR)")
    case .bodaccJSON, .bodaccXML: "BODACC"
    case .csvInvoices: Phrase(french: "factures (CSV)", english: "invoices (CSV)")
    case .csvCustomers: Phrase(french: "clients (CSV)", english: "customers (CSV)")
    case .csvStatement: Phrase(french: "relevé bancaire (CSV)", english: "bank statement (CSV)")
    case .fec: "FEC"
    }
  }
}
