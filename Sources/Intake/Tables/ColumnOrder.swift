/// What a person says of the columns of a bank's table: `date=1,label=3,debit=4,credit=5`.
///
/// A column is named by its number, counted from 1, or by its header. Labels may stand in several:
/// `label=3+4`.
public struct ColumnOrder: Hashable, Sendable {
  public enum Place: Hashable, Sendable {
    /// Counted from 1.
    case number(Int)
    /// As the header says.
    case name(String)
  }

  /// Why a text is no order: what was found, and what is wanted.
  public struct Fault: Error, Hashable {
    public let words: Phrase
  }

  public private(set) var places: [ColumnMeaning: [Place]] = [:]

  /// Columns by number, counted from 1.
  public init(numbers: [ColumnMeaning: [Int]]) {
    places = numbers.filter { !$0.value.isEmpty }.mapValues { $0.map { .number($0) } }
  }

  public init(_ text: String) throws(Fault) {
    for part in text.split(separator: ",") {
      let halves = part.split(separator: "=", maxSplits: 1).map(ColumnOrder.trimmed)
      guard halves.count == 2, !halves[1].isEmpty else { throw ColumnOrder.unclear(String(part)) }
      guard let meaning = ColumnMeaning(typed: halves[0]) else {
        throw ColumnOrder.unclear(halves[0])
      }
      guard places[meaning] == nil else { throw ColumnOrder.twice(meaning) }
      places[meaning] = ColumnOrder.places(halves[1])
      if places[meaning]?.count ?? 0 > 1, meaning != .label { throw ColumnOrder.twice(meaning) }
    }
    if places.isEmpty { throw ColumnOrder.unclear(text) }
  }

  private static func places(_ text: String) -> [Place] {
    let parts = text.split(separator: "+", omittingEmptySubsequences: false).map(trimmed)
    let numbers = parts.compactMap { Int($0) }
    return numbers.count == parts.count ? numbers.map { .number($0) } : [.name(text)]
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  private static func unclear(_ text: String) -> Fault {
    let keys = ColumnMeaning.allCases.map(\.rawValue).joined(separator: ", ")
    let found = Rejection.clipped(text)
    return Fault(
      words: Phrase(
        french: "«\u{A0}\(found)\u{A0}» n’est pas compris. Écrivez par exemple "
          + "date=1,label=3,debit=4,credit=5, avec les clés \(keys).",
        english: "\"\(found)\" is not understood. Write for example "
          + "date=1,label=3,debit=4,credit=5, with the keys \(keys)."))
  }

  private static func twice(_ meaning: ColumnMeaning) -> Fault {
    Fault(
      words: Phrase(
        french: "«\u{A0}\(meaning.rawValue)\u{A0}» est donné deux fois. "
          + "Seul label peut nommer plusieurs colonnes\u{A0}: label=3+4.",
        english: "\"\(meaning.rawValue)\" is given twice. "
          + "Only label may name several columns: label=3+4."))
  }

  /// The order as it is typed, its keys always in the same sequence.
  public var text: String {
    ColumnMeaning.allCases.compactMap { meaning in
      places[meaning].map { list in
        let columns = list.map { place in
          switch place {
          case .number(let number): String(number)
          case .name(let name): name
          }
        }
        return meaning.rawValue + "=" + columns.joined(separator: "+")
      }
    }.joined(separator: ",")
  }
}

/// What is known of bank tables before they are read.
public struct KnownColumns: Sendable {
  /// What a person says of the one table that is read.
  public var asked: ColumnOrder?
  /// What people said of earlier tables, by the layout of each.
  public var remembered: [String: ColumnOrder]

  public init(asked: ColumnOrder? = nil, remembered: [String: ColumnOrder] = [:]) {
    self.asked = asked
    self.remembered = remembered
  }

  public static let none = KnownColumns()

  var isEmpty: Bool { asked == nil && remembered.isEmpty }
}

/// How a table was read: its layout, and what its columns were taken for.
public struct TableReadAs: Hashable, Sendable {
  public enum Source: String, Hashable, Sendable {
    /// A person said so for this file, or for an earlier one of its layout.
    case asked, remembered
    /// The header's own names.
    case header
    /// The words of the header and what the columns hold.
    case values
  }

  /// The same for all tables of the same header, columns and separator.
  public let layout: String
  /// The names in the header; empty ones where the table has none.
  public let names: [String]
  public let delimiter: String
  /// Nil for a table that is no bank's.
  public let columns: ColumnOrder?
  public let source: Source
  /// Our account as lines above the table name it; empty when none does.
  public var account = ""

  /// `date = Date ; libellé = Libellé`, or the numbers of columns without names.
  public var words: Phrase? {
    guard let columns else { return nil }
    func list(_ name: (ColumnMeaning) -> String) -> String {
      ColumnMeaning.allCases.compactMap { meaning in
        columns.places[meaning].map { places in
          name(meaning) + " = " + places.map(told).joined(separator: " + ")
        }
      }.joined(separator: "\u{A0}; ")
    }
    return Phrase(
      french: "colonnes lues\u{A0}: " + list { $0.name.french },
      english: "columns read: " + list { $0.name.english })
  }

  private func told(_ place: ColumnOrder.Place) -> String {
    guard case .number(let number) = place else { return "" }
    let name = number <= names.count ? names[number - 1] : ""
    return name.isEmpty ? "\(number)" : "\(number) «\u{A0}\(name)\u{A0}»"
  }
}
