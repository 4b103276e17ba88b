import CreditPolicy
import Intake
import Law
import Ledger
import Printing
import Quantities

extension RushReading {
  /// `found` is nil where nothing was given.
  mutating func fault(
    _ field: String, _ found: JSON?, _ french: String, _ english: String
  ) {
    let shown = found.map { RushReading.excerpt($0) }
    note(
      field,
      Phrase(
        french: (shown.map { "«\u{A0}\($0)\u{A0}»\u{A0}: " } ?? "") + french + ".",
        english: (shown.map { "“\($0)”: " } ?? "") + english + "."))
  }

  private static func excerpt(_ value: JSON) -> String {
    var text = value.line
    if case .text(let words) = value { text = words }
    text = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return text.count > 60 ? text.prefix(59) + "…" : text
  }

  mutating func readAmount() {
    readCurrency()
    guard let found = given["amount"] else {
      return fault(
        "amount", nil, "indiquez le montant de la commande, TTC, par exemple 8000.00",
        "give the amount of the order, tax included, for example 8000.00")
    }
    let read: Money? =
      switch found {
      case .number(let whole): Money(decimal: String(whole))
      case .decimal(let digits): Money(decimal: digits)
      case .text(let text): TypedAmount(text).amount
      default: nil
      }
    guard let read else {
      return fault(
        "amount", found,
        "ce n’est pas un montant sans équivoque ; écrivez par exemple 8000.00 ou 8\u{202F}000,00",
        "not an amount, or one that can be read two ways; write for example 8000.00")
    }
    amount = read
    if !read.isPositive { note(.amountNotPositive) }
    if read > RushOrder.largest { note(.amountTooLarge) }
  }

  private mutating func readCurrency() {
    let isEuroSaid: Bool =
      if case .text(let text)? = given["amount"] { TypedAmount(text).saysEuro } else { false }
    guard let found = given["currency"] else {
      if source == .sent, !isEuroSaid, given["amount"] != nil {
        fault(
          "currency", nil, "indiquez la devise, par exemple \"EUR\"",
          "give the currency, for example \"EUR\"")
      }
      return
    }
    guard case .text(let code) = found, let currency = Currency(code) else {
      return fault(
        "currency", found, "une devise s’écrit en trois lettres, par exemple EUR",
        "a currency has three letters, for example EUR")
    }
    if isEuroSaid, !currency.isEuro {
      fault(
        "currency", found, "le montant est donné en euros ; écrivez-le sans le signe €",
        "the amount is given in euros; write it without the sign €")
    }
    self.currency = currency
  }

  mutating func days(_ field: String, _ wrong: (Int) -> RushFault) -> Int? {
    guard let found = given[field] else { return nil }
    let read: Int? =
      switch found {
      case .number(let days): days
      // 3.0 is a whole number too.
      case .decimal(let digits): RushReading.whole(digits)
      case .text(let text) where source == .typed: Int(text)
      default: nil
      }
    guard let read else {
      fault(
        field, found, "attendu un nombre entier de jours, de 1 à 365, par exemple 3",
        "wanted a whole number of days, from 1 to 365, for example 3")
      return nil
    }
    if !RushOrder.leads.contains(read) { note(wrong(read)) }
    return read
  }

  private static func whole(_ digits: String) -> Int? {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].allSatisfy({ $0 == "0" }) else { return nil }
    return Int(parts[0])
  }

  mutating func readTerm() {
    guard let found = given["usualTerm"] else { return }
    let read: SaleTerm? =
      switch found {
      case .number(let days): days == 0 ? .onOrder : .credit(.net(days))
      case .text(let text): SaleTerm(spoken: text)
      case .object(let members): SaleTerm(members)
      default: nil
      }
    guard let read else {
      return fault(
        "usualTerm", found,
        "délai de paiement non reconnu ; écrivez par exemple 60, 45 jours fin de mois, onOrder",
        "unknown payment term; write for example 60, 45 jours fin de mois, onOrder")
    }
    term = read
    if !RushOrder.terms.contains(read.averageInDays) { note(.usualTerm(read.averageInDays)) }
  }

  mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ field: String, _ read: (String) -> Choice?
  ) -> Choice? {
    guard let found = given[field] else { return nil }
    if case .text(let word) = found, let choice = read(word) { return choice }
    let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    fault(field, found, "attendu l’un de ces mots : \(names)", "wanted one of: \(names)")
    return nil
  }

  mutating func readTexts() {
    if let found = given["customer"] {
      switch found {
      case .text(let words): customerWords = words
      case .number(let number): customerWords = String(number)
      default:
        fault(
          "customer", found, "attendu le code, le nom, le SIREN ou le numéro du client",
          "wanted the code, the name, the SIREN or the number of the customer")
      }
    }
    if let found = given["order"] {
      if case .text(let number) = found, number.utf8.count <= 100,
        number.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 })
      {
        order = number
      } else {
        fault(
          "order", found, "attendu un numéro de commande de 100 signes au plus",
          "wanted an order number of 100 characters at most")
      }
    }
    switch given["record"] {
    case nil: break
    case .flag(let isWanted)?: isRecorded = isWanted
    case let found?: fault("record", found, "attendu true ou false", "wanted true or false")
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
    let decimals = text.lastIndex { $0 == "," || $0 == "." }.map {
      text[$0...].count(where: \.isNumber)
    }
    amount = decimals == 3 ? nil : Money(decimal: text) ?? Money(french: text)
  }
}
