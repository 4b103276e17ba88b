import Behaviour
import Correspondence
import Dunning
import Ledger
import Quantities
import Testing

@Suite("The words of a call")
struct CallScriptTests {
  static let languages = Customer.Language.allCases

  static func occasion(
    _ tone: DunningLevel.Tone, _ payer: PayerProfile.Kind, _ language: Customer.Language
  ) -> CallOccasion {
    var occasion = CallOccasion(
      firm: "Menuiserie Lacombe", number: "FA-2026-0042", due: Day(2026, 10, 15),
      amount: Money(cents: 1_234_56), tone: tone, language: language)
    occasion.payer = payer
    occasion.caller = "Claire Morel"
    occasion.person = "M. Petit"
    occasion.documentCount = 3
    occasion.brokenPromise = PromiseToPay(
      on: Day(2026, 11, 10), amount: Money(cents: 500_00), words: "")
    return occasion
  }

  static let occasions: [CallOccasion] = DunningLevel.Tone.allCases.flatMap { tone in
    PayerProfile.Kind.allCases.flatMap { payer in
      languages.map { occasion(tone, payer, $0) }
    }
  }

  @Test func noLineIsForbiddenUnfilledOrFamiliar() {
    for occasion in Self.occasions {
      let script = script(for: occasion)
      let text = script.spoken
      #expect(
        WordingCheck.faults(inText: text, occasion.language).isEmpty,
        "\(occasion.tone) \(occasion.payer) \(occasion.language)")
      #expect(!text.contains("!"), "\(occasion.tone) \(occasion.payer)")
      #expect(script.lines.count == 6)
    }
  }

  @Test func theOpeningSupposesAnOversightAndSaysWhatItIsAbout() {
    for occasion in Self.occasions {
      let opening = script(for: occasion).lines[1].words
      #expect(opening.contains("FA-2026-0042") && opening.contains("234"))
      let doubts =
        occasion.language == .french
        ? ["Sauf erreur", "sauf erreur", "peut-être"] : ["mistaken", "may ", "perhaps"]
      #expect(doubts.contains { opening.contains($0) }, "\(opening)")
    }
  }

  @Test func eachObjectionHasAnAnswerThatMovesOn() {
    for language in Self.languages {
      let script = script(for: Self.occasion(.factual, .unknown, language))
      #expect(script.objections.count == CallObjection.allCases.count)
      #expect(Set(script.objections.map(\.answer)).count == script.objections.count)
      for exchange in script.objections {
        #expect(exchange.answer.contains("?"), "\(exchange.objection)")
        #expect(!exchange.answer.contains("{"), "\(exchange.objection)")
      }
    }
  }

  @Test func frenchTypographyIsKept() {
    for occasion in Self.occasions where occasion.language == .french {
      let text = script(for: occasion).spoken
      for mark in [" ?", " :", " ;", "'"] { #expect(!text.contains(mark), "\(mark) in \(text)") }
    }
  }

  static let results: [CallResult] = [
    .promised(PromiseToPay(on: Day(2026, 12, 1), amount: Money(cents: 700_00), words: "")),
    .disputed(
      Dispute(
        document: EntryNumber(1), amount: Money(cents: 100_00), reason: "deux cartons manquent",
        cause: .quantity), number: "FA-2026-0042"),
    .saidPaid(Money(cents: 1_234_56), on: Day(2026, 11, 18)),
    .callBack(CallBack(on: Day(2026, 11, 25), minute: 870)), .noAnswer,
    .wrongContact("Mme Roy"),
  ]

  @Test func theConfirmationSaysWhatWasAgreed() {
    var sender = Sender(name: "Menuiserie Lacombe")
    sender.iban = "FR7630006000011234567890189"
    sender.signatory = "Claire Morel"
    sender.phone = "04 72 00 00 00"
    for language in Self.languages {
      for result in Self.results {
        let mail = confirmation(
          of: result, about: Self.occasion(.factual, .unknown, language), from: sender,
          on: Day(2026, 11, 23))
        #expect(
          WordingCheck.faults(inText: mail.subject + "\n" + mail.text, language).isEmpty,
          "\(mail.text)")
        #expect(mail.text.contains("Claire Morel") && mail.text.contains("FA-2026-0042"))
      }
    }
    let promise = confirmation(
      of: Self.results[0], about: Self.occasion(.factual, .unknown, .french), from: sender,
      on: Day(2026, 11, 23))
    #expect(promise.subject == "Notre échange du 23/11/2026 – FA-2026-0042")
    #expect(promise.text.contains("700,00\u{A0}€ pour le 1er\u{A0}décembre 2026"))
    #expect(promise.text.contains("FR76\u{A0}3000\u{A0}6000"))
  }
}
