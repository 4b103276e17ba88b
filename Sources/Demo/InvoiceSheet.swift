import Quantities

/// An invoice or a credit note with everything its own file says, whatever the format.
struct InvoiceSheet {
  let firm: DemoFirm
  let customer: DemoCustomer
  let document: DemoDocument
  let number: String
  /// The number and day of the invoice that a credit note corrects.
  let corrected: (number: String, issue: Day)?
  let lines: [InvoiceLine]

  /// The code of UNTDID 1001.
  var typeCode: String { document.isCredit ? "381" : "380" }
  var currency: String { customer.isInDollars ? "USD" : "EUR" }
  var iban: String { customer.isInDollars ? firm.dollarIBAN : firm.iban }
  var order: String { String(document.order) }

  /// The VAT category of UNTDID 5305: standard, within the Union, or export.
  var taxCategory: String {
    switch customer.country {
    case "FR": "S"
    case "US": "G"
    default: "K"
    }
  }
  var taxRate: String { customer.isAbroad ? "0.00" : "20.00" }
  /// Why no VAT is charged; empty when it is.
  var exemption: String {
    switch taxCategory {
    case "K": "Livraison intracommunautaire exonérée de TVA, article 262 ter I du CGI"
    case "G": "Exportation exonérée de TVA, article 262 I du CGI"
    default: ""
    }
  }

  var instalments: [(due: Day, cents: Int64)] {
    if document.isCredit { return [] }
    return customer.habit == .instalments
      ? document.instalments : [(document.due, document.grossCents)]
  }

  /// The payment term in words, with the law's mentions.
  var termText: String {
    if document.isCredit { return "Avoir à déduire de votre prochain règlement." }
    if customer.habit == .instalments { return "Paiement en trois fois, à 20, 40 et 60 jours." }
    return customer.termWords + "."
  }

  var reason: String {
    switch document.kind {
    case .invoice: ""
    case .creditForError: "Erreur de facturation"
    case .creditAsAllowance: "Geste commercial"
    }
  }

  /// The two parties with what an invoice must say of them.
  var seller: Side {
    Side(
      code: "", name: firm.name, siren: firm.siren, vatNumber: firm.vatNumber,
      street: firm.street, postcode: firm.postcode, city: firm.city, country: "FR",
      email: firm.email)
  }
  var buyer: Side {
    Side(
      code: customer.code, name: customer.name, siren: customer.siren,
      vatNumber: customer.vatNumber, street: customer.street, postcode: customer.postcode,
      city: customer.city, country: customer.country, email: customer.email)
  }

  struct Side {
    let code, name, siren, vatNumber, street, postcode, city, country, email: String
  }
}

extension Int64 {
  /// Cents as a machine amount: `1234.50`.
  var asAmount: String { Money(cents: self).decimal }
}
