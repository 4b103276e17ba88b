/// Why an allocation was made, in both languages of our users, as one stored text.
///
/// French, then English, apart by a unit separator; a text without one reads the same in both.
public enum ReasonText {
  private static let separator: Character = "\u{1F}"

  /// The stored text of a reason in French and in English.
  public static func stored(french: String, english: String) -> String {
    french + String(separator) + english
  }

  /// The reason for French readers.
  public static func french(_ stored: String) -> String {
    String(stored.prefix { $0 != separator })
  }

  /// The reason for English readers.
  public static func english(_ stored: String) -> String {
    guard let place = stored.firstIndex(of: separator) else { return stored }
    return String(stored[stored.index(after: place)...])
  }
}
