import Intake
import Office
import Printing

/// The first rows of a bank's table, and what a person chose above each column.
struct ColumnsForm {
  let preview: TablePreview
  private let choices: [ColumnMeaning?]
  /// What the choices would give; nil before a person asked.
  var trial: ColumnTrial?

  /// The form with what the columns seem to hold.
  init(_ preview: TablePreview, _ order: ColumnOrder) {
    self.preview = preview
    var choices: [ColumnMeaning?] = preview.names.map { _ in nil }
    for (meaning, places) in order.places {
      for case .number(let number) in places where choices.indices.contains(number - 1) {
        choices[number - 1] = meaning
      }
    }
    self.choices = choices
  }

  /// The form as it was sent.
  init(_ preview: TablePreview, chosenIn form: Form) {
    self.preview = preview
    choices = preview.names.indices.map { ColumnMeaning(rawValue: form.text("c\($0 + 1)")) }
  }

  var chosen: ColumnOrder {
    var numbers: [ColumnMeaning: [Int]] = [:]
    for (place, meaning) in choices.enumerated() {
      if let meaning { numbers[meaning, default: []].append(place + 1) }
    }
    return ColumnOrder(numbers: numbers)
  }

  /// Only labels may stand in several columns.
  var fault: Phrase? {
    let twice = chosen.places.first { $0.value.count > 1 && $0.key != .label }
    return twice.map { meaning, _ in
      Phrase(
        french: "«\u{A0}\(meaning.name.french)\u{A0}» est choisi pour plusieurs colonnes. "
          + "Seul le libellé peut en réunir plusieurs.",
        english: "“\(meaning.name.english)” is chosen for several columns. "
          + "Only the label may join several.")
    }
  }

  /// The table, in a scroller of its own.
  func table(_ voice: Voice) -> Element {
    div {
      Printing.table {
        thead {
          tr {
            for place in preview.names.indices { th { choice(place, voice) }.scope("col") }
          }
          if preview.names.contains(where: { !$0.isEmpty }) {
            tr {
              for name in preview.names { td { strong(name) } }
            }
          }
        }
        tbody {
          for row in preview.rows {
            tr {
              for cell in row { td(cell) }
            }
          }
        }
      }.class("columns")
    }.class("scroll").tabindex(0).role("group")
      .aria("label", voice("Le tableau du fichier", "The table of the file"))
  }

  private func choice(_ place: Int, _ voice: Voice) -> Element {
    let name = preview.names[place]
    return select {
      option(voice("— non lue", "— not read")).value("")
      for meaning in ColumnMeaning.allCases {
        option(voice(meaning.name.french, meaning.name.english)).value(meaning.rawValue)
          .selected(if: choices[place] == meaning)
      }
    }.name("c\(place + 1)")
      .aria(
        "label",
        voice("Contenu de la colonne \(place + 1)", "What column \(place + 1) holds")
          + (name.isEmpty ? "" : " (\(name))"))
  }
}
