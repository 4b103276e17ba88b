/// A payment term as people write it, and whether the words settle how to count it.
public struct TermWording: Hashable, Sendable {
  public let formula: TermFormula
  /// False for "45 jours fin de mois": both readings are accepted, the words choose none (R1.4).
  public let isReadingStated: Bool

  public init(_ formula: TermFormula, isReadingStated: Bool = true) {
    self.formula = formula
    self.isReadingStated = isReadingStated
  }

  /// The formulas that the words allow: two for an unstated end of month, reading A first.
  public var readings: [TermFormula] {
    guard !isReadingStated, case .daysThenEndOfMonth(let days) = formula else { return [formula] }
    return EndOfMonthReading.allCases.map { $0.term(days: days) }
  }

  /// Reads `45 jours fin de mois`, `30 jours nets`, `fin de mois + 45`, `30 jours fin de mois le
  /// 10`, `à réception`, `comptant`, `30N`, `45EOM`, `30FDM`, `REC`, `net 30`, `decade(30)` and the
  /// notation of `TermFormula`. Nil for words it does not know: a term is never guessed.
  ///
  /// One call scans a few dozen bytes; a reader of large files keeps the answer for each wording.
  public init?(_ text: some StringProtocol) {
    if let exact = TermFormula(notation: text) {
      self.init(exact)
      return
    }
    let words = TermWords(String(text))
    guard let wording = words.wording else { return nil }
    self = wording
  }
}
