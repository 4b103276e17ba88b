/// The payer as a bank's label names it: `VIR SEPA RECU DE DUPONT SARL` is Dupont SARL's.
enum PayerLabel {
  /// The words after those that say how the money came; empty when the label names nobody.
  static func name(in label: Bytes) -> String {
    var words = FoldedWords(label)
    guard let first = words.next(), words.range.lowerBound == 0, table[first] == Kind.leader else {
      return ""
    }
    while let next = words.next() {
      if table[next] == Kind.leader || table[next] == Kind.follower { continue }
      let rest = Bytes(rebasing: label[words.range.lowerBound...])
      // A number or a date before it: what follows is no name.
      let hasNumber = label[..<words.range.lowerBound].contains { $0 &- 48 <= 9 }
      return hasNumber || rest.count < 3 ? "" : rest.unescaped
    }
    return ""
  }

  /// The payer in a field that holds a name or the bank's label; empty where the label is of
  /// something that nobody paid.
  static func payer(of field: Bytes) -> String {
    var words = FoldedWords(field)
    guard let first = words.next(), words.range.lowerBound == 0 else { return field.unescaped }
    switch table[first] {
    case Kind.leader: return name(in: field)
    case Kind.bank: return ""
    default: return field.unescaped
    }
  }

  private enum Kind {
    static let leader: UInt8 = 1
    static let follower: UInt8 = 2
    static let bank: UInt8 = 3
  }

  private static let table: KeyTable = {
    let groups: [(String, UInt8)] = [
      ("VIR VIREMENT VIRT VRT PRLV PRELEVEMENT", Kind.leader),
      ("SEPA INST INSTANTANE RECU DE DU EMIS EUROPEEN FAVEUR TIERS B CORE M MME MR", Kind.follower),
      (
        "REMISE REM FRAIS COMMISSION COMMISSIONS COTISATION CHQ CHEQUE CARTE CB RETRAIT VERSEMENT "
          + "INTERETS AGIOS ABONNEMENT ABON PAIEMENT FACTURE F", Kind.bank
      ),
    ]
    return KeyTable(
      groups.flatMap { words, kind in
        words.split(separator: " ").map { (FoldedWords.key($0), kind) }
      })
  }()
}
