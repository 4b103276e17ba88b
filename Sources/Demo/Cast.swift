import Law

/// How a customer of the demo pays.
enum PaymentHabit: UInt8 {
  /// On the due date, or a day or two around it.
  case punctual
  /// Always one to two weeks late.
  case late
  /// One to two months late.
  case veryLate
  /// On the 10th and the 25th only, everything that is due at once.
  case runs
  /// In two parts.
  case parts
  /// Once a month, all invoices of the month in one transfer.
  case grouped
  /// References wrong, misspelt or missing.
  case careless
  /// The bank's charges are taken off, or the cents are left out.
  case charges
  /// Pays an invoice twice now and then.
  case doubles
  /// Rounds up now and then.
  case overpays
  /// We collect by direct debit; now and then one comes back.
  case directDebit
  /// By cheque, banked in batches each Friday.
  case cheque
  /// The parent company pays.
  case parentPays
  /// Contests an invoice now and then, and pays it only once that is settled.
  case disputes
  /// Paid badly, then receivership was opened.
  case insolvent
  /// Paid well and stopped some months ago.
  case stopped
  case publicBuyer
  /// Invoiced and paid in US dollars.
  case dollars
  /// Three instalments on each invoice.
  case instalments
  /// In another country of the Union, without French VAT.
  case european
}

/// Who plays what: customer number `i` takes part `i` modulo the number of parts, so that a small
/// world shows every habit once and a large one keeps the same shares.
enum Cast {
  typealias Part = (habit: PaymentHabit, term: TermFormula)

  static subscript(index: Int) -> Part { parts[index % parts.count] }

  static let parts: [Part] = leading + crowd

  private static let leading: [Part] = [
    (.punctual, .net(30)), (.late, .net(30)), (.veryLate, .net(60)),
    (.runs, .daysThenEndOfMonth(45)), (.parts, .net(30)), (.grouped, .endOfMonthThenDays(45)),
    (.careless, .net(30)), (.charges, .net(45)), (.doubles, .net(30)), (.overpays, .onReceipt),
    (.directDebit, .net(30)), (.cheque, .net(30)), (.parentPays, .net(45)), (.disputes, .net(30)),
    (.insolvent, .net(60)), (.stopped, .net(30)), (.publicBuyer, .publicBuyer(30)),
    (.dollars, .net(30)), (.instalments, .net(30)), (.european, .net(30)),
    (.stopped, .daysThenEndOfMonth(30)), (.veryLate, .net(30)),
    (.runs, .daysThenEndOfMonthThe(30, day: 10)),
    // Longer than the law allows (L441-10 I).
    (.late, .net(90)),
  ]

  private static let crowd: [Part] = [
    (.punctual, .onReceipt), (.punctual, .net(30)), (.late, .net(30)),
    (.punctual, .daysThenEndOfMonth(30)), (.runs, .net(30)), (.punctual, .net(30)),
    (.careless, .net(30)), (.punctual, .net(60)), (.late, .daysThenEndOfMonth(45)),
    (.punctual, .net(15)), (.cheque, .net(30)), (.grouped, .net(30)), (.punctual, .onReceipt),
    (.directDebit, .net(30)), (.late, .net(30)), (.punctual, .endOfMonthThenDays(45)),
    (.parts, .net(30)), (.punctual, .net(30)), (.runs, .daysThenEndOfMonth(30)),
    (.punctual, .net(30)), (.parentPays, .net(30)), (.punctual, .net(15)), (.careless, .onReceipt),
    (.late, .net(45)), (.punctual, .net(30)), (.publicBuyer, .publicBuyer(50)),
    (.punctual, .onReceipt), (.directDebit, .onReceipt), (.punctual, .net(30)), (.late, .onReceipt),
    (.punctual, .daysThenEndOfMonth(30)), (.overpays, .net(30)), (.punctual, .net(30)),
    (.cheque, .net(30)), (.punctual, .net(30)), (.doubles, .onReceipt),
  ]

  /// Invoices that must be open today, so that the day's list shows each of its steps: how many
  /// days ago the invoice left, and who got it.
  static let openScenes: [(daysAgo: Int, part: Int)] = [
    (150, 14), (120, 23), (118, 15), (97, 20), (95, 2), (82, 13), (70, 21), (60, 16), (54, 4),
    (47, 12), (44, 1), (37, 8), (33, 26), (27, 25),
  ]
}
