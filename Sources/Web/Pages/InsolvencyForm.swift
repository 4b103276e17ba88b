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
    fields.optionalDay(
      "publication",
      voice("Publiée au BODACC le (pour les délais)", "Published in the BODACC on (for deadlines)"))
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
  var published: Day?
  if !visit.form.text("publication").isEmpty {
    let day = try visit.form.day(
      "publication", Field("le jour de publication", "the day of publication"), voice)
    guard day >= opened, day <= visit.desk.today else {
      throw Refusal.wrong(
        voice(
          "La publication suit le jugement, et n’est pas à venir.",
          "The publication follows the judgment, and is not in the future."))
    }
    published = day
  }
  let source = try visit.form.required("source", Field("la source", "the source"), voice)
  try visit.desk.recordInsolvency(
    visit.customer, Insolvency(kind: kind, opened: opened, source: source, published: published))
  return visit.back(.procedure)
}

extension Insolvency.Kind {
  fileprivate static let all: [Insolvency.Kind] = [.safeguard, .receivership, .liquidation]
}
