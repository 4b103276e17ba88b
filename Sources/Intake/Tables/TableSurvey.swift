/// A first look over a table, to learn how it writes its amounts and dates before reading any.
struct TableSurvey {
  private let amounts: AmountEvidence
  private let dates: DateEvidence
  let amountStyle: AmountStyle
  let dateStyle: DateStyle

  /// Records looked at even when the first ones settle everything.
  private static let least = 1000

  init(_ text: TableText, _ layout: TableLayout) {
    let columns = layout.columns
    let money: [Column] = [
      .net, .tax, .gross, .payable, .prepaid, .amount, .debit, .credit,
    ]
    let amountPlaces = money.compactMap { columns.places[$0]?.first }
      .filter { !columns.isInCents($0) }
    let days: [Column] = [.issue, .due, .delivery, .ordered, .disputeDate, .booked, .value]
    let dayPlaces = days.compactMap { columns.places[$0]?.first }
    var scanner = RowScanner(text, delimiter: layout.delimiter, at: layout.body)
    let width = columns.names.count
    var amounts = AmountEvidence()
    // A balance is not read, and some write it otherwise: heard when nothing else tells.
    var balances = AmountEvidence()
    let balance = columns.places[.balance]?.first
    var dates = DateEvidence()
    var isSettled = false
    var seen = 0
    while seen < TableSurvey.least || !isSettled, scanner.next() {
      seen += 1
      guard scanner.count >= width else { continue }
      for place in amountPlaces { amounts.weigh(scanner.cells[place]) }
      if let balance { balances.weigh(scanner.cells[balance]) }
      for place in dayPlaces { dates.weigh(scanner.cells[place]) }
      isSettled = dates.isDecided && (amounts.isDecided || amountPlaces.isEmpty)
    }
    if !amounts.isDecided, balances.isDecided { amounts = balances }
    self.amounts = amounts
    self.dates = dates
    amountStyle = amounts.style(delimiter: layout.delimiter)
    dateStyle = dates.style
  }

  /// What was taken where the file left a doubt.
  func notes(at place: Place) -> [Note] {
    var notes: [Note] = []
    if dates.isDoubtful, dates.dayFirst + dates.monthFirst == 0 {
      notes.append(
        Note(
          at: place,
          Phrase(
            french: "rien ne dit l’ordre du jour et du mois\u{A0}: lu jour/mois/année",
            english: "nothing tells day from month: read as day/month/year")))
    } else if dateStyle.isMonthFirst {
      notes.append(
        Note(
          at: place,
          Phrase(
            french: "dates lues mois/jour/année\u{A0}: aucun autre ordre n’est possible",
            english: "dates read as month/day/year: no other order is possible")))
    }
    if amounts.isDoubtful, !amounts.isDecided || amounts.commas == amounts.points {
      let isFrench = amountStyle == .french
      notes.append(
        Note(
          at: place,
          Phrase(
            french: "rien ne dit le signe décimal\u{A0}: lu "
              + (isFrench ? "virgule décimale" : "point décimal"),
            english: "nothing tells the decimal sign: read as decimal "
              + (isFrench ? "comma" : "point"))))
    }
    return notes
  }
}
