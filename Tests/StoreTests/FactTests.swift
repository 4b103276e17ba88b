import Foundation
import Law
import Ledger
import Quantities
import Store
import Testing

/// Facts go in, and the same facts come out.
@Suite struct FactTests {
  @Test func aCustomerComesBackWhole() throws {
    let folder = try Folder()
    let store = try folder.book()
    let party = Party(
      code: "C0001", name: "Société d’Œuvres « L’Été » & Fils", siren: "552100554",
      siret: "55210055400021", vatNumber: "FR96552100554", iban: "FR7630006000011234567890189",
      street: "1, rue de l’Église", postcode: "75001", city: "Paris", country: "FR",
      email: "compta@exemple.fr", phone: "+33 1 00 00 00 00", parent: "Groupe Été",
      term: PaymentTerm(.daysThenEndOfMonthThe(45, day: 10), origin: .deduced))
    let customer = Customer(
      id: CustomerID(1), party: party, kind: .publicBuyer, language: .english)
    try store.write(learned: today) {
      try $0.append(.customer(customer), customer: customer.id, happened: today)
    }
    let (found, timeline) = try store.read {
      (try $0.customer(customer.id), try $0.timeline(of: customer.id))
    }
    #expect(found == customer && found?.party.phone == party.phone)
    #expect(timeline.map(\.fact) == [.customer(customer)])
  }

  @Test func aCustomerKnownBetterIsTheLatestOne() throws {
    let folder = try Folder()
    let store = try folder.book()
    let id = try store.write(learned: today) { try $0.open("Premier nom") }
    let better = Customer(id: id, party: Party(code: "C9", name: "Second nom"))
    try store.write(learned: today) {
      try $0.append(.customer(better), customer: id, happened: today)
    }
    let found = try store.read { try $0.customers(.first, matching: "second", limit: 9) }
    #expect(found == [better])
    #expect(try store.read { try $0.customers(.first, matching: "premier", limit: 9) } == [])
    #expect(try store.read { try $0.customers(.first) }.count == 1)
  }

  @Test func everyFactOfACustomerComesBackInItsOrder() throws {
    let folder = try Folder()
    let store = try folder.book()
    let id = try store.write(learned: today) { try $0.open("Client") }
    let facts = FactTests.facts
    try store.write(learned: today.adding(days: 1)) { pen in
      for (place, fact) in facts.enumerated() {
        let number = try pen.append(fact, customer: id, happened: FactTests.day(of: place))
        #expect(number == EntryNumber(Int64(place) + 2))
      }
    }
    let timeline = try store.read { try $0.timeline(of: id) }.dropFirst()
    // A bank line belongs to nobody until it is allocated: it is read by its number.
    let line = try store.read { try $0.bankLine(EntryNumber(4)) }
    #expect(facts.contains(.bankLine(try #require(line))))
    let expected = facts.filter { if case .bankLine = $0 { false } else { true } }
    #expect(timeline.map(\.fact) == expected)
    #expect(timeline.allSatisfy { $0.learned == today.adding(days: 1) && $0.customer == id })
    for entry in timeline {
      #expect(entry.happened == FactTests.day(of: Int(entry.number.raw) - 2))
    }
  }

  /// The first three happen on their own days: of issue, of issue, of booking.
  private static func day(of place: Int) -> Day { Day(2026, 1, 31).adding(days: -place) }

