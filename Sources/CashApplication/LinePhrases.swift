public import Ledger

/// Words by which lines are known that no customer pays: `URSSAF`, `REMBOURSEMENT TVA`.
///
/// They are compared as whole words in plain capitals, in their order, with nothing between.
public struct LinePhrases: Sendable {
  private var phrases: [[[UInt8]]]
  private var scratch = RemittanceText()

  public init(_ phrases: [String]) {
    var scratch = RemittanceText()
    self.phrases = phrases.map { LinePhrases.words(of: $0, &scratch) }
  }

  /// The first phrase that the line bears, by its place; nil when it bears none.
  public mutating func place(in line: BankLine) -> Int? {
    if phrases.isEmpty { return nil }
    scratch.clear()
    scratch.add(line.payer)
    scratch.add(line.text)
    return phrases.firstIndex { stands($0) }
  }

  private func stands(_ phrase: [[UInt8]]) -> Bool {
    let last = scratch.runs.count - phrase.count
    guard !phrase.isEmpty, last >= 0 else { return false }
    return (0...last).contains { start in
      phrase.indices.allSatisfy { place in
        let run = scratch.runs[start + place]
        return scratch.bytes[Int(run.start)..<Int(run.start + run.length)]
          .elementsEqual(phrase[place])
      }
    }
  }

  private static func words(of text: String, _ scratch: inout RemittanceText) -> [[UInt8]] {
    scratch.clear()
    scratch.add(text)
    return scratch.runs.map {
      Array(scratch.bytes[Int($0.start)..<Int($0.start + $0.length)])
    }
  }

  /// Whether a phrase says enough: at least four letters, or it would stand on any line.
  public static func isTelling(_ phrase: String) -> Bool {
    var scratch = RemittanceText()
    scratch.add(phrase)
    return scratch.runs.reduce(0) { $0 + ($1.isDigits ? 0 : Int($1.length)) } >= 4
  }

  /// The phrase that a line itself suggests: its payer, or the first words that its bank wrote.
  public static func suggested(by line: BankLine) -> String {
    if isTelling(line.payer) { return line.payer }
    var scratch = RemittanceText()
    var words: [String] = []
    for run in LinePhrases.words(of: line.text, &scratch) {
      // Numbers and days differ from one line to the next.
      if isDigit(run[0]) {
        if words.isEmpty { continue }
        break
      }
      words.append(String(decoding: run, as: UTF8.self))
      if words.count == 5 { break }
    }
    return words.joined(separator: " ")
  }
}
