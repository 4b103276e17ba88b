import Printing
import Quantities

/// Writes each invoice and credit note of a world in its format.
struct InvoiceFiles {
  let world: DemoWorld
  let folder: String

  /// A world of this many invoices or more puts them in one table.
  static let largeWorld = 20_000

  /// Writes every document in order of issue, telling `progress` how many are done.
  func write(progress: (Int) -> Void) throws(DemoError) -> DemoSummary {
    let documents = world.payments.documents
    let table = InvoiceTable(
      customers: world.customers, documents: documents, numberWidth: world.sales.numberWidth)
    let isLarge = world.plan.invoices >= InvoiceFiles.largeWorld
    let new = try OutputFile(folder + "/factures-utf8.csv")
    // The older half comes from the program that the firm used before: another encoding.
    let old = isLarge ? new : try OutputFile(folder + "/factures-anciennes.csv")
    let change = world.plan.firstDay.adding(months: 9)
    new.text.put(text: InvoiceTable.header)
    if !isLarge { old.text.put(bytes: InvoiceTable.header.windows1252) }
    var summary = DemoSummary()
    var row = ByteText(capacity: 512)
    for (done, place) in InvoiceFiles.byIssue(documents, world.sales.invoiceCount).enumerated() {
      let document = documents[place]
      if document.isCredit { summary.creditNotes += 1 } else { summary.invoices += 1 }
      if document.form != .table {
        try writeOwnFile(place, counting: &summary)
      } else if !isLarge, document.issue < change {
        row.removeAll()
        table.put(document, on: world.plan.today, into: &row)
        old.text.put(bytes: String(decoding: row.bytes, as: UTF8.self).windows1252)
      } else {
        table.put(document, on: world.plan.today, into: &new.text)
        try new.flushWhenLarge()
      }
      if done % 4096 == 0 { progress(done) }
    }
    try new.flush()
    if !isLarge { try old.flush() }
    return summary
  }

  /// Places in order of issue: invoices and credit notes each are already.
  private static func byIssue(_ documents: [DemoDocument], _ invoices: Int) -> [Int] {
    var places: [Int] = []
    places.reserveCapacity(documents.count)
    var credit = invoices
    for invoice in 0..<invoices {
      while credit < documents.count, documents[credit].issue < documents[invoice].issue {
        places.append(credit)
        credit += 1
      }
      places.append(invoice)
    }
    places += credit..<documents.count
    return places
  }

  private func writeOwnFile(
    _ place: Int, counting summary: inout DemoSummary
  ) throws(DemoError) {
    let sheet = world.sheet(place)
    let name = folder + "/factures/" + sheet.number
    switch sheet.document.form {
    case .ubl:
      summary.ublFiles += 1
      try OutputFile.write(sheet.ubl, to: name + ".xml")
    case .facturX:
      summary.facturXFiles += 1
      try OutputFile.write(facturX(sheet, name), to: name + ".pdf")
    case .cii, .table:
      summary.ciiFiles += 1
      try OutputFile.write(sheet.cii, to: name + ".xml")
    }
  }

  private func facturX(_ sheet: InvoiceSheet, _ name: String) throws(DemoError) -> [UInt8] {
    do { return try sheet.facturX() } catch {
      throw .cannotWrite(path: name + ".pdf", reason: "\(error)")
    }
  }
}

extension DemoWorld {
  /// Everything that the file of the document at `place` says.
  func sheet(_ place: Int) -> InvoiceSheet {
    let document = payments.documents[place]
    let source = document.isCredit ? Int(document.corrects) : place
    var lines = InvoiceLine.lines(of: source, seed: plan.seed)
    if document.isCredit {
      lines = [
        InvoiceLine(
          name: "Avoir sur facture " + number(source), unit: "C62", quantity: 1,
          unitCents: Int(document.netCents))
      ]
    }
    return InvoiceSheet(
      firm: firm, customer: customers[Int(document.customer)], document: document,
      number: number(place),
      corrected: document.isCredit
        ? (number(source), payments.documents[source].issue) : nil,
      lines: lines)
  }

  /// The number on the document at `place`.
  func number(_ place: Int) -> String {
    var text = ByteText(capacity: 16)
    text.put(numberOf: payments.documents[place], width: sales.numberWidth)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