  /// One of each kind; the invoice is entry 2, the credit note 3, the line 4.
  static let facts: [Fact] = [
    .invoice(
      Invoice(
        number: "FA-1", issue: Day(2026, 1, 31), delivery: Day(2026, 1, 30),
        instalments: [
          Instalment(due: Day(2026, 2, 28), amount: Money(cents: 400_00)),
          Instalment(due: Day(2026, 3, 31), amount: Money(cents: 600_00)),
          Instalment(due: Day(2026, 4, 30), amount: Money(cents: 100_01)),
        ], isDueDeduced: true, term: PaymentTerm(.decade(30), origin: .stated),
        net: Money(cents: 1000_00), tax: Money(cents: 200_01), gross: Money(cents: 1200_01),
        payable: Money(cents: 1100_01), order: "BC 7", paymentReference: "RF18 5390")),
    .creditNote(
      CreditNote(
        number: "AV-1", issue: Day(2026, 1, 30), gross: Money(cents: 120_00),
        net: Money(cents: 100_00), tax: Money(cents: 20_00), corrects: "FA-1",
        reason: .allowance)),
    .bankLine(
      BankLine(
        account: "FR76", currency: .eur, booked: Day(2026, 1, 29), value: Day(2026, 1, 29),
        amount: Money(cents: 900_00), payer: "ÉTÉ", payerIBAN: "FR14", text: "VIR\u{A0}FA-1",
        endToEnd: "E2E", reference: "R1", part: 2, operation: .transfer)),
    .allocation(
      Allocation(
        line: EntryNumber(4), document: EntryNumber(2), amount: Money(cents: 300_00),
        mode: .applied, score: 987, reasons: "référence FA-1 · montant exact")),
    .allocation(
      Allocation(
        line: EntryNumber(4), document: nil, amount: Money(cents: 100_00), mode: .confirmed,
        score: 1000, reasons: "acompte")),
    .allocation(
      Allocation(
        line: nil, document: EntryNumber(2), amount: Money(cents: 20_00), mode: .setOff,
        score: 1000, reasons: "avoir", creditReason: .allowance)),
    .promise(PromiseToPay(on: Day(2026, 12, 1), amount: Money(cents: 5_00), words: "lundi")),
    .promise(
      PromiseToPay(
        on: Day(2026, 12, 1), amount: .zero, words: "", documents: [EntryNumber(2)],
        saidBy: "Mme Roy")),
    .dispute(Dispute(document: EntryNumber(2), reason: "casse")),
    .disputeOwner(DisputeOwner(of: EntryNumber(3), name: "Mme Roy")),
    .disputeOwner(DisputeOwner(of: EntryNumber(3), name: "")),
    .saidPaid(
      SaidPaid(
        on: Day(2026, 11, 19), amount: Money(cents: 500_00), words: "virement", saidBy: "Mme Roy")),
    .dispute(
      Dispute(document: EntryNumber(2), reason: "", cause: .quantity, owner: "Paul")),
    .resolution(
      DisputeResolution(
        dispute: EntryNumber(7), outcome: .partial, recognised: Money(cents: 30_00),
        words: "deux cartons")),
    .instalmentPlan(
      InstalmentPlan(
        parts: [
          .init(on: Day(2026, 12, 15), amount: Money(cents: 100_01)),
          .init(on: Day(2027, 1, 15), amount: Money(cents: 99_99)),
        ], documents: [EntryNumber(2), EntryNumber(3)], hasAcceleration: true,
        suspendsInterest: false, words: "trésorerie")),
    .instalmentPlan(
      InstalmentPlan(
        parts: [.init(on: Day(2026, 12, 15), amount: Money(cents: 1))], documents: [],
        hasAcceleration: false, suspendsInterest: true)),
    .planAgreement(
      PlanAgreement(
        plan: EntryNumber(9), signed: Day(2026, 11, 20), acknowledgesDebt: true,
        words: "e-mail du 20")),
    .callBack(
      CallBack(on: Day(2026, 12, 2), minute: 870, person: "Mme Roy", words: "après la paie")),
    .callBack(CallBack(on: Day(2026, 12, 2))),
    .dispute(Dispute(document: EntryNumber(2), amount: Money(cents: 1), reason: "")),
    .invoiceCopy(
      InvoiceCopy(
        of: EntryNumber(2), name: "été \"1\"\n.pdf",
        file: KeptFile(digest: String(repeating: "0f", count: 32), byteCount: 41_523))),
    .insolvency(
      Insolvency(kind: .receivership, opened: Day(2026, 11, 2), source: "BODACC A 214")),
    .waiver(
      Waiver(
        document: EntryNumber(2), waivesInterest: true, waivesCompensation: false,
        reason: "geste")),
    .waiver(
      Waiver(
        document: EntryNumber(2), waivesInterest: false, waivesCompensation: true, reason: "g")),
    .writeOff(WriteOff(document: EntryNumber(2), amount: Money(cents: 7), reason: "écart")),
    .reminder(
      Reminder(
        level: "firm", channel: .registeredLetter, documents: [EntryNumber(2), EntryNumber(3)],
        note: "AR 1A")),
    .reminder(Reminder(level: "", channel: .visit, documents: [], note: "")),
    .reminder(
      Reminder(
        level: "reminder", channel: .sms, documents: [EntryNumber(2)], note: "",
        step: .init(key: "relance-2", plan: "public", version: 3))),
    .snooze(Snooze(until: Day(2027, 1, 1), reason: "fêtes")),
    .snooze(Snooze(until: Day(2027, 1, 2), reason: "", document: EntryNumber(2))),
    .contactPerson(
      ContactPerson(role: .approver, name: "Zoé Été", email: "zoe@exemple.fr", phone: "01 02")),
    .addressFault(AddressFault(channel: .email, address: "a@exemple.fr", reason: "550")),
    .legalStop(LegalStop(cause: .askedToStop, reason: "lettre du 3 mai")),
    .setAside(SetAside(line: EntryNumber(4), reason: "TVA")),
    .reversal(Reversal(of: EntryNumber(5), reason: "erreur")),
    .insolvency(
      Insolvency(
        kind: .liquidation, opened: Day(2026, 9, 8), source: "BODACC A n° 1, annonce n° 2",
        published: Day(2026, 9, 20))),
    .lifecycle(
      LifecycleStatus(
        document: EntryNumber(2), reference: "FA-1", issue: Day(2026, 1, 31), code: 206,
        time: "093000", amount: Money(cents: 700_00), amountKind: .approved,
        reasons: [
          StatusReason(code: "QTE_ERR", words: "une palette"), StatusReason(code: "", words: "x"),
        ])),
    .lifecycle(
      LifecycleStatus(document: EntryNumber(3), reference: "AV-1", isCredit: true, code: 200)),
    .creditAnswer(
      CreditAnswer(
        document: EntryNumber(3), cause: .goodwillReturn, words: "accord",
        setOffs: [EntryNumber(7), EntryNumber(9)])),
    .proceedings(
      ProceedingsNotice(
        judgment: .plan, nature: "Jugement arrêtant le plan", judged: Day(2026, 10, 1),
        source: "BODACC A n° 3")),
    .proceedings(
      ProceedingsNotice(judgment: .conversion(.safeguard), nature: "", judged: nil, source: "x")),
  ]

