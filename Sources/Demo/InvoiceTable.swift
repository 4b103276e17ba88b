import Law
import Quantities

/// Invoices and credit notes as the accounting program exports them: a French table, `;` between
/// cells, decimal comma, days as JJ/MM/AAAA.
struct InvoiceTable {
  let customers: [DemoCustomer]
  let documents: [DemoDocument]
  let numberWidth: Int

  static let header =
    "N° facture;Type;Code client;Client;SIREN;N° TVA;Date facture;Date commande;"
    + "Date livraison;Échéance;Conditions de règlement;Montant HT;Montant TVA;Montant TTC;"
    + "Devise;N° commande;Facture d'origine;Motif avoir;Litige;Date litige;Motif litige\r\n"

  func put(_ document: DemoDocument, on today: Day, into text: inout ByteText) {
    let customer = customers[Int(document.customer)]
    text.put(numberOf: document, width: numberWidth)
    text.put(document.isCredit ? ";Avoir;" : ";Facture;")
    text.put(bytes: customer.tableCells)
    text.put(french: document.issue)
    text.put(";")
    if !document.isCredit { text.put(french: document.ordered) }
    text.put(";")
    if !document.isCredit { text.put(french: document.delivery) }
    text.put(";")
    if !document.isCredit { text.put(french: document.due) }
    text.put(";")
    if !document.isCredit { text.put(text: customer.termWords) }
    putAmounts(document, into: &text)
    text.put(customer.isInDollars ? ";USD;" : ";EUR;")
    if !document.isCredit { text.put(number: document.order) }
    text.put(";")
    putReasons(document, on: today, into: &text)
    text.put("\r\n")
  }

  private func putAmounts(_ document: DemoDocument, into text: inout ByteText) {
    let sign: Int64 = document.isCredit ? -1 : 1
    for cents in [document.netCents, document.taxCents, document.grossCents] {
      text.put(";")
      text.put(cents: sign * cents, point: UInt8(ascii: ","))
    }
  }

  private func putReasons(_ document: DemoDocument, on today: Day, into text: inout ByteText) {
    if document.isCredit {
      text.put(numberOf: documents[Int(document.corrects)], width: numberWidth)
      text.put(
        document.kind == .creditForError ? ";Erreur de facturation;;;" : ";Geste commercial;;;")
    } else if document.dispute > 0, document.disputed <= today {
      text.put(";;oui;")
      text.put(french: document.disputed)
      text.put(";")
      text.put(text: Vocabulary.disputes[Int(document.dispute) - 1])
    } else {
      text.put(";;;;")
    }
  }
}

extension TermFormula {
  /// The term as an invoice states it.
  var frenchWords: String {
    switch self {
    case .onReceipt: "À réception"
    case .net(let days), .publicBuyer(let days): "\(days) jours net"
    case .daysThenEndOfMonth(let days): "\(days) jours fin de mois"
    case .endOfMonthThenDays(let days): "Fin de mois \(days) jours"
    case .daysThenEndOfMonthThe(let days, let day): "\(days) jours fin de mois le \(day)"
    case .decade(let days): "\(days) jours fin de décade"
    case .afterDeliveryMonth(let days): "\(days) jours fin de mois de livraison"
    case .none: ""
    }
  }
}
