/// Which column of a table holds what, found from the names in its header.
struct ColumnMap {
  let format: FileFormat
  /// The names as the file writes them.
  let names: [String]
  private(set) var places: [Column: [Int]] = [:]
  /// Columns with the very same name: their cells must agree, for we cannot tell which is right.
  private(set) var twins: [(first: Int, second: Int)] = []
  private let cents: Set<Int>
  private var strong: Set<Column> = []

  private init(_ format: FileFormat, _ names: [String], _ keys: [ColumnName]) {
    self.format = format
    self.names = names
    cents = Set(keys.indices.filter { keys[$0].isInCents })
    let vocabulary = ColumnMap.vocabulary(format)
    var ranks: [Column: Int] = [:]
    for (place, key) in keys.enumerated() {
      guard let meaning = vocabulary[key] else { continue }
      let column = meaning.column
      if !meaning.isWeak { strong.insert(column) }
      if column.isRepeatable {
        places[column, default: []].append(place)
      } else if meaning.rank < ranks[column] ?? .max {
        if let place = places[column]?.first { keepAccount(place, keys[place], column) }
        ranks[column] = meaning.rank
        places[column] = [place]
      } else if let first = places[column]?.first, keys[first] == key {
        twins.append((first, place))
      } else {
        keepAccount(place, key, column)
      }
    }
  }

  /// Of two codes of a customer, the less telling one may be its account in our books.
  private mutating func keepAccount(_ place: Int, _ name: ColumnName, _ column: Column) {
    guard column == .code, places[.ledgerAccount] == nil,
      ["account", "compt", "tiers", "auxil"].contains(where: name.key.contains)
    else { return }
    places[.ledgerAccount] = [place]
  }

  private static func vocabulary(_ format: FileFormat) -> Vocabulary {
    switch format {
    case .csvStatement: .statements
    case .csvCustomers: .customers
    default: .invoices
    }
  }

  /// The map of the kind of table these names fit; nil when they fit none.
  init?(names: [String]) {
    let keys = names.map { ColumnName($0) }
    let invoices = ColumnMap(.csvInvoices, names, keys)
    let statement = ColumnMap(.csvStatement, names, keys)
    let customers = ColumnMap(.csvCustomers, names, keys)
    if invoices.fitsInvoices(besides: statement) {
      self = invoices
    } else if statement.fitsStatement, !invoices.strong.contains(.number) {
      self = statement
    } else if customers.fitsCustomers, !invoices.hasAny(.gross, .net, .tax, .issue) {
      self = customers
    } else {
      return nil
    }
  }

  /// The map of a bank's table whose columns are known otherwise than by exact names.
  init(statement names: [String], places: [Column: [Int]]) {
    format = .csvStatement
    self.names = names
    self.places = places
    let keys = names.map { ColumnName($0) }
    cents = Set(keys.indices.filter { keys[$0].isInCents })
    takeSmall(keys)
  }

  /// What nobody is asked for: whether a movement was settled, and what it cost.
  private mutating func takeSmall(_ keys: [ColumnName]) {
    var free = Set(keys.indices).subtracting(places.values.joined())
    for (place, key) in keys.enumerated() where free.contains(place) {
      guard let column = Vocabulary.statements[key]?.column, [.status, .fee].contains(column),
        places[column] == nil
      else { continue }
      places[column] = [place]
      free.remove(place)
    }
  }

  /// `IBAN` where a counterparty is named is the counterparty's, unless all lines bear the same.
  mutating func settleIBAN(isOne: Bool) {
    guard format == .csvStatement, places[.iban] == nil, let place = places[.account]?.first,
      places[.counterparty] != nil, ColumnName(names[place]).key == "iban",
      !isOne
    else { return }
    places[.account] = nil
    places[.iban] = [place]
  }

  private func has(_ columns: Column...) -> Bool { columns.allSatisfy { places[$0] != nil } }
  private func hasAny(_ columns: Column...) -> Bool { columns.contains { places[$0] != nil } }
  private func isSure(_ columns: Column...) -> Bool { columns.contains { strong.contains($0) } }

  private func fitsInvoices(besides statement: ColumnMap) -> Bool {
    guard has(.number, .issue), hasAny(.gross, .net, .payable) else { return false }
    if isSure(.number) { return true }
    return isSure(.due, .net, .tax, .terms, .preceding, .code, .name, .order)
      && !statement.hasAny(.debit, .credit)
  }

  private var fitsStatement: Bool {
    hasAny(.booked, .value) && (has(.amount) || has(.debit, .credit))
  }

  private var fitsCustomers: Bool {
    hasAny(.name, .code)
      && (hasAny(.siren, .siret, .vatNumber, .iban, .email, .phone, .street, .postcode, .terms)
        || isSure(.means))
  }

  /// How many columns mean something: of several possible headers, the one with most is taken.
  var recognised: Int { places.values.reduce(0) { $0 + $1.count } }

  /// The place of a column; when it is lacking, the one past the last, where an empty cell stands.
  subscript(column: Column) -> Int { places[column]?.first ?? names.count }

  func isPresent(_ column: Column) -> Bool { places[column] != nil }
  func isInCents(_ place: Int) -> Bool { cents.contains(place) }
  /// The name in the header; its number for a column without one.
  func name(_ place: Int) -> String {
    let name = place < names.count ? names[place] : ""
    return name.isEmpty ? "n°\u{A0}\(place + 1)" : name
  }

  /// The places as a person orders them; nil for a table that is no bank's.
  var order: ColumnOrder? {
    guard format == .csvStatement else { return nil }
    let known = ColumnMeaning.allCases.compactMap { meaning in
      places[meaning.column].map { (meaning, $0.map { $0 + 1 }) }
    }
    return ColumnOrder(numbers: Dictionary(uniqueKeysWithValues: known))
  }

  /// Takes the last column for no label: it only says why our own reader refused the line.
  mutating func leaveOutReason() {
    places[.label]?.removeAll { $0 == names.count - 1 }
    if places[.label]?.isEmpty == true { places[.label] = nil }
  }

  /// The names of the columns that are not read.
  var unread: [String] {
    let read = Set(places.values.joined()).union(twins.map(\.second))
    return names.indices.filter { place in
      let isReason = place == names.count - 1 && names[place] == TableShape.reason
      return !read.contains(place) && !names[place].isEmpty && !isReason
    }.map { names[$0] }
  }
}
