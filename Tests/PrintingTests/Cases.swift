import Claims
import Correspondence
import Ledger
import Quantities

/// A small firm and its customers, from whose accounts the printed letters are written.
enum Cases {
  static let today = Day(2026, 11, 23)

  static var sender: Sender {
    var sender = Sender(name: "Atelier du Levant")
    sender.legalForm = "SARL"
    sender.capital = Money(cents: 10_000_00)
    sender.siren = "732829320"
    sender.registry = "Lyon"
    sender.vatNumber = "FR44732829320"
    sender.street = "12 rue des Tanneurs"
    sender.postcode = "69003"
    sender.city = "Lyon"
    sender.iban = "FR7630006000011234567890189"
    sender.bic = "AGRIFRPPXXX"
    sender.phone = "04 72 00 00 00"
    sender.email = "compta@atelier-du-levant.example"
    sender.signatory = "Claire Vasseur"
    sender.signatoryTitle = "Responsable du crédit client"
    return sender
  }

  static func customer(
    _ name: String = "Durand & Fils", language: Customer.Language = .french,
    kind: Customer.Kind = .business
  ) -> Customer {
    let party = Party(
      code: "C000123", name: name, siren: "552100554", street: "3 place Bellecour",
      postcode: "69002", city: "Lyon", country: language == .french ? "FR" : "IE")
    return Customer(id: CustomerID(1), party: party, kind: kind, language: language)
  }

  static func invoice(
    _ place: Int, _ number: String, issued: Day, due: Day, cents: Int64, paid: [(Day, Int64)] = []
  ) -> AccountItem {
    let gross = Money(cents: cents)
    let net = gross.scaled(by: 5, over: 6)
    let invoice = Invoice(
      number: number, issue: issued, instalments: [Instalment(due: due, amount: gross)], net: net,
      tax: gross - net, gross: gross, payable: gross)
    let movements = paid.enumerated().map { index, payment in
      AccountItem.Movement(
        number: EntryNumber(Int64(1000 + place * 10 + index)), day: payment.0, learned: payment.0,
        amount: Money(cents: payment.1), cause: .payment)
    }
    return AccountItem(
      id: EntryNumber(Int64(place)), kind: .invoice(invoice), learned: issued,
      movements: movements)
  }

  /// One invoice a few days late.
  static func one(_ customer: Customer = customer()) throws -> Claim {
    var account = Account(customer: customer, currency: .eur)
    account.items = [
      invoice(1, "FA-2026-0107", issued: Day(2026, 10, 20), due: Day(2026, 11, 19), cents: 1_234_56)
    ]
    return try assess(account, on: today, by: .standard)
  }

  /// Three invoices over two half-years, one paid in part, one not due, and money on the account.
  static func several(_ customer: Customer = customer()) throws -> Claim {
    var account = Account(customer: customer, currency: .eur)
    account.items = [
      invoice(
        1, "FA-2026-0041", issued: Day(2026, 4, 15), due: Day(2026, 5, 31), cents: 4_800_00,
        paid: [(Day(2026, 8, 12), 1_800_00)]),
      invoice(2, "FA-2026-0077", issued: Day(2026, 8, 3), due: Day(2026, 9, 2), cents: 12_345_67),
      invoice(3, "FA-2026-0107", issued: Day(2026, 10, 20), due: Day(2026, 11, 19), cents: 999_99),
      invoice(4, "FA-2026-0119", issued: Day(2026, 11, 10), due: Day(2026, 12, 10), cents: 640_00),
    ]
    account.unapplied = [
      UnappliedCash(
        line: EntryNumber(90), received: Day(2026, 11, 2), amount: Money(cents: 250_00),
        certainty: .onAccount)
    ]
    return try assess(account, on: today, by: .standard)
  }

  /// Many invoices, month after month.
  static func many(_ count: Int, _ customer: Customer = customer()) throws -> Claim {
    var account = Account(customer: customer, currency: .eur)
    account.items = (0..<count).map { place in
      let issued = Day(2026, 2, 2).adding(days: place * 8)
      return invoice(
        place + 1, "FA-2026-\(1000 + place)", issued: issued, due: issued.adding(days: 30),
        cents: 150_00 + Int64(place) * 12_345 % 4_000_00,
        paid: place % 7 == 3 ? [(issued.adding(days: 50), Int64(50_00))] : [])
    }
    return try assess(account, on: today, by: .standard)
  }

  static func occasion(
    _ message: Message, language: Customer.Language? = nil
  ) -> Occasion {
    var occasion = Occasion(message, number: "R-2026-0042", language: language)
    if message == .firm || message == .formalNotice {
      occasion.earlier = [Day(2026, 9, 9), Day(2026, 10, 2)]
    }
    return occasion
  }
}
