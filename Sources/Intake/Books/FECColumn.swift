/// A column of a FEC (article A47 A-1 of the Livre des procédures fiscales).
enum FECColumn: String, CaseIterable {
  case journalCode = "JournalCode"
  case journalName = "JournalLib"
  case number = "EcritureNum"
  case day = "EcritureDate"
  case account = "CompteNum"
  case accountName = "CompteLib"
  case auxiliary = "CompAuxNum"
  case auxiliaryName = "CompAuxLib"
  case piece = "PieceRef"
  case pieceDay = "PieceDate"
  case label = "EcritureLib"
  case debit = "Debit"
  case credit = "Credit"
  case letter = "EcritureLet"
  case letterDay = "DateLet"
  case validDay = "ValidDate"
  case foreignAmount = "Montantdevise"
  case currency = "Idevise"
  /// Instead of debit and credit, some write one amount and its side.
  case amount = "Montant"
  case side = "Sens"

  /// Columns that a file may go without, and end its lines before.
  static let optional: Set<FECColumn> = [.foreignAmount, .currency]

  /// The column that a header names, whatever its case, accents and underscores.
  init?(_ name: String) {
    guard let known = FECColumn.names[FECColumn.folded(name)] else { return nil }
    self = known
  }

  private static let names: [String: FECColumn] = {
    var names: [String: FECColumn] = [
      "compteauxnum": .auxiliary, "compteauxlib": .auxiliaryName, "comptauxnum": .auxiliary,
      "lettrage": .letter, "datelettrage": .letterDay,
    ]
    for column in FECColumn.allCases { names[folded(column.rawValue)] = column }
    return names
  }()

  private static func folded(_ name: String) -> String {
    guard name.utf8.count <= 40 else { return "" }
    let plain = name.unicodeScalars.map { scalar in
      switch scalar {
      case "é", "É", "è", "È": "e" as Unicode.Scalar
      default: scalar
      }
    }
    let letters = plain.filter { $0.isASCII && $0.properties.isAlphabetic }
    return String(String.UnicodeScalarView(letters)).lowercased()
  }
}

/// Where the columns of a FEC stand.
struct FECHeader {
  let delimiter: UInt8
  let names: [String]
  /// Values were quoted by the program that wrote the file.
  let isQuoted: Bool
  /// The last column says why our own program refused the rows before.
  let hasReasons: Bool
  /// Where the first row starts.
  let body: (offset: Int, line: Int)
  private let places: [FECColumn: Int]

  private static let delimiters: [UInt8] = Array("\t|;,".utf8)
  /// So many known names make a FEC, even one that lacks a column it needs.
  private static let enough = 8

  /// The header of a FEC; nil when the text does not begin with one.
  init?(_ text: TableText) {
    for delimiter in FECHeader.delimiters {
      var scanner = RowScanner(text, delimiter: delimiter)
      guard scanner.next(), scanner.kept >= FECHeader.enough, scanner.kept <= 40 else { continue }
      let names = (0..<scanner.kept).map { text.text(scanner.cells[$0]) }
      var places: [FECColumn: Int] = [:]
      for (place, name) in names.enumerated() {
        if let column = FECColumn(name), places[column] == nil { places[column] = place }
      }
      guard places.count >= FECHeader.enough else { continue }
      self.delimiter = delimiter
      self.names = names
      self.places = places
      hasReasons = names.last == TableShape.reason
      isQuoted = hasReasons || scanner.start.pointee == UInt8(ascii: "\"")
      body = (scanner.position - text.start, scanner.nextLine)
      return
    }
    return nil
  }

  /// The place of a column; one past the last, where an empty cell stands, when it is lacking.
  subscript(column: FECColumn) -> Int { places[column] ?? names.count }

  func has(_ column: FECColumn) -> Bool { places[column] != nil }

  /// What the header calls a column; its number from 1 where the header leaves it without a name.
  func name(_ place: Int) -> String {
    let name = place < names.count ? names[place] : ""
    return name.isEmpty ? "n°\u{A0}\(place + 1)" : name
  }

  /// The fewest cells of a row that does not write its last, optional columns.
  var shortest: Int {
    var count = names.count
    while count > 0, let column = FECColumn(names[count - 1]), FECColumn.optional.contains(column) {
      count -= 1
    }
    return count
  }

  /// The first column without which nothing can be read; nil when none is lacking.
  var lacking: FECColumn? {
    let needed: [FECColumn] = [.journalCode, .number, .day, .account]
    if let column = needed.first(where: { !has($0) }) { return column }
    if has(.amount) && !(has(.debit) || has(.credit)) { return has(.side) ? nil : .side }
    return [.debit, .credit].first { !has($0) }
  }
}
