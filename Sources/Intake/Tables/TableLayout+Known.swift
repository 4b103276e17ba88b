extension TableLayout {
  /// How a table is read: as a person asked, as people said before of its like, by its names, or by
  /// what its columns hold when that leaves no doubt. Nil when nothing tells.
  static func find(
    _ text: TableText, _ known: KnownColumns = .none
  ) throws(Refusal) -> TableLayout? {
    let named = TableLayout(named: text)?.withoutReason(text).withIBANs(text)
    let isKnown = named.map { $0.columns.format != .csvStatement || $0.columns.isPresent(.label) }
    if known.asked == nil, let named, named.columns.format == .csvStatement,
      let other = OtherTable(names: named.columns.names),
      known.remembered[TableShape(named).layout] == nil
    {
      throw Refusal(.otherTable(other.words), at: .line(named.headerLine))
    }
    if known.isEmpty, isKnown == true { return named }
    guard let shape = named.map(TableShape.init) ?? TableShape(text) else { return nil }
    let sample = TableSample(text, shape)
    if let asked = known.asked {
      let columns = try ColumnCheck(sample).columns(asked)
      return TableLayout(shape, columns, .asked)
    }
    if let order = known.remembered[shape.layout],
      let columns = try? ColumnCheck(sample).columns(order)
    {
      return TableLayout(shape, columns, .remembered)
    }
    if isKnown == true { return named }
    let guess = ColumnGuess(sample)
    guard guess.isSure else { return named }
    return TableLayout(
      shape, ColumnMap(statement: shape.names, places: guess.places), .values)
  }

  /// How the table was read, for whoever wants to know or to say otherwise.
  func readAs(_ text: TableText) -> TableReadAs {
    TableReadAs(
      layout: TableShape(self).layout, names: columns.names,
      delimiter: String(Unicode.Scalar(delimiter)), columns: columns.order, source: source,
      account: OwnAccount.above(text, self))
  }

  /// With an `IBAN` given to whom it belongs, by its values.
  private func withIBANs(_ text: TableText) -> TableLayout {
    guard let place = columns.places[.account]?.first, columns.isPresent(.counterparty),
      columns.format == .csvStatement, ColumnName(columns.names[place]).key == "iban"
    else { return self }
    let sample = TableSample(text, TableShape(self))
    let cells = sample.filled(place)
    var columns = columns
    columns.settleIBAN(
      isOne: cells.count > 1 && cells.count == sample.rows.count
        && cells.allSatisfy { $0.cell.hasSameBytes(cells[0].cell) })
    return TableLayout(TableShape(self), columns, source)
  }

  /// Without the column that our own reader added to say why it refused the lines.
  private func withoutReason(_ text: TableText) -> TableLayout {
    let last = columns.names.count - 1
    guard columns.names.last == TableShape.reason,
      columns.places[.label]?.contains(last) == true
    else { return self }
    let cells = TableSample(text, TableShape(self)).filled(last)
    guard cells.contains(where: { text.text($0.cell).contains("attendu") }) else { return self }
    var columns = columns
    columns.leaveOutReason()
    return TableLayout(TableShape(self), columns, source)
  }
}

/// Looks whether columns hold what a person says they hold.
struct ColumnCheck {
  private let sample: TableSample

  init(_ sample: TableSample) { self.sample = sample }

  /// The map that an order gives. Refuses one that lacks a day or an amount, names a column that is
  /// not there, or says of a column what it does not hold.
  func columns(_ order: ColumnOrder) throws(Refusal) -> ColumnMap {
    var places: [Column: [Int]] = [:]
    for meaning in ColumnMeaning.allCases {
      guard let named = order.places[meaning] else { continue }
      var found: [Int] = []
      for place in named { found.append(try column(place)) }
      places[meaning.column] = found
    }
    try checkComplete(places)
    for meaning in ColumnMeaning.allCases {
      for place in places[meaning.column] ?? [] { try check(meaning, place) }
    }
    return ColumnMap(statement: names, places: places)
  }

  private var names: [String] { sample.shape.names }

