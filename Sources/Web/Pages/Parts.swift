import Office
import Printing
import Quantities

/// A column of a table.
struct Column {
  enum Kind { case title, text, figure }
  let name: String
  let kind: Kind

  init(_ name: String, _ kind: Kind = .text) {
    self.name = name
    self.kind = kind
  }
}

/// A table that turns into cards on a narrow screen; its first `.title` column names each row.
///
/// `total` is a last row, in the same columns. A row of `isList` can be reached with j and k.
func dataTable(
  _ columns: [Column], caption: String, rows: [[HTML]], total: [HTML] = [], isList: Bool = false,
  isWide: Bool = false
) -> Element {
  div {
    table {
      Printing.caption(caption)
      thead {
        tr {
          for column in columns {
            th(column.name).scope("col").class(column.kind == .figure ? "n" : nil)
          }
        }
      }
      tbody {
        for row in rows { tableRow(columns, row).data("row", isList ? "" : nil) }
      }
      if !total.isEmpty { tfoot { tableRow(columns, total) } }
    }.class(isWide ? "stack wide" : "stack")
  }.class("scroll")
}

private func tableRow(_ columns: [Column], _ cells: [HTML]) -> Element {
  tr {
    for (column, cell) in zip(columns, cells) {
      switch column.kind {
      case .title: th { cell }.scope("row")
      case .text:
        td { cell }.class(cell.bytes.isEmpty ? "blank" : nil).data("label", column.name)
      case .figure:
        td { cell }.class(cell.bytes.isEmpty ? "n blank" : "n").data("label", column.name)
      }
    }
  }
}

/// The mood of a badge or banner; the word beside it says the same.
enum Mood: String {
  case late, warn, calm, good, accent
  case plain = ""
}

func badge(_ text: String, _ mood: Mood = .plain) -> Element {
  // A word or two stay together, however narrow the column.
  let width = text.utf8.count <= 16 ? " short" : ""
  return span(text).class((mood == .plain ? "badge" : "badge " + mood.rawValue) + width)
}

/// A figure with its name, in the row of figures at the top of a page.
struct Figure {
  let name: String
  let value: String
  var note = ""
  var isMain = false
  var isSmall = false
}

func figures(_ figures: [Figure]) -> Element {
  dl {
    for figure in figures {
      div {
        dt(figure.name)
        dd {
          // Each currency has a line of its own.
          for (place, amount) in figure.value.split(separator: " · ").enumerated() {
            if place == 0 { String(amount) } else { span(String(amount)).class("more") }
          }
          if !figure.note.isEmpty { small(figure.note) }
        }.class(figure.isSmall ? "small" : nil)
      }.class(figure.isMain ? "main" : nil)
    }
  }.class("figures")
}

/// Names and values, those without a value left out.
func facts(_ pairs: [(String, HTML)]) -> Element {
  dl {
    for (name, value) in pairs where !value.bytes.isEmpty {
      dt(name)
      dd { value }
    }
  }.class("facts")
}

func emptyState(_ title: String, _ text: String) -> Element {
  div {
    strong(title)
    text
  }.class("empty")
}

/// The foot of a list in pages.
func pager(_ visit: Visit, page: Int, hasMore: Bool, name: String = "page") -> Element? {
  guard page > 1 || hasMore else { return nil }
  let voice = visit.voice
  return nav {
    if page > 1 {
      a(voice("← Page précédente", "← Previous page")).rel("prev")
        .href(visit.address([(name, page == 2 ? nil : String(page - 1))]))
    } else {
      span()
    }
    span(voice("Page \(page)", "Page \(page)")).class("quiet")
    if hasMore {
      a(voice("Page suivante →", "Next page →")).rel("next")
        .href(visit.address([(name, String(page + 1))]))
    } else {
      span()
    }
  }.class("pager").aria("label", voice("Pages", "Pages"))
}

/// A day to look at instead of today.
func asOfForm(_ visit: Visit, _ day: String) -> Element {
  let voice = visit.voice
  return form {
    div {
      label(voice("Situation au", "As of")).for("au")
      input().type("date").name("au").id("au").value(day).max(visit.desk.today.iso)
    }
    button(voice("Voir", "Show")).type("submit")
  }.class("asof").method("get").action(visit.path)
}

/// The banner of a page drawn as of a past day.
@HTMLBuilder func pastBanner(_ visit: Visit) throws -> HTML {
  if let day = try visit.asOf {
    p {
      strong(
        visit.voice(
          "Situation telle qu’elle était le \(visit.voice.day(day))",
          "As things stood on \(visit.voice.day(day))"))
      a(visit.voice("Revenir à aujourd’hui", "Back to today")).href(visit.address([("au", nil)]))
    }.class("banner warn")
  }
}
