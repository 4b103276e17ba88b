import Ledger
import Quantities

/// The numbers under which documents of the firm's books stand in the book.
enum BooksNumber {
  /// An invoice or a credit note: its supporting document; without one, the entry where its number
  /// reads like a document's, or else journal and entry.
  static func sale(_ posting: Posting, _ entry: JournalEntry) -> (number: String, isOwn: Bool) {
    if !posting.piece.isEmpty { return (posting.piece, true) }
    let isNumber =
      entry.number.utf8.contains { $0 &- 48 <= 9 }
      && entry.number.utf8.contains { $0 | 0x20 >= 97 && $0 | 0x20 <= 122 }
    return (isNumber ? entry.number : self.entry(entry), false)
  }

  /// `VE-12`.
  static func entry(_ entry: JournalEntry) -> String {
    entry.journal.isEmpty ? entry.number : "\(entry.journal)-\(entry.number)"
  }

  /// A number, then what it becomes when another document bears it: `12`, `12 (VE-345)`, …
  static func spellings(_ number: String, _ entry: JournalEntry) -> [String] {
    let second = apart(number, entry)
    return [number, second] + (2...9).map { "\(second) \($0)" }
  }

  /// The same number borne by another document, told apart by its entry: `12 (VE-345)`.
  static func apart(_ number: String, _ entry: JournalEntry) -> String {
    "\(number) (\(self.entry(entry)))"
  }

  /// What a year begins with: its document, or one sum for the customer.
  static func opening(_ posting: Posting, _ entry: JournalEntry) -> String? {
    let piece = posting.piece
    guard piece.utf8.contains(where: { $0 &- 48 <= 9 }), piece != entry.number else { return nil }
    let letters = piece.utf8.prefix { $0 | 0x20 >= 97 && $0 | 0x20 <= 122 }
    let word = String(decoding: letters, as: UTF8.self).uppercased()
    return ["AN", "RAN", "ANO", "ANOUV", "OUV", "REPORT"].contains(word) ? nil : piece
  }

  /// `À-nouveau 01/01/2026 411DUPONT`.
  static func openingSum(_ posting: Posting, _ entry: JournalEntry) -> String {
    "À-nouveau \(entry.day.french) \(posting.customer.ledgerAccount)"
  }

  /// What else moves an account, by what stands against it: `Perte OD-12`, `Escompte BQ-7/2`.
  static func other(_ entry: JournalEntry, against account: String, place: Int) -> String {
    let number = "\(word(account)) \(self.entry(entry))"
    return place == 0 ? number : "\(number)/\(place + 1)"
  }

  private static let words: [(prefix: String, word: String)] = [
    ("627", "Frais bancaires"), ("665", "Escompte"), ("654", "Perte"), ("6714", "Perte"),
    ("709", "Remise"), ("666", "Change"), ("766", "Change"), ("658", "Écart"), ("758", "Écart"),
    ("668", "Écart"), ("768", "Écart"), ("413", "Effet"), ("419", "Acompte"),
  ]

  private static func word(_ account: String) -> String {
    words.first { account.hasPrefix($0.prefix) }?.word ?? "OD"
  }

  /// Whether a credit of this kind is granted on its own day (R3.7), as a discount is, rather than
  /// putting right what was never owed.
  static func isAllowance(_ account: String) -> Bool {
    ["65", "66", "67", "627", "709"].contains(where: account.hasPrefix)
  }
}