  private func column(_ place: ColumnOrder.Place) throws(Refusal) -> Int {
    switch place {
    case .number(let number):
      guard names.indices.contains(number - 1) else {
        throw refusal(
          "la colonne \(number) n’existe pas, le tableau en a \(names.count)",
          "there is no column \(number), the table has \(names.count)")
      }
      return number - 1
    case .name(let name):
      let key = ColumnName(name).key
      let exact = names.firstIndex(of: name)
      if let found = exact ?? names.firstIndex(where: { ColumnName($0).key == key && key != "" }) {
        return found
      }
      let list = Rejection.clipped(names.filter { !$0.isEmpty }.joined(separator: ", "))
      throw refusal(
        "aucune colonne ne s’appelle «\u{A0}\(Rejection.clipped(name))\u{A0}»"
          + (list.isEmpty ? ", le tableau n’a pas d’en-tête" : "\u{A0}; il y a\u{A0}: \(list)"),
        "no column is named \"\(Rejection.clipped(name))\""
          + (list.isEmpty ? ", the table has no header" : "; there are: \(list)"))
    }
  }

  private func checkComplete(_ places: [Column: [Int]]) throws(Refusal) {
    if places[.booked] == nil, places[.value] == nil {
      throw refusal(
        "il manque une date (date ou value-date)", "a date is lacking (date, value-date)")
    }
    if places[.amount] == nil, places[.debit] == nil, places[.credit] == nil {
      throw refusal(
        "il manque un montant (amount, ou debit et credit)",
        "an amount is lacking (amount, or debit and credit)")
    }
    if places[.amount] != nil, places[.debit] ?? places[.credit] != nil {
      throw refusal(
        "un montant signé et un débit ou un crédit\u{A0}: il faut choisir",
        "a signed amount and a debit or a credit: choose one")
    }
    var seen: Set<Int> = []
    for place in places.values.joined().sorted() where !seen.insert(place).inserted {
      throw refusal(
        "la colonne \(place + 1) est donnée deux fois", "column \(place + 1) is given twice")
    }
  }

  private func check(_ meaning: ColumnMeaning, _ place: Int) throws(Refusal) {
    let holds: (Cell) -> Bool
    let wanted: Phrase
    switch meaning {
    case .date, .valueDate:
      holds = CellKind.isDay
      wanted = Phrase(french: "une date, comme 23/11/2026", english: "a date such as 23/11/2026")
    case .amount, .debit, .credit, .balance:
      let encoding = sample.text.encoding
      holds = { !CellKind.isDay($0) && CellKind.cents($0, of: encoding) != nil }
      wanted = Phrase(french: "un montant, comme 1234,56", english: "an amount such as 1234,56")
    case .sense:
      holds = { cell in cell.count < 12 && StatementTable.isDebit(sample.text(cell)) != nil }
      wanted = "D, C"
    default: return
    }
    // Lines that come to be mended are wrong by nature: each is looked at by itself.
    if names.last == TableShape.reason { return }
    let cells = sample.filled(place)
    let bad = cells.filter { !holds($0.cell) }
    let isNeeded = meaning == .date || meaning == .amount
    guard bad.count * 5 > cells.count || (cells.isEmpty && isNeeded) else { return }
    throw wrong(meaning, place, bad.first, wanted)
  }

  /// What was found in a column, and what was wanted.
  private func wrong(
    _ meaning: ColumnMeaning, _ place: Int, _ cell: (line: Int, cell: Cell)?, _ wanted: Phrase
  ) -> Refusal {
    let name = names[place].isEmpty ? "\(place + 1)" : "\(place + 1) «\u{A0}\(names[place])\u{A0}»"
    let found = cell.map { Rejection.clipped(sample.text($0.cell)) }
    return refusal(
      "\(meaning.rawValue)=\(place + 1)\u{A0}: dans la colonne \(name), "
        + (found.map { "«\u{A0}\($0)\u{A0}» trouvé" } ?? "rien trouvé")
        + ", attendu\u{A0}: \(wanted.french)",
      "\(meaning.rawValue)=\(place + 1): in column \(name), "
        + (found.map { "found \"\($0)\"" } ?? "found nothing") + ", wanted \(wanted.english)",
      at: cell?.line)
  }

  private func refusal(_ french: String, _ english: String, at line: Int? = nil) -> Refusal {
    Refusal(
      .wrongColumns(Phrase(french: french, english: english)), at: line.map { .line($0) })
  }
}
