import Behaviour
import Ledger
import Quantities
import Testing

/// What kind of payer an account shows, case by case, with the evidence that says so.
@Suite struct ProfileTests {
  private let today = lookingDay

  private func told(
    _ account: Account, beside signals: PayerSignals = PayerSignals()
  ) -> (kind: PayerProfile.Kind, sentences: [String]) {
    let profile = profile(of: [account], beside: signals, on: today)
    return (profile.kind, profile.evidence.map { $0.words(in: .french) })
  }

  @Test func whoPaysOnTimeIsAGoodPayer() {
    let told = told(account(paying: [0, 3, -2, 5, 4, 6]))
    #expect(told.kind == .goodPayer)
    #expect(
      told.sentences == [
        "paie 3\u{A0}jours après l’échéance en moyenne, sur 6 factures",
        "0 facture sur 6 à plus de dix jours de retard",
      ])
  }

  @Test func whoPaysNowAndThenLateIsDisorganised() {
    let told = told(account(paying: [2, 35, 0, 18, 40, 5, 3, 29]))
    #expect(told.kind == .disorganised)
    #expect(
      told.sentences == [
        "paie 17\u{A0}jours après l’échéance en moyenne, sur 8 factures",
        "4 factures sur 8 à plus de dix jours de retard",
        "paie 5\u{A0}jours plus tard depuis six mois (4 factures)",
      ])
  }

  @Test func whoContestsOnceItIsDueIsDisputing() {
    var account = account(paying: [4, 6, 2, 5])
    account.items += [invoice(20, due: Day(2026, 9, 1)), invoice(21, due: Day(2026, 10, 1))]
    account.disputes = [
      dated(Dispute(document: EntryNumber(20), reason: "qualité"), on: Day(2026, 9, 12)),
      dated(Dispute(document: EntryNumber(21), reason: "prix"), on: Day(2026, 10, 9)),
      dated(Dispute(document: EntryNumber(1), reason: "quantité"), on: Day(2026, 9, 20)),
    ]
    let told = told(account)
    #expect(told.kind == .disputing)
    #expect(
      told.sentences.contains(
        "3 factures contestées, dont 3 seulement après l’échéance (la dernière le 09/10/2026)"))
  }

  @Test func whoIsAlwaysLateAndGivesNothingInReturnIsAnOpportunist() {
    let signals = PayerSignals(
      rushRequests: [
        .init(asked: Day(2026, 5, 4), isRefused: true),
        .init(asked: Day(2026, 9, 4), isRefused: true),
      ])
    let told = told(account(paying: [24, 26, 25, 27, 24]), beside: signals)
    #expect(told.kind == .opportunist)
    #expect(
      told.sentences.contains(
        "2 commandes urgentes demandées, contrepartie refusée 2 fois (la dernière le "
          + "04/09/2026), et paie en retard"))
  }

  @Test func whoPaysItsGroupFirstIsAnOpportunist() {
    var account = account(paying: [22, 25, 24, 23])
    account.items.append(invoice(20, due: Day(2026, 10, 1)))
    let signals = PayerSignals(
      paymentsForOthers: [.init(customer: CustomerID(2), day: Day(2026, 11, 2))])
    #expect(told(account, beside: signals).kind == .opportunist)
    // Before our invoice waited it tells nothing.
    let before = PayerSignals(
      paymentsForOthers: [.init(customer: CustomerID(2), day: Day(2026, 9, 2))])
    #expect(!told(account, beside: before).sentences.contains { $0.contains("groupe") })
  }

  @Test func proceedingsAreDistressWhateverThePast() {
    var account = account(paying: [0, 0, 0, 0])
    account.insolvency = dated(
      Insolvency(kind: .receivership, opened: Day(2026, 11, 3), source: "BODACC A 2026-1"),
      on: Day(2026, 11, 3))
    #expect(told(account).kind == .distress)
    // A month before nothing was known of it.
    #expect(profile(of: [account], on: Day(2026, 10, 31)).kind == .goodPayer)
  }

  @Test func returnedDebitsAreDistress() {
    let signals = PayerSignals(returnedDebits: [Day(2026, 9, 8), Day(2026, 10, 8)])
    let told = told(account(paying: [0, 2, 1, 3]), beside: signals)
    #expect(told.kind == .distress)
    #expect(
      told.sentences.first
        == "2 prélèvements rejetés faute de provision (le dernier le 08/10/2026)")
  }

  @Test func whoStopsPayingIsInDistress() {
    var account = account(paying: [20, 22, 35, 18])
    account.items += (20...22).map { invoice($0, due: Day(2026, 7, Int($0) - 10)) }
    let told = told(account)
    #expect(told.kind == .distress)
    #expect(told.sentences.contains { $0.hasPrefix("plus aucun règlement depuis le") })
  }

  @Test func twoInvoicesTellTooLittle() {
    #expect(told(account(paying: [40, 50])).kind == .unknown)
    #expect(told(account()).sentences.isEmpty)
  }

  @Test func silenceAloneNamesNobody() {
    var account = account([invoice(1, due: Day(2026, 10, 1))])
    account.reminders = [10, 20, 40].map { reminder(on: today.adding(days: -$0)) }
    let told = told(account)
    #expect(told.kind == .unknown)
    #expect(
      told.sentences == ["3 relances depuis le 14/10/2026 sans la moindre réaction"])
  }

  @Test func aPersonKnowsBetterAndTheEvidenceStays() {
    var account = account(paying: [0, 0, 0, 0])
    account.profileOverrule = dated(
      ProfileOverrule(kind: "distress", reason: "le gérant me l’a dit"), on: Day(2026, 11, 2))
    let now = profile(of: [account], on: today)
    #expect(now.kind == .distress)
    #expect(now.told == .goodPayer)
    #expect(now.overrule?.fact.reason == "le gérant me l’a dit")
    #expect(profile(of: [account], on: Day(2026, 11, 1)).kind == .goodPayer)
  }
}
