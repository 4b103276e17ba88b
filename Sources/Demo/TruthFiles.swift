import Quantities

/// What each movement really paid and what is really open: for tests, never for import.
///
/// The columns are those of the generated worlds that reconciliation engines are scored on.
struct TruthFiles {
  private let movements: OutputFile
  private let numberWidth: Int
  private(set) var openCount = 0
  /// In euros; other currencies are not added to it.
  private(set) var openEuros = Money.zero

  init(in folder: String, numberWidth: Int) throws(DemoError) {
    self.numberWidth = numberWidth
    movements = try OutputFile(folder + "/truth.csv")
    movements.text.put("bank_line_id,date,line_cents,amount_kind,text_kind,payer_kind,customer_id,")
    movements.text.put("invoice_number,allocated_cents,writeoff_cents,writeoff_reason\n")
  }

  /// What is known of a movement, repeated on each row it gives.
  struct Movement {
    let reference: Int
    let day: Day
    let cents: Int64
    let amount: String
    let text: String
    let payer: String
  }

  /// One row: part of a movement and the document it paid; neither customer nor document for noise.
  func add(
    _ movement: Movement, customer: DemoCustomer?, document: DemoDocument?, cents: Int64
  ) throws(DemoError) {
    if movement.reference > 0 { movements.text.put(bankReference: movement.reference) }
    movements.text.put(",")
    movements.text.put(iso: movement.day)
    movements.text.put(",")
    movements.text.put(number: Int(movement.cents))
    for word in [movement.amount, movement.text, movement.payer, customer?.code ?? ""] {
      movements.text.put(",")
      movements.text.put(text: word)
    }
    movements.text.put(",")
    if let document { movements.text.put(numberOf: document, width: numberWidth) }
    movements.text.put(",")
    movements.text.put(number: Int(cents))
    movements.text.put(",0,\n")
    try movements.flushWhenLarge()
  }

  func close() throws(DemoError) { try movements.flush() }

  /// Every document that is not settled on the last day, with what is left of it.
  mutating func writeOpen(
    _ documents: [DemoDocument], customers: [DemoCustomer], in folder: String
  ) throws(DemoError) {
    let file = try OutputFile(folder + "/open_truth.csv")
    file.text.put("invoice_number,customer_id,due_date,open_cents\n")
    for document in documents where document.openCents != 0 {
      let customer = customers[Int(document.customer)]
      openCount += 1
      if !customer.isInDollars { openEuros += Money(cents: document.openCents) }
      file.text.put(numberOf: document, width: numberWidth)
      file.text.put(",")
      file.text.put(text: customer.code)
      file.text.put(",")
      file.text.put(iso: document.due)
      file.text.put(",")
      file.text.put(number: Int(document.openCents))
      file.text.put("\n")
      try file.flushWhenLarge()
    }
    try file.flush()
  }
}
