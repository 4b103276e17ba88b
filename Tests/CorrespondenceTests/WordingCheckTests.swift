import Claims
import Correspondence
import Ledger
import Quantities
import Testing

/// R5.1 to R5.8 and R10.1 to R10.6: what letters must say and may not say.
@Suite struct WordingCheckTests {
  static let messages: [Message] = [
    .preDue, .courtesy, .reminder, .firm, .formalNotice, .statement,
    .thanks(Money(cents: 1_00), received: Day(2026, 11, 20)),
  ]

  @Test(arguments: messages, [Customer.Language.french, .english])
  func everyTemplateIsFreeOfFaults(message: Message, language: Customer.Language) throws {
    for kind in [Customer.Kind.business, .publicBuyer, .consumer] {
      let customer = Cases.customer(language: language, kind: kind)
      for claim in [try Cases.several(customer), try Cases.many(30, customer)] {
        guard let letter = compose(Cases.occasion(message), for: claim, from: Cases.sender) else {
          continue
        }
        #expect(WordingCheck.faults(in: letter) == [])
        #expect(WordingCheck.faults(inText: letter.mail.text, language) == [])
      }
    }
  }

  @Test(arguments: messages)
  func frenchTypographyIsKept(message: Message) throws {
    guard
      let letter = compose(
        Cases.occasion(message), for: try Cases.several(), from: Cases.sender)
    else { return }
    for mark in [" :", " ;", " !", " ?", " €", " %", " »", "« ", "'", "  "] {
      #expect(!letter.plainText.contains(mark), "\(mark) in \(message)")
    }
  }

  @Test(arguments: [
    "Nous saisirons un huissier.", "Commandement de payer", "Vous êtes de MAUVAISE FOI",
    "Dernier avertissement avant saisie", "RÉPUBLIQUE FRANÇAISE", "Votre réputation en souffrira",
    "vous serez condamné",
  ])
  func threatsAndFalseTitlesAreFound(text: String) {
    let faults = WordingCheck.faults(inText: text, .french)
    #expect(faults.contains { if case .forbidden = $0 { true } else { false } })
  }

  @Test func ordinaryWordsAreNotTakenForThreats() {
    let text = """
      Nous écrivons au service comptabilité de votre société, 12 rue du Greffon. Vous pouvez \
      régler par virement ; votre tuteur et votre talon de paiement ne sont pas concernés.
      """
    let faults = WordingCheck.faults(inText: text, .french)
    #expect(!faults.contains { if case .familiar = $0 { true } else { false } })
    #expect(WordingCheck.faults(inText: "We will write to you; it was written.", .english) == [])
  }

  @Test func familiarWordsAndEmptyFieldsAreFound() {
    #expect(WordingCheck.faults(inText: "As-tu payé ?", .french) == [.familiar("tu")])
    #expect(
      WordingCheck.faults(inText: "Bonjour {nom}", .french) == [.unresolved("{"), .unresolved("}")])
  }

  @Test func aFormalNoticeSaysWhatItLacks() throws {
    let claim = try Cases.several()
    func missing(_ change: (inout Sender) -> Void) throws -> [WordingCheck.Fault] {
      var sender = Cases.sender
      change(&sender)
      let letter = try #require(compose(Cases.occasion(.formalNotice), for: claim, from: sender))
      return WordingCheck.faults(in: letter)
    }
    #expect(try missing { _ in } == [])
    #expect(try missing { $0.legalForm = "" } == [.missing(.senderForm)])
    #expect(try missing { $0.capital = nil } == [.missing(.senderCapital)])
    #expect(try missing { $0.registry = "" } == [.missing(.senderRegistration)])
    #expect(try missing { $0.street = "" } == [.missing(.senderAddress)])
    #expect(try missing { $0.iban = "FR7630006000011234567890188" } == [.missing(.paymentMeans)])
    #expect(try missing { $0.signatory = "" } == [.missing(.signature)])
    #expect(try missing { $0.bic = "" } == [])
  }

  @Test func aDeadlineOutsideTheUsualDaysIsFound() throws {
    var occasion = Cases.occasion(.formalNotice)
    for (days, faults) in [
      (7, [WordingCheck.Fault.missing(.deadline)]), (8, []), (15, []),
      (16, [.missing(.deadline)]),
    ] {
      occasion.deadlineInDays = days
      let letter = try #require(
        compose(occasion, for: try Cases.several(), from: Cases.sender))
      #expect(WordingCheck.faults(in: letter) == faults, "\(days) days")
    }
  }
}
