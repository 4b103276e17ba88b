import Law
import Office
import Printing
import Quantities

/// Says that a rate is not known yet, and takes it in: no other half-year's may stand in (R2.4).
@HTMLBuilder func missingRate(_ visit: Visit, _ missing: UnknownRate?) -> HTML {
  let voice = visit.voice
  if let missing {
    let fields = FieldSet(scope: "taux")
    div {
      strong(voice("Un taux manque", "A rate is missing"))
      p(
        voice(
          "Le \(missing.table.french) au \(missing.half.firstDay.french) n’est pas encore dans la "
            + "table. En attendant, les montants sont donnés sans pénalités de retard.",
          "The \(missing.table.english) on \(missing.half.firstDay.englishLong) is not in the "
            + "table yet. Until then amounts are given without late-payment interest."))
      postForm(visit, to: "/reglages/taux", back: visit.path) {
        input().type("hidden").name("table").value(missing.table.rawValue)
        input().type("hidden").name("jour").value(missing.half.firstDay.iso)
        fields.text("taux", voice("Taux en %", "Rate in %"), isRequired: true)
        fields.text(
          "source", voice("Source", "Source"),
          hint: voice("Où vous l’avez lu.", "Where you read it."), isRequired: true)
        button(voice("Ajouter le taux", "Add the rate")).type("submit").class("primary")
      }
    }.class("banner warn").role("alert")
  }
}

/// Adds a published rate with its source to the book.
func addRate(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let day = try visit.form.day("jour", Field("le premier jour", "the first day"), voice)
  let rate = try visit.form.required("taux", Field("le taux", "the rate"), voice)
  let source = try visit.form.required("source", Field("la source", "the source"), voice)
  let percent = rate.filter { !"% \u{A0}\u{202F}".contains($0) }.replacing(",", with: ".")
  // One row: a line break in the source would begin another.
  let words = source.split(whereSeparator: \.isNewline).joined(separator: " ")
  _ = try visit.desk.addRates(
    "\(visit.form.text("table")),\(day.iso),\(percent),\(words)")
  return visit.back(.reglages)
}
