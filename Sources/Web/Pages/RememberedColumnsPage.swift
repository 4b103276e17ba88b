import Intake
import Office
import Printing
import Store

/// What is kept of the columns of bank tables, and the way to forget each of it.
func rememberedColumnsPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let remembered = try visit.desk.rememberedColumns()
  var page = Page(voice("Colonnes retenues", "Columns kept"), in: .importing) {
    div {
      if remembered.isEmpty {
        emptyState(
          voice("Rien n’est retenu", "Nothing is kept"),
          voice(
            "Quand les colonnes d’un relevé CSV ne se reconnaissent pas, vous les nommez une fois.",
            "When the columns of a CSV statement are not recognised, you name them once."))
      } else {
        table(visit, remembered)
      }
    }.class("card flush")
  }
  page.lead = voice(
    "Vaut pour les relevés de même en-tête, de même nombre de colonnes et de même séparateur. "
      + "Oublier ne change rien à ce qui est importé.",
    "Holds for statements of the same header, number of columns and separator. Forgetting changes "
      + "nothing that is imported.")
  page.crumbs = [(voice("Importer", "Files in"), "/import")]
  return try page.reply(to: visit)
}

private func table(_ visit: Visit, _ remembered: [RememberedColumns]) -> Element {
  let voice = visit.voice
  return dataTable(
    [
      Column(voice("En-tête", "Header"), .title), Column(voice("Dit pour", "Said for")),
      Column(voice("Le", "On")), Column(voice("Colonnes", "Columns")), Column(""),
    ],
    caption: voice("Les plus anciennes d’abord", "Oldest first"),
    rows: remembered.map { one in
      let header = one.header.isEmpty ? voice("sans en-tête", "no header") : one.header
      return [
        HTML(header), HTML(one.file), HTML(voice.day(one.learned)), HTML(words(one.columns, voice)),
        HTML {
          postForm(visit, to: "/import/colonnes/\(one.number)/oublier") {
            button(voice("Oublier", "Forget")).type("submit").class("plain")
              .aria("label", voice("Oublier les colonnes de ", "Forget the columns of ") + header)
          }.class("inline")
        },
      ]
    }, isList: true)
}

/// `date d’opération 1, libellé 3`.
private func words(_ columns: String, _ voice: Voice) -> String {
  guard let order = try? ColumnOrder(columns) else { return columns }
  return ColumnMeaning.allCases.compactMap { meaning in
    order.places[meaning].map { places in
      let numbers = places.map { place in
        if case .number(let number) = place { String(number) } else { "" }
      }
      return voice(meaning.name.french, meaning.name.english) + " "
        + numbers.joined(separator: " + ")
    }
  }.joined(separator: ", ")
}

/// Forgets what was said of a layout.
func forgetColumns(_ visit: Visit) throws -> Reply {
  guard try visit.desk.forgetColumns(try visit.number("id")) else { throw Refusal.notFound }
  return .seeOther("/import/colonnes?fait=oubli")
}
