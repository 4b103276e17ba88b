import Ledger
import Office
import Printing
import Quantities

/// Who the customer is in the eyes of the law, where the name says it wrong, and the language of
/// its letters.
func kindForm(_ visit: Visit, _ customer: Customer) -> Element {
  let voice = visit.voice
  let fields = FieldSet(scope: "nature-client-\(customer.id.raw)")
  return postForm(visit, to: "/clients/\(customer.id.raw)/nature", back: visit.path) {
    fields.choice(
      "nature", voice("Ce client est", "This customer is"),
      Customer.Kind.shown.map { ($0.rawValue, kindName($0, voice)) },
      chosen: customer.kind.rawValue)
    p(
      voice(
        "Un acheteur public doit la BCE + 8\u{A0}points et a ses propres délais\u{A0}; un "
          + "particulier ne doit ni pénalités de retard ni 40\u{A0}€.",
        "A public buyer owes the ECB rate plus 8 points and has its own terms; a consumer owes "
          + "neither late-payment interest nor the €40.")
    ).class("hint")
    fields.choice(
      "langue", voice("Ses courriers sont en", "It is written to in"),
      [
        (Customer.Language.french.rawValue, voice("français", "French")),
        (Customer.Language.english.rawValue, voice("anglais", "English")),
      ], chosen: customer.language.rawValue)
    button(voice("Enregistrer", "Save")).type("submit").class("primary")
  }
}

extension Customer.Kind {
  fileprivate static let shown: [Customer.Kind] = [.business, .publicBuyer, .consumer]
}

/// `entreprise`, `acheteur public`, `particulier`.
func kindName(_ kind: Customer.Kind, _ voice: Voice) -> String {
  switch kind {
  case .business: voice("une entreprise ou un professionnel", "a firm or a professional")
  case .publicBuyer: voice("un acheteur public", "a public buyer")
  case .consumer: voice("un particulier", "a consumer")
  }
}

func recordKind(_ visit: Visit) throws -> Reply {
  guard let kind = Customer.Kind(rawValue: visit.form.text("nature")) else {
    throw Refusal.wrong(
      visit.voice("Choisissez ce qu’est ce client.", "Choose what this customer is."))
  }
  try visit.desk.setKind(
    of: visit.customer, to: kind,
    writtenIn: Customer.Language(rawValue: visit.form.text("langue")))
  return visit.back(.nature)
}

/// What may be decided about a credit note; the question is open as long as nobody answered it.
func creditActions(_ visit: Visit, _ file: DocumentFile) -> Element {
  let voice = visit.voice
  let isAsked =
    if case .creditNote(let credit) = file.item.kind { credit.reason == .unknown } else { false }
  return div {
    if isAsked {
      p(
        voice(
          "Le fichier ne dit pas pourquoi cet avoir a été fait\u{A0}: il est compté comme une "
            + "erreur, la lecture qui réclame le moins.",
          "The file does not say why this credit note was made: it counts as an error, the reading "
            + "that claims least."))
    }
    fold(
      isAsked
        ? voice("Dire pourquoi", "Say why") : voice("Changer le motif", "Change the reason"),
      key: "m", creditAnswerForm(visit, file))
    if let answer = file.creditAnswer { undoForm(visit, answer.number) }
    a(voice("Fiche du client", "Customer file")).class("button")
      .href("/clients/\(file.customer.id.raw)")
  }.class("card tools").data("row", "")
}

/// Why a credit note was granted: it decides from when interest shrinks (R3.7).
func creditAnswerForm(_ visit: Visit, _ file: DocumentFile) -> Element {
  let voice = visit.voice
  let fields = FieldSet(scope: "motif")
  return postForm(visit, to: "/factures/\(file.item.id.raw)/motif", back: visit.path) {
    fields.choice(
      "motif", voice("Pourquoi cet avoir\u{A0}?", "Why this credit note?"),
      CreditAnswer.Cause.allCases.map { ($0.rawValue, capitalised(creditCause($0, voice))) },
      chosen: file.creditAnswer?.fact.cause.rawValue ?? "")
    fields.text("precision", voice("Précision (facultatif)", "Detail (optional)"))
    p(
      voice(
        "Ce qui n’a jamais été dû ne porte jamais de pénalités\u{A0}; une remise accordée plus "
          + "tard compte de son propre jour.",
        "What was never owed never bears interest; an allowance granted later counts from its own "
          + "day.")
    ).class("hint")
    button(voice("Enregistrer le motif", "Save the reason")).type("submit").class("primary")
  }
}

func recordCreditAnswer(_ visit: Visit) throws -> Reply {
  guard let cause = CreditAnswer.Cause(rawValue: visit.form.text("motif")) else {
    throw Refusal.wrong(visit.voice("Choisissez le motif.", "Choose the reason."))
  }
  let words = visit.form.text("precision")
  guard words.utf8.count <= 2_000 else {
    throw Refusal.wrong(visit.voice("La précision est trop longue.", "The detail is too long."))
  }
  try visit.desk.answer(cause, about: visit.entry, words: words)
  return visit.back(.motif)
}
