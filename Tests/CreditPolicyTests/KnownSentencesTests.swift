import CreditPolicy
import Ledger
import Testing

/// A check that knows the sentences of the invoice before finds what one finds that knows nothing.
@Suite struct KnownSentencesTests {
  static let sentences = [
    "Pas d’escompte pour paiement anticipé.", "Escompte\u{A0}: néant.",
    "En cas de retard, pénalités de trois fois le taux d’intérêt légal.",
    "Pénalités de retard\u{A0}: taux BCE majoré de 10 points.", "Pénalités de retard\u{A0}: 4 %.",
    "Indemnité forfaitaire pour frais de recouvrement\u{A0}: 40 €.", "Indemnité de 40 euros.",
    "SAS au capital de 10 000 €, RCS Lyon 732 829 320.", "Réserve de propriété.", "",
    "Prestation de services, TVA sur les débits.", "Entrepreneur individuel",
    // The same letters, written as one character and as two.
    "Pe\u{301}nalite\u{301}s de retard\u{A0}: 4 %.",
  ]

  @Test(arguments: [UInt64(3), 4]) func theSentencesBeforeChangeNothing(_ seed: UInt64) {
    var random = Seeded(seed)
    let known = KnownSentences()
    var draft = Samples.invoice
    for round in 0..<400 {
      // One sentence more, one less, or another in its place.
      var notes = draft.mentions?.notes ?? []
      let new = InvoiceNote(
        subject: ["", "PMD", "PMT", "AAB", "REG"].randomElement(using: &random) ?? "",
        text: KnownSentencesTests.sentences.randomElement(using: &random) ?? "")
      let place = Int.random(in: 0...notes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where notes.count < 60: notes.insert(new, at: place)
      case 1 where place < notes.count: notes.remove(at: place)
      case 2 where place < notes.count: notes[place] = new
      default: break
      }
      draft.mentions?.notes = notes
      draft.mentions?.sellerLegal =
        KnownSentencesTests.sentences.randomElement(using: &random) ?? ""
      let (with, without) = (review(draft, knowing: known), review(draft))
      #expect(with.findings == without.findings, "seed \(seed), round \(round)")
      #expect(with.unchecked == without.unchecked, "seed \(seed), round \(round)")
    }
  }
}

private struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
