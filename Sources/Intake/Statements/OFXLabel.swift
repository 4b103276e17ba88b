/// The bank's label of a movement: thirty-two characters of `NAME`, and `MEMO` where it goes on.
struct OFXLabel {
  private let label = TextBuffer()

  init() {}

  private static let longestName = 32

  func clear() { label.clear() }

  func begin(_ name: Bytes) {
    label.clear()
    label.append(name)
  }

  /// Takes the memo; into `words` too, within the word where the name was cut.
  func goOn(_ memo: Bytes, into words: TextBuffer) {
    let start = BankLabel(label.bytes)
    guard !memo.starts(with: label.bytes) else {
      // A label that was cut stands there whole; a name goes on with what was paid.
      if start.start == .leader { begin(memo) }
      return words.appendWord(memo)
    }
    if start.endsInName, isCut, goesOn(memo) {
      label.append(memo)
      return words.append(memo)
    }
    words.appendWord(memo)
    guard start.start == .leader, start.name(isPaidOut: false).isEmpty else { return }
    label.appendBlank()
    label.append(memo)
  }

  func payer(isPaidOut: Bool) -> String {
    BankLabel.name(inField: label.bytes, isPaidOut: isPaidOut).unescaped
  }

  /// Nothing but the length of the field ended it.
  private var isCut: Bool { label.bytes.count == OFXLabel.longestName }

  /// The rest of a word: a letter, and no word that says what was paid.
  private func goesOn(_ memo: Bytes) -> Bool {
    guard let first = memo.first, first >= 65 else { return false }
    return !LabelWords.isMotive(memo)
  }
}
