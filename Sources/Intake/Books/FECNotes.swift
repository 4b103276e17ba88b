import Ledger
import Quantities

/// What a FEC holds beside its entries, told once it is read.
struct FECNotes {
  private var unbalanced: [Note] = []
  private var unbalancedCount = 0
  private var leftOut: [Note] = []
  private var leftOutCount = 0
  var blankLines = 0

  /// Entries named of each kind; the others are counted.
  private static let shown = 5

  /// An entry whose debit and credit differ was taken in as it stands.
  mutating func addUnbalanced(_ name: (journal: String, number: String), _ rows: [FECRow]) {
    unbalancedCount += 1
    guard unbalanced.count < FECNotes.shown, let first = rows.first else { return }
    let (debit, credit) = FECNotes.sides(rows)
    let entry = "\(name.journal)\u{A0}\(name.number)"
    unbalanced.append(
      Note(
        at: .line(Int(first.line)),
        Phrase(
          french: "écriture \(entry) déséquilibrée\u{A0}: débit \(debit.french), crédit "
            + "\(credit.french)\u{A0}; reprise telle quelle",
          english: "entry \(entry) does not balance: debit \(debit.english), credit "
            + "\(credit.english); taken as it stands")))
  }

  /// What the rows add up to on each side.
  static func sides(_ rows: [FECRow]) -> (debit: Money, credit: Money) {
    (
      Money(cents: rows.reduce(0) { $0 &+ max(0, $1.cents) }),
      Money(cents: rows.reduce(0) { $0 &- min(0, $1.cents) })
    )
  }

  /// An entry was left out because one of its rows was refused.
  mutating func addLeftOut(_ name: (journal: String, number: String), _ rows: [FECRow]) {
    leftOutCount += 1
    guard leftOut.count < FECNotes.shown, let first = rows.first else { return }
    let entry = "\(name.journal)\u{A0}\(name.number)"
    leftOut.append(
      Note(
        at: .line(Int(first.line)),
        Phrase(
          french: "écriture \(entry) laissée de côté\u{A0}: une de ses lignes est à corriger",
          english: "entry \(entry) left out: one of its rows is to be mended")))
  }

  func notes(
    _ figures: JournalFigures, rowsWithoutAuxiliary: Int, _ encoding: TableEncoding
  ) -> [Note] {
    var notes: [Note] = []
    func add(_ count: Int, _ french: String, _ english: String) {
      guard count > 0 else { return }
      notes.append(
        Note(
          at: .line(1),
          Phrase(french: "\(french)\u{A0}: \(count)", english: "\(english): \(count)")))
    }
    if figures.customerRows == 0 {
      notes.append(
        Note(
          at: .line(1),
          Phrase(
            french: "aucune écriture sur un compte client (411)\u{A0}: rien à reprendre",
            english: "no entry on a customer's account (411): nothing to take")))
    }
    notes += leftOut
    add(leftOutCount - leftOut.count, "autres écritures laissées de côté", "other entries left out")
    notes += unbalanced
    add(
      unbalancedCount - unbalanced.count, "autres écritures déséquilibrées",
      "other entries that do not balance")
    add(
      rowsWithoutAuxiliary, "lignes 411 sans compte auxiliaire, prises au nom du compte",
      "411 rows without an auxiliary account, taken under the account's name")
    add(blankLines, "lignes vides", "empty lines")
    if encoding != .utf8 {
      notes.append(
        Note(
          at: .line(1),
          Phrase(
            french: "caractères lus comme \(encoding.name)",
            english: "characters read as \(encoding.name)")))
    }
    return notes
  }
}
