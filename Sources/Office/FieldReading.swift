public import Intake
import Printing
import Quantities

/// What is wrong with a field: what was found, what is wanted, an example.
public struct FieldFault: Hashable, Sendable {
  /// The field's name; empty for the whole.
  public let field: String
  public let words: Phrase

  public init(_ field: String, _ words: Phrase) {
    self.field = field
    self.words = words
  }

  public init(_ field: String, french: String, english: String) {
    self.init(field, Phrase(french: french, english: english))
  }
}

/// Where the fields of a question come from.
public enum FieldSource: Sendable {
  /// A person's command line: everything is text, and the currency goes without saying.
  case typed
  /// A program: numbers are numbers, and an amount has its currency.
  case sent
}

/// Reads the fields of a question one by one and collects what is wrong with them.
struct FieldReading: Sendable {
  let source: FieldSource
  private let given: [String: JSON]
  private(set) var faults: [FieldFault] = []

  /// Fields that are not among the known ones are faults.
  init(_ fields: [(String, JSON)], known: [String], _ source: FieldSource) {
    self.source = source
    given = Dictionary(fields, uniquingKeysWith: { first, _ in first })
    let names = known.joined(separator: ", ")
    for (name, _) in fields where !known.contains(name) {
      note(
        FieldFault(
          name, french: "Champ inconnu. Les champs sont\u{A0}: \(names).",
          english: "Unknown field. The fields are: \(names)."))
    }
  }

  subscript(name: String) -> JSON? { given[name] }

  mutating func note(_ fault: FieldFault) { faults.append(fault) }

  /// Says what is missing.
  mutating func missing(_ field: String, _ french: String, _ english: String) {
    note(FieldFault(field, french: french, english: english))
  }

  /// Says what was found and what is wanted instead.
  mutating func wrong(_ field: String, _ found: JSON, _ french: String, _ english: String) {
    let shown = FieldReading.excerpt(found)
    note(
      FieldFault(
        field, french: "«\u{A0}\(shown)\u{A0}»\u{A0}: \(french)", english: "“\(shown)”: \(english)")
    )
  }

  private static func excerpt(_ value: JSON) -> String {
    var text = value.line
    if case .text(let words) = value { text = words }
    text = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return text.count > 60 ? text.prefix(59) + "…" : text
  }
}

extension FieldReading {
  /// An amount that can be read one way only; nil when there is none or it is wrong.
  mutating func amount(_ field: String) -> Money? {
    guard let found = self[field] else { return nil }
    let read: Money? =
      switch found {
      case .number(let whole): Money(decimal: String(whole))
      case .decimal(let digits): Money(decimal: digits)
      case .text(let text): TypedAmount(text).amount
      default: nil
      }
    if read == nil {
      wrong(
        field, found,
        "ce n’est pas un montant, ou il se lit de deux façons. Écrivez par exemple 8000.00 ou "
          + "8\u{202F}000,00.",
        "not an amount, or one that can be read two ways. Write for example 8000.00.")
    }
    return read
  }

  /// Whether the text of an amount says that it is in euros.
  func saysEuro(_ field: String) -> Bool {
    if case .text(let text)? = self[field] { TypedAmount(text).saysEuro } else { false }
  }

  /// A whole number of days; nil when there is none or it is wrong.
  mutating func days(_ field: String) -> Int? {
    guard let found = self[field] else { return nil }
    let read: Int? =
      switch found {
      case .number(let days): days
      case .decimal(let digits): FieldReading.whole(digits)
      case .text(let text) where source == .typed: Int(text)
      default: nil
      }
    if read == nil {
      wrong(
        field, found, "attendu un nombre entier de jours, par exemple 3.",
        "wanted a whole number of days, for example 3.")
    }
    return read
  }

  /// 3.0 is a whole number too.
  private static func whole(_ digits: String) -> Int? {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].allSatisfy({ $0 == "0" }) else { return nil }
    return Int(parts[0])
  }

  /// One word of a list; nil when there is none or it is wrong.
  mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ field: String, of kind: Choice.Type = Choice.self
  ) -> Choice? {
    guard let found = self[field] else { return nil }
    if case .text(let word) = found, let choice = Choice(rawValue: word) { return choice }
    let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    wrong(field, found, "attendu l’un de ces mots\u{A0}: \(names).", "wanted one of: \(names).")
    return nil
  }

  /// A text of so many bytes at most, on one line; empty when there is none or it is wrong.
  mutating func text(_ field: String, longest: Int) -> String {
    guard let found = self[field] else { return "" }
    if case .text(let text) = found, text.utf8.count <= longest,
      text.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 })
    {
      return text
    }
    wrong(
      field, found, "attendu un texte d’une ligne, \(longest) signes au plus.",
      "wanted a text of one line, \(longest) characters at most.")
    return ""
  }

  /// A yes or no; no when there is none.
  mutating func flag(_ field: String) -> Bool {
    switch self[field] {
    case nil: return false
    case .flag(let answer)?: return answer
    case let found?:
      wrong(field, found, "attendu true ou false.", "wanted true or false.")
      return false
    }
  }
}

/// An amount as a person writes it, when it can be read one way only.
private struct TypedAmount {
  let amount: Money?
  let saysEuro: Bool

  init(_ text: String) {
    saysEuro = text.contains("€") || text.uppercased().hasSuffix("EUR")
    // 8,000 is eight here and eight thousand elsewhere.
    let decimals = text.lastIndex { $0 == "," || $0 == "." }
      .map { text[$0...].count(where: \.isNumber) }
    amount = decimals == 3 ? nil : Money(decimal: text) ?? Money(french: text)
  }
}
