import Intake
import Office
import Printing

/// The fields of a rejected record: one line of a table, or the rows of an entry of the books.
struct RowFields {
  private let row: MendingTable.Row
  private let typed: Retyped?
  private let names: [String]

  init(_ row: MendingTable.Row, _ typed: Retyped?, _ names: [String]) {
    self.row = row
    self.typed = typed
    self.names = names
  }

  func deed(_ voice: Voice) -> String {
    row.isEntry
      ? voice("Reprendre cette écriture", "Take this entry in")
      : voice("Reprendre cette ligne", "Take this line in")
  }

  @HTMLBuilder func html(_ voice: Voice) -> HTML {
    let parts = row.parts
    let beside = parts.count { $0.reason == nil }
    for place in parts.indices {
      if let reason = parts[place].reason {
        // What is still wrong stands above, in place of why the one line was refused.
        if typed == nil || row.isEntry { p { strong(reason) } }
        fields(parts, place, voice)
      }
    }
    if beside > 0 {
      details {
        summary(
          voice(
            "Les autres lignes de l’écriture (\(beside))", "The other rows of the entry (\(beside))"
          ))
        for place in parts.indices where parts[place].reason == nil {
          p(voice("Ligne \(parts[place].line)", "Line \(parts[place].line)")).class("quiet")
          fields(parts, place, voice)
        }
      }
    }
    if row.countBeside > 0 {
      p(
        voice(
          "\(voice.count(row.countBeside)) autres lignes de la même écriture reviennent telles "
            + "quelles\u{A0}; le fichier à télécharger les contient toutes.",
          "\(voice.count(row.countBeside)) more rows of the same entry come again as they are; the "
            + "file to download has them all.")
      ).class("quiet")
    }
  }

  private func fields(
    _ parts: [MendingTable.Row.Part], _ part: Int, _ voice: Voice
  ) -> Element {
    let first = parts[..<part].reduce(0) { $0 + $1.cells.count }
    return div {
      for place in parts[part].cells.indices {
        div {
          let number = first + place + 1
          let id = "r\(row.record.position)-c\(number)"
          let name = place < names.count ? names[place] : ""
          let old = typed?.cells ?? []
          let value = number <= old.count ? old[number - 1] : parts[part].cells[place]
          label(name.isEmpty ? voice("Colonne \(place + 1)", "Column \(place + 1)") : name).for(id)
          input().type("text").name("c\(number)").id(id).value(value)
            .attribute("maxlength", "4000").autocomplete("off")
        }.class("field")
      }
    }.class("fields")
  }
}
