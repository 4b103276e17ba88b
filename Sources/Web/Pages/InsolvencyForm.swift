import Claims
import Ledger
import Office
import Printing
import Quantities

/// Notes that collective proceedings were opened: everything stops for the customer (R8.3 to R8.5).
func insolvencyForm(_ visit: Visit, _ debtor: Debtor, back: String) -> Element {
  let voice = visit.voice
  let fields = FieldSet(scope: "procedure-" + debtor.mark)
  return postForm(visit, to: "/clients/\(debtor.id.raw)/procedure", back: back) {
    fields.choice(
      "nature", voice("Procédure", "Proceedings"),
      Insolvency.Kind.all.map { ($0.rawValue, capitalised(voice($0.french, $0.english))) })
    fields.day(
      "jour", voice("Jugement d’ouverture du", "Opening judgment of"),
      value: visit.desk.today.iso)
    fields.text(
      "source", voice("Source", "Source"),
      hint: voice(
        "Par exemple\u{A0}: annonce BODACC n°\u{A0}1234 du 12/11/2026.",
        "For example: BODACC notice no. 1234 of 12/11/2026."), isRequired: true)
    button(voice("Tout arrêter pour ce client", "Stop everything for this customer"))
      .type("submit").class("primary")
  }
}

func recordInsolvency(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  guard let kind = Insolvency.Kind(rawValue: visit.form.text("nature")) else {
    throw Refusal.wrong(voice("Choisissez la procédure.", "Choose the proceedings."))
  }
  let opened = try visit.form.day(
    "jour", Field("le jour du jugement", "the day of the judgment"), voice)
  guard opened <= visit.desk.today else {
    throw Refusal.wrong(
      voice("Le jugement ne peut pas être à venir.", "The judgment cannot be in the future."))
  }
  let source = try visit.form.required("source", Field("la source", "the source"), voice)
  try visit.desk.recordInsolvency(
    visit.customer, Insolvency(kind: kind, opened: opened, source: source))
  return visit.back(.procedure)
}

extension Insolvency.Kind {
  fileprivate static let all: [Insolvency.Kind] = [.safeguard, .receivership, .liquidation]
}
