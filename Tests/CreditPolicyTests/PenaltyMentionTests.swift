import CreditPolicy
import Ledger
import Quantities
import Testing

/// INV-08 to INV-10 as invoices word them. In the second half of 2026 the legal rate is 2,75 %, so
/// the floor is 8,25 %, and the ECB's rate 2,40 %.
@Suite struct PenaltyMentionTests {
  static let rest = " Indemnité forfaitaire de 40 €. Escompte : néant."

  static func draft(_ notes: [InvoiceNote]) -> DocumentDraft {
    var draft = Samples.invoice
    draft.mentions?.notes = notes
    return draft
  }

  static func findings(_ text: String) -> [Finding] {
    check(draft([InvoiceNote(subject: "", text: text)])).filter {
      [.discount, .penaltyRate, .compensation].contains($0.lint)
    }
  }

  @Test(arguments: [
    "Pénalités de retard : 3 fois le taux d’intérêt légal.",
    "PÉNALITÉS DE RETARD AU TAUX DE TROIS FOIS LE TAUX DE L’INTÉRÊT LÉGAL.",
    "Tout retard de paiement entraîne une pénalité de 12 % l'an (art. L441-10 du C. com.).",
    "Un taux de 12,15 % sera appliqué en cas de retard de paiement.",
    "Pénalités (art. L.441-10) au taux de la BCE majoré de 10 points.",
    "Taux des pénalités : taux de refinancement de la Banque centrale européenne + 10 points.",
    "En cas de retard : taux BCE majoré de dix points de pourcentage, sans rappel.",
    "Late payment: ECB rate plus 10 points.", "Late payment: three times the legal interest rate.",
    "Pénalités de retard : 1 % par mois.", "Intérêts de retard de 0,05 % par jour.",
    "Tout retard entraîne, outre l’indemnité de 40 €, l’application de 12 % l’an.",
    "Pénalités exigibles sans rappel. Taux annuel : 10 %.",
    "Pénalités de retard : taux d’intérêt légal majoré de 7 points.",
  ]) func ratesThatAreLawful(_ sentence: String) {
    #expect(PenaltyMentionTests.findings(sentence + PenaltyMentionTests.rest).isEmpty)
  }

  @Test(arguments: [
    ("Pénalités de retard : 8,24 %.", "un taux de 8,24\u{A0}%"),
    ("Pénalités de retard : 2 fois le taux d’intérêt légal.", "un taux de 5,50\u{A0}%"),
    ("Pénalités de retard : une fois et demie… 1,5 fois le taux légal.", "un taux de 2,75\u{A0}%"),
    ("Pénalités au taux d’intérêt légal.", "un taux de 2,75\u{A0}%"),
    ("Pénalités de retard au taux de la BCE.", "un taux de 2,40\u{A0}%"),
    ("Pénalités de retard : 0,5 % par mois.", "un taux de 6,00\u{A0}%"),
  ]) func ratesBelowTheFloor(_ sentence: String, _ found: String) {
    let findings = PenaltyMentionTests.findings(sentence + PenaltyMentionTests.rest)
    #expect(findings.map(\.lint) == [.penaltyRate])
    #expect(findings.first?.found.french == found)
    #expect(findings.first?.wanted.french.contains("8,25\u{A0}%") == true)
    #expect(findings.first?.level == .error)
  }

  @Test func theFloorIsThatOfTheHalfYearOfIssue() {
    // First half of 2024: the legal rate was 5,07 %, the floor 15,21 %.
    var draft = PenaltyMentionTests.draft([
      InvoiceNote(subject: "", text: "Pénalités de retard : 8,25 %." + PenaltyMentionTests.rest)
    ])
    #expect(!check(draft).contains { $0.lint == .penaltyRate })
    draft.issue = Day(2024, 3, 1)
    draft.dues = [(day: Day(2024, 3, 31), amount: nil)]
    #expect(check(draft).contains { $0.lint == .penaltyRate && $0.level == .error })
  }

  @Test func anUnpublishedHalfYearIsNotJudged() {
    var draft = PenaltyMentionTests.draft([
      InvoiceNote(subject: "", text: "Pénalités de retard : 8 %." + PenaltyMentionTests.rest)
    ])
    draft.issue = Day(2031, 3, 1)
    draft.dues = [(day: Day(2031, 3, 31), amount: nil)]
    let review = review(draft)
    #expect(!review.findings.contains { $0.lint == .penaltyRate })
    #expect(review.unchecked.contains { $0.lint == .penaltyRate })
  }

  @Test(arguments: [
    "Escompte de 2 % pour paiement à 10 jours.", "TVA 20 %.", "Acompte de 30 % à la commande.",
  ]) func otherPercentagesAreNoPenalty(_ sentence: String) {
    let text = sentence + " Pénalités de retard selon nos conditions. Indemnité de 40 €. Escompte."
    let findings = PenaltyMentionTests.findings(text)
    #expect(findings.map(\.lint) == [.penaltyRate])
    #expect(findings.first?.found.french == "des pénalités sans taux")
  }

  @Test(arguments: [
    "Indemnité forfaitaire pour frais de recouvrement : 40 €", "indemnité de 40,00 EUR",
    "INDEMNITÉ FORFAITAIRE DE QUARANTE EUROS", "Recovery costs: EUR 40",
    "frais de recouvrement : 40\u{A0}euros",
  ]) func theFortyEuros(_ sentence: String) {
    let text = "Pénalités : 12 %. Escompte : néant. " + sentence
    #expect(PenaltyMentionTests.findings(text).isEmpty)
  }

  @Test(arguments: [
    ("Indemnité forfaitaire pour frais de recouvrement", "une indemnité sans ses 40\u{A0}€"),
    ("Indemnité de 140 €", "une indemnité sans ses 40\u{A0}€"),
    ("Indemnité de 400 €", "une indemnité sans ses 40\u{A0}€"),
    ("Frais de port : 40 €", "rien sur l’indemnité forfaitaire"),
  ]) func notTheFortyEuros(_ sentence: String, _ found: String) {
    let findings = PenaltyMentionTests.findings("Pénalités : 12 %. Escompte : néant. " + sentence)
    #expect(findings.map(\.lint) == [.compensation])
    #expect(findings.first?.found.french == found)
  }

  @Test func codedNotes() {
    let notes = [
      InvoiceNote(subject: "PMD", text: "Taux BCE majoré de 10 points"),
      InvoiceNote(subject: "PMT", text: "40 €"), InvoiceNote(subject: "AAB", text: "Néant"),
    ]
    let findings = check(PenaltyMentionTests.draft(notes))
    #expect(!findings.contains { [.discount, .penaltyRate, .compensation].contains($0.lint) })
  }
}
