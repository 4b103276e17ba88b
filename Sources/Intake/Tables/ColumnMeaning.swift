/// What a column of a bank's table may hold, by the words a person types.
public enum ColumnMeaning: String, Hashable, Sendable, CaseIterable {
  case date
  case valueDate = "value-date"
  case label, debit, credit, amount, sense, balance, reference, counterparty, iban, operation
  case account, currency, status

  /// What users call it.
  public var name: Phrase {
    switch self {
    case .date: Phrase(french: "date d’opération", english: "booking date")
    case .valueDate: Phrase(french: "date de valeur", english: "value date")
    case .label: Phrase(french: "libellé", english: "label")
    case .debit: Phrase(french: "débit", english: "debit")
    case .credit: Phrase(french: "crédit", english: "credit")
    case .amount: Phrase(french: "montant signé", english: "signed amount")
    case .sense: Phrase(french: "sens (D ou C)", english: "sense (D or C)")
    case .balance: Phrase(french: "solde", english: "balance")
    case .reference: Phrase(french: "référence", english: "reference")
    case .counterparty: Phrase(french: "contrepartie", english: "counterparty")
    case .iban: Phrase(french: "IBAN de la contrepartie", english: "counterparty’s IBAN")
    case .operation: Phrase(french: "type d’opération", english: "kind of operation")
    case .account: Phrase(french: "notre compte", english: "our account")
    case .currency: Phrase(french: "devise", english: "currency")
    case .status: Phrase(french: "statut", english: "status")
    }
  }

  /// Reads a key as it is typed, in French or English, with or without accents.
  init?(typed text: String) {
    let key = ColumnName(text).key
    guard
      let meaning = ColumnMeaning.allCases.first(where: {
        ColumnName($0.rawValue).key == key || $0.otherKeys.contains(key)
      })
    else { return nil }
    self = meaning
  }

  private var otherKeys: [String] {
    switch self {
    case .date: ["dateoperation", "dateop"]
    case .valueDate: ["datevaleur", "valeur"]
    case .label: ["libelle"]
    case .amount: ["montant"]
    case .sense: ["sens", "dc"]
    case .balance: ["solde"]
    case .reference: ["ref"]
    case .counterparty: ["contrepartie", "tiers"]
    case .operation: ["type"]
    case .account: ["compte"]
    case .currency: ["devise"]
    case .status: ["statut", "state", "etat"]
    case .debit, .credit, .iban: []
    }
  }

  var column: Column {
    switch self {
    case .date: .booked
    case .valueDate: .value
    case .label: .label
    case .debit: .debit
    case .credit: .credit
    case .amount: .amount
    case .sense: .sign
    case .balance: .balance
    case .reference: .reference
    case .counterparty: .counterparty
    case .iban: .iban
    case .operation: .operation
    case .account: .account
    case .currency: .currency
    case .status: .status
    }
  }
}
