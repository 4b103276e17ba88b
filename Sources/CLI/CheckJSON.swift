import CreditPolicy
import Law
import Ledger
import Office
import Printing

extension CheckReport {
  /// What the check found, for programs: counts, each document, what could not be checked.
  var json: JSON {
    .object([
      ("documents", .number(documents)), ("faulty", .number(faulty)), ("weak", .number(weak)),
      ("suppliers", .number(suppliers)), ("fromTables", .number(fromTables)),
      ("lints", .list(Lint.allCases.compactMap(tally))),
      ("listed", .list(listed.map(\.json))), ("series", .list(series.map(\.json))),
      (
        "unchecked",
        .list(
          unchecked.sorted {
            ($0.key.lint.rawValue, $0.key.reason.french)
              < ($1.key.lint.rawValue, $1.key.reason.french)
          }
          .map { unchecked, count in
            .object([
              ("lint", .text(unchecked.lint.rawValue)), ("reason", unchecked.reason.json),
              ("documents", .number(count)),
            ])
          })
      ),
    ])
  }

  private func tally(of lint: Lint) -> JSON? {
    tallies[lint].map {
      .object([
        ("lint", .text(lint.rawValue)), ("title", .text(lint.title(in: .french))),
        ("errors", .number($0.errors)), ("warnings", .number($0.warnings)),
      ])
    }
  }
}

extension CheckReport.Document {
  var json: JSON {
    .object([
      ("number", .text(number)), ("file", .text(file)),
      ("findings", .list(findings.map(\.json))),
    ])
  }
}

extension Finding {
  var json: JSON {
    .object([
      ("lint", .text(lint.rawValue)), ("level", .text(level.rawValue)), ("found", found.json),
      ("wanted", wanted.json), ("remedy", .text(remedy)),
      (
        "citation",
        .object([
          ("text", .text(citation.text)), ("article", .text(citation.article)),
          ("sheet", .text(citation.sheet)),
        ])
      ),
    ])
  }
}

extension Remark {
  var json: JSON { .object([("fr", .text(french)), ("en", .text(english))]) }
}
