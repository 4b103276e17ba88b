import Ledger

/// An e-mail: its subject and its words. Mail programs wrap the lines.
public struct Mail: Hashable, Sendable {
  public let subject: String
  public let text: String
}

extension Letter {
  /// The letter as an e-mail: greeting, words, figures, what is attached, signature with the
  /// sender's address.
  public var mail: Mail {
    var parts = blocks.map(text(of:))
    if let attachedLine {
      var place = parts.endIndex
      if case .closing? = blocks.last { place -= 1 }
      parts.insert(attachedLine, at: place)
    }
    parts.append((signature + contact).joined(separator: "\n"))
    parts.append(legalLine)
    return Mail(subject: subject, text: parts.joined(separator: "\n\n") + "\n")
  }

  /// The whole letter as plain text, addresses and enclosures included: for archives and tests.
  public var plainText: String {
    var parts = [letterhead.joined(separator: "\n"), recipient.joined(separator: "\n")]
    parts.append(
      references.map { $0.label.isEmpty ? $0.value : $0.label + colon + $0.value }.joined(
        separator: "\n"))
    parts.append(dateline)
    parts.append(subjectLabel + colon + subject)
    parts += blocks.map(text(of:))
    parts.append(signature.joined(separator: "\n"))
    if !enclosures.isEmpty {
      parts.append(
        ([enclosuresLabel + (language == .french ? "\u{A0}:" : ":")] + enclosures.map { "– " + $0 })
          .joined(separator: "\n"))
    }
    parts.append(legalLine)
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var contact: [String] { Array(letterhead.dropFirst()) }

  private func text(of block: Block) -> String {
    switch block {
    case .paragraph(let prose): prose.text
    case .heading(let text), .closing(let text), .banner(let text): text
    case .table(let table): text(of: table)
    case .payment(let payment):
      payment.lines.map { $0.label + colon + $0.value }.joined(separator: "\n")
    }
  }

  /// A line for each row. Columns would not stand under each other in an e-mail, so each figure
  /// has its name beside it.
  private func text(of table: Table) -> String {
    let rows = table.rows.map { row in
      if table.columns.count == 2 { return row.joined(separator: colon) }
      return zip(table.columns, row).filter { !$1.isEmpty }
        .map { $0.kind == .words || $0.title.isEmpty ? $1 : $0.title + "\u{A0}" + $1 }
        .joined(separator: " · ")
    }
    let totals = table.totals.map { row in row.filter { !$0.isEmpty }.joined(separator: colon) }
    return (rows.map { "– " + $0 } + totals).joined(separator: "\n")
  }
}
