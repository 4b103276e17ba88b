import Intake
import Law
import Ledger
import Quantities
import Store

/// Documents: what sales, openings and other entries ask of customers, or grant them.
extension BooksRegistrar {
  /// A document made of rows of one entry: one customer, one number.
  private struct Sum {
    let customer: CustomerID
    let number: String
    var postings: [Posting]
    var amount: Money { postings.map(\.amount).sum() }
  }

  func takeSale(_ entry: JournalEntry) throws {
    var sums: [Sum] = []
    for posting in entry.postings {
      let (number, isOwn) = BooksNumber.sale(posting, entry)
      let customer = try customer(of: posting, document: number)
      if let place = sums.firstIndex(where: { $0.customer == customer && $0.number == number }) {
        sums[place].postings.append(posting)
      } else {
        sums.append(Sum(customer: customer, number: number, postings: [posting]))
        if !isOwn { tally.numbered += 1 }
      }
    }
    for sum in sums where !sum.amount.isZero {
      var draft = BooksDocument(number: sum.number, amount: sum.amount, issue: entry.day)
      // Dated by the invoice itself, unless the file's date cannot be that.
      if let day = sum.postings[0].pieceDay, day <= entry.day, entry.day.number - day.number < 400 {
        draft.issue = day
      }
      if sums.count == 1 {
        (draft.net, draft.tax, draft.deposit) = (entry.net, entry.tax, entry.deposit)
      }
      try book(draft, sum, entry)
    }
  }

  func takeOpening(_ entry: JournalEntry) throws {
    // A number that several customers bear is none of a document.
    var bearers: [String: String] = [:]
    for posting in entry.postings {
      guard let number = BooksNumber.opening(posting, entry) else { continue }
      let account = posting.customer.ledgerAccount
      bearers[number] = bearers[number].map { $0 == account ? account : "" } ?? account
    }
    var sums: [Sum] = []
    for posting in entry.postings {
      var number = BooksNumber.opening(posting, entry) ?? ""
      if bearers[number] == "" { number = "" }
      let customer = try customer(of: posting, document: number)
      openings[customer, default: (entry.day, .zero)].sum += posting.amount
      if number.isEmpty {
        if try isKnownBefore(customer, entry.day) { continue }
        number = BooksNumber.openingSum(posting, entry)
      }
      let sign = posting.amount.isNegative
      if let place = sums.firstIndex(where: {
        $0.customer == customer && $0.number == number && $0.amount.isNegative == sign
      }) {
        sums[place].postings.append(posting)
      } else {
        sums.append(Sum(customer: customer, number: number, postings: [posting]))
      }
    }
    for sum in sums {
      var draft = BooksDocument(number: sum.number, amount: sum.amount, issue: entry.day)
      draft.isOpening = true
      if let day = sum.postings[0].pieceDay, day < entry.day { draft.issue = day }
      try book(draft, sum, entry)
    }
  }

  /// Whether the book held documents of a customer before the day the year began.
  func isKnownBefore(_ customer: CustomerID, _ day: Day) throws -> Bool {
    if let known = knownBefore[customer] { return known }
    let known = try pen.reader.hasDocuments(
      of: customer, issuedBefore: day, enteredBefore: balances.first)
    knownBefore[customer] = known
    return known
  }

  /// Compensations between rows of one customer tie their letters; what is left over raises or
  /// lowers what is owed.
  func takeOther(_ entry: JournalEntry) throws {
    var places: [CustomerID: [Int]] = [:]
    var order: [CustomerID] = []
    for (place, posting) in entry.postings.enumerated() {
      let customer = try customer(of: posting)
      if places[customer] == nil { order.append(customer) }
      places[customer, default: []].append(place)
    }
    let against =
      entry.counterparts.max { $0.amount.magnitude < $1.amount.magnitude }?.account ?? ""
    for customer in order {
      let own = places[customer] ?? []
      if own.map({ entry.postings[$0].amount }).sum().isZero {
        let groups = own.map { letters.place(of: entry.postings[$0]) }
        for group in groups.dropFirst() { letters.join(groups[0], group) }
        continue
      }
      for place in own {
        try bookOther(entry, place, of: customer, against: against)
      }
    }
  }

  private func bookOther(
    _ entry: JournalEntry, _ place: Int, of customer: CustomerID, against account: String
  ) throws {
    let posting = entry.postings[place]
    var draft = BooksDocument(
      number: BooksNumber.other(entry, against: account, place: place), amount: posting.amount,
      issue: entry.day)
    draft.isAllowance = BooksNumber.isAllowance(account)
    try book(
      draft, Sum(customer: customer, number: draft.number, postings: [posting]), entry)
  }

  /// What a customer was let off beside a payment: charges, a discount.
  func bookAllowance(
    _ allowance: BooksPayment.Allowance, _ entry: JournalEntry, of customer: CustomerID
  ) throws {
    var posting = entry.postings[allowance.posting]
    posting.amount = Money(cents: -allowance.cents)
    var draft = BooksDocument(
      number: BooksNumber.other(entry, against: allowance.account, place: allowance.posting),
      amount: posting.amount, issue: entry.day)
    draft.isAllowance = true
    try book(
      draft, Sum(customer: customer, number: draft.number, postings: [posting]), entry)
  }

  // MARK: - Into the book

