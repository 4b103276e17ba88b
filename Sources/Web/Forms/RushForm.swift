import CreditPolicy
import Law
import Ledger
import Office
import Quantities

/// The rush order as it is being typed: what can be read of it, and what is wrong, field by field.
struct RushForm {
  enum Name: String, CaseIterable {
    case client, montant, habituel, demande, terme
  }

  let form: Form
  let voice: Voice
  var faults: [Name: String] = [:]
  var customer: Customer?
  /// Those that the words may mean, while they mean several.
  var candidates: [Customer] = []
  var usual: UsualTerms?
  var file: RushFile?

  /// Nothing has been typed yet.
  var isBlank: Bool { Name.allCases.allSatisfy { text($0).isEmpty } }

  func text(_ name: Name) -> String { form.text(name.rawValue) }

  init(_ form: Form, at desk: Desk, _ voice: Voice) throws {
    self.form = form
    self.voice = voice
    try findCustomer(desk)
    usual = try desk.usualTerms(of: customer?.id)
    try ask(desk)
  }

  /// The customer that the words name: by a code after the last dot, or by being the only one.
  private mutating func findCustomer(_ desk: Desk) throws {
    if let id = Int64(form.text("numero")), id > 0, text(.client).isEmpty {
      customer = try desk.customerFile(CustomerID(id))?.customer
      return
    }
    let words = text(.client)
    guard !words.isEmpty else { return }
    let code = words.split(separator: "·").last.map(String.init)?.trimmed ?? words
    candidates = try desk.customers(matching: words.contains("·") ? code : words)
    let exact = candidates.filter { $0.party.reference == code || $0.name == words }
    if exact.count == 1 || candidates.count == 1 {
      customer = exact.first ?? candidates[0]
    } else if candidates.isEmpty {
      faults[.client] = voice(
        "Aucun client de ce nom dans le livre. Laissez vide pour un client nouveau.",
        "No customer of this name in the book. Leave it empty for a new customer.")
    } else {
      let names = candidates.prefix(3).map(\.name).joined(separator: ", ")
      faults[.client] = voice(
        "\(candidates.count) clients possibles (\(names)…)\u{A0}: précisez.",
        "\(candidates.count) possible customers (\(names)…): be more precise.")
    }
  }

  private mutating func ask(_ desk: Desk) throws {
    let amount = amount()
    let asked = days(.demande, RushOrder.leads)
    let usualLead = days(.habituel, RushOrder.leads)
    let term = term()
    guard faults.isEmpty, let amount, let asked, !text(.montant).isEmpty else { return }
    let question = RushQuestion(
      customer: customer?.id, amount: amount, usualLeadInDays: usualLead,
      askedLeadInDays: asked, usualTerm: term,
      method: CounterpartPolicy.Method(rawValue: form.text("politique")))
    do {
      file = try desk.rushFile(for: question)
    } catch let fault as RushFault {
      faults[fault.name] = fault.words(in: voice.language)
    }
  }

  private mutating func amount() -> Money? {
    let text = text(.montant)
    guard !text.isEmpty else { return nil }
    guard let money = Money(french: text) ?? Money(english: text) else {
      faults[.montant] = voice(
        "«\u{A0}\(text)\u{A0}» n’est pas un montant en euros. Écrivez par exemple "
          + "8\u{202F}000,00.",
        "“\(text)” is not an amount in euros. Write for example 8,000.00.")
      return nil
    }
    if !money.isPositive {
      faults[.montant] = RushFault.amountNotPositive.words(in: voice.language)
    }
    return money
  }

  /// A number of days; nil and a fault when it makes no sense, nil when nothing is typed.
  private mutating func days(_ name: Name, _ allowed: ClosedRange<Int>) -> Int? {
    let text = text(name)
    guard !text.isEmpty else { return nil }
    guard let days = Int(text), allowed.contains(days) else {
      faults[name] = voice(
        "«\u{A0}\(text)\u{A0}»\u{A0}: écrivez un nombre entier de jours, de "
          + "\(allowed.lowerBound) à \(allowed.upperBound).",
        "“\(text)”: write a whole number of days, from \(allowed.lowerBound) to "
          + "\(allowed.upperBound).")
      return nil
    }
    return days
  }

  /// A term as people say it: `60`, `45 jours fin de mois`, `à la commande`.
  private mutating func term() -> SaleTerm? {
    let text = text(.terme)
    guard !text.isEmpty else { return nil }
    guard let term = SaleTerm(spoken: text) else {
      faults[.terme] = voice(
        "«\u{A0}\(text)\u{A0}»\u{A0}: écrivez par exemple 60, 45 jours fin de mois, à la commande.",
        "“\(text)”: write for example 60, 45 jours fin de mois, à la commande.")
      return nil
    }
    if !RushOrder.terms.contains(term.averageInDays) {
      faults[.terme] = RushFault.usualTerm(term.averageInDays).words(in: voice.language)
    }
    return term
  }
}

extension RushFault {
  fileprivate var name: RushForm.Name {
    switch self {
    case .amountNotPositive, .amountTooLarge: .montant
    case .usualLead: .habituel
    case .askedLead: .demande
    case .usualTerm: .terme
    }
  }
}

extension String {
  /// Without the spaces around it.
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