  @Test func accountsAreApartByCurrency() throws {
    let folder = try Folder()
    let store = try folder.book()
    let usd = try #require(Currency("USD"))
    let id = try store.write(learned: today) { pen in
      let id = try pen.open("Client")
      try pen.append(.invoice(.plain("E", 100, on: today)), customer: id, happened: today)
      try pen.append(
        .invoice(.plain("U", 200, on: today)), customer: id, currency: usd, happened: today)
      try pen.append(
        .promise(PromiseToPay(on: today, amount: Money(cents: 2), words: "")), customer: id,
        currency: usd, happened: today)
      return id
    }
    let accounts = try store.read { try $0.accounts(of: id) }
    #expect(accounts.map(\.currency) == [.eur, usd])
    #expect(accounts.map { $0.items.map(\.number) } == [["E"], ["U"]])
    #expect(accounts.map(\.promises.count) == [0, 1])
    var open: [[String]] = []
    try store.read { try $0.forEachOpenAccount(.first) { open.append($0.items.map(\.number)) } }
    #expect(open.sorted { $0[0] < $1[0] } == [["E"], ["U"]])
  }

  @Test func settingsAreKeptAndReplaced() throws {
    let folder = try Folder()
    let path = folder.file("b")
    let store = try Store(path: path, creates: true)
    try store.write(learned: today) { try $0.set("firm.name", to: "A") }
    try store.write(learned: today) { try $0.set("firm.name", to: "l’Été") }
    let again = try Store(path: path, creates: false)
    #expect(try again.read { try $0.setting("firm.name") } == "l’Été")
    #expect(try again.read { try $0.setting("firm.city") } == nil)
  }
}