  private func book(_ draft: BooksDocument, _ sum: Sum, _ entry: JournalEntry) throws {
    var draft = draft
    if draft.issue > today { draft.issue = entry.day }
    guard let booked = try append(draft, of: sum.customer, entry) else { return }
    for posting in sum.postings {
      letter(.document(booked.number), posting, of: booked.customer, on: draft.issue)
    }
  }

  /// The document in the book, new or known; nil when it contradicts what the book knows.
  private func append(
    _ draft: BooksDocument, of customer: CustomerID, _ entry: JournalEntry
  ) throws -> (number: EntryNumber, customer: CustomerID)? {
    let term = directory[customer]?.party.term
    var draft = draft
    var first: BookedDocument?
    for number in BooksNumber.spellings(draft.number, entry) {
      draft.number = number
      if let entry = try pen.append(draft.fact(term), customer: customer, happened: draft.issue) {
        balances.add(entry, draft.amount.cents)
        tally.count(isNew: true, draft.isCredit ? \.creditNotes : \.invoices)
        return (entry, customer)
      }
      guard let known = try pen.reader.booked(reference: number, isCredit: draft.isCredit) else {
        return nil
      }
      if !balances.isFresh(known.number), draft.isSame(as: known, of: customer) {
        tally.count(isNew: false, \.invoices)
        return known.currency == .eur ? (known.number, known.customer) : nil
      }
      if first == nil { first = known }
      // Numbers that begin anew each year, or are no numbers at all, are told apart by their entry.
      let isAnother = balances.isFresh(known.number) || draft.isAnother(than: known, of: customer)
      let apart = BooksNumber.apart(number, entry)
      guard try isAnother || pen.reader.booked(reference: apart, isCredit: draft.isCredit) != nil
      else { break }
    }
    if let first { reject(draft, as: first, entry) }
    return nil
  }

  private func reject(_ draft: BooksDocument, as known: BookedDocument, _ entry: JournalEntry) {
    let number = BooksNumber.sale(entry.postings[0], entry).number
    tally.reject(
      entry, "PieceRef", draft.number.hasPrefix(number) ? number : draft.number,
      Phrase(
        french: "un numéro nouveau\u{A0}: le livre connaît cette pièce pour "
          + "\(known.payable.french) du \(known.issue.french)",
        english: "a new number: the book knows this document with \(known.payable.english) of "
          + "\(known.issue.iso)"))
  }

  /// Says where the books began with another balance than the book held the day before.
  func compareOpenings() throws {
    for (customer, opening) in openings.sorted(by: { $0.key < $1.key })
    where knownBefore[customer] == true {
      let eve = opening.day.adding(days: -1)
      let held = try pen.reader.balance(of: customer, on: eve)
      guard held != opening.sum else { continue }
      let name = directory[customer]?.name ?? ""
      tally.note(
        Phrase(
          french: "à-nouveau de \(name) au \(opening.day.french)\u{A0}: \(opening.sum.french) dans "
            + "le FEC, \(held.french) dans le livre\u{A0}; le livre est gardé",
          english:
            "opening balance of \(name) on \(opening.day.iso): \(opening.sum.english) in the "
            + "FEC, \(held.english) in the book; the book is kept"))
    }
  }
}

/// A document of the books on its way into the book.
struct BooksDocument {
  var number: String
  /// Positive for what is owed, negative for what is granted.
  let amount: Money
  var issue: Day
  var net = Money.zero
  var tax = Money.zero
  var deposit = Money.zero
  var isOpening = false
  var isAllowance = false

  init(number: String, amount: Money, issue: Day) {
    self.number = number
    self.amount = amount
    self.issue = issue
  }

  var isCredit: Bool { amount.isNegative }

  /// Whether the book's document of this number is the same one. An opening balance may hold what
  /// is left of it; a document in another currency has another amount in the books.
  func isSame(as known: BookedDocument, of customer: CustomerID) -> Bool {
    if known.customer == customer, isOpening || known.currency != .eur { return isNear(known) }
    guard known.payable == amount else { return false }
    return known.customer == customer ? isNear(known) : known.issue == issue
  }

  /// Whether it is plainly another document.
  func isAnother(than known: BookedDocument, of customer: CustomerID) -> Bool {
    known.customer != customer || !isNear(known)
  }

  /// The books may date a document later than itself; an opening balance by years.
  private func isNear(_ known: BookedDocument) -> Bool {
    isOpening || abs(known.issue.number - issue.number) <= 45
  }

  /// The fact to book, due by the customer's term or the law's 30 days (R1.1).
  func fact(_ term: PaymentTerm?) -> Fact {
    let total = amount.magnitude
    // What stands in the entry beside sales and VAT, a port or a deposit of packing, is net too.
    let tax = self.tax.magnitude <= total ? self.tax.magnitude : .zero
    if isCredit {
      return .creditNote(
        CreditNote(
          number: number, issue: issue, gross: total, net: total - tax, tax: tax,
          reason: isAllowance ? .allowance : .unknown))
    }
    let gross = deposit.isPositive ? total + deposit : total
    let deduced =
      term.map { PaymentTerm($0.formula, origin: .deduced) }
      ?? PaymentTerm(.none, origin: .legalDefault)
    let dates = TermDates(issue: issue, delivery: issue, receipt: issue)
    let due = (try? DueDate.day(deduced.formula, from: dates)) ?? issue.adding(days: 30)
    return .invoice(
      Invoice(
        number: number, issue: issue, instalments: [Instalment(due: due, amount: total)],
        isDueDeduced: true, term: deduced, net: gross - tax, tax: tax, gross: gross,
        payable: total))
  }
}
