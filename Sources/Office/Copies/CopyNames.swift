import Ledger

/// Finds the documents that the names of files speak of: a name holds the number of one, whatever
/// the letters' case and whatever stands between its parts.
///
/// The longest number wins. A number is never part of a longer word or of a longer figure, and one
/// of at most four digits needs the whole name, or a word such as `facture` before it.
struct CopyNames {
  enum Found: Hashable {
    case one(EntryNumber, String)
    /// Their numbers, as they are written.
    case several([String])
    case none
  }

  /// The names in which a text stands, by their places.
  private var places: [String: [Int]] = [:]
  private var found: [(length: Int, documents: [(EntryNumber, String)])]

  init(_ names: [String]) {
    found = Array(repeating: (0, []), count: names.count)
    for (place, name) in names.enumerated() {
      for text in Set(CopyNames.candidates(in: name)) { places[text, default: []].append(place) }
    }
  }

  subscript(place: Int) -> Found {
    let documents = found[place].documents
    guard let (number, reference) = documents.first else { return .none }
    return documents.count == 1 ? .one(number, reference) : .several(documents.map(\.1).sorted())
  }

  /// Hears of a document of the book.
  mutating func take(_ document: EntryNumber, _ reference: String) {
    let text = CopyNames.words(in: reference).joined()
    guard let places = places[text] else { return }
    let length = text.utf8.count
    for place in places {
      if length > found[place].length { found[place] = (length, []) }
      if length == found[place].length { found[place].documents.append((document, reference)) }
    }
  }

  /// More words than these no name has that a person gave.
  private static let mostWords = 40
  /// The longest numbers have this many parts.
  private static let mostParts = 12
  private static let tellingWords: Set<String> = [
    "FACTURE", "AVOIR", "INVOICE", "CREDIT", "N", "NO", "Nº", "NUM", "NUMERO",
  ]

  /// The texts in a name that may be the number of a document.
  private static func candidates(in name: String) -> [String] {
    let words = words(in: stem(of: name)).prefix(mostWords)
    var texts: [String] = []
    for first in words.indices {
      var text = ""
      for last in first..<min(words.endIndex, first + mostParts) {
        text += words[last]
        guard text.utf8.contains(where: isDigit) else { continue }
        let isWhole = first == 0 && last == words.endIndex - 1
        let isTold = first > 0 && tellingWords.contains(words[first - 1])
        let isShort = text.utf8.count <= 4 && text.utf8.allSatisfy(isDigit)
        if !isShort || isWhole || isTold { texts.append(text) }
      }
    }
    return texts
  }

  private static func stem(of name: String) -> Substring {
    name.lowercased().hasSuffix(".pdf") ? name.dropLast(4) : name[...]
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// The letters and digits of a text, in capitals, cut where anything else stands.
  private static func words(in text: some StringProtocol) -> [String] {
    text.uppercased().unicodeScalars.split { scalar in
      !(scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal)
    }.map { String($0) }
  }
}
