import Claims
public import Ledger

/// The files that go with a message. Its text announces these and no others.
public struct Attached: Hashable, Sendable {
  /// The letter itself as a PDF, beside an e-mail.
  public var letter = false
  /// The statement of account.
  public var statement = false
  /// The documents whose copies go with it, oldest due date first.
  public var copies: [EntryNumber] = []

  public init() {}

  public var isEmpty: Bool { !letter && !statement && copies.isEmpty }
}

extension Facts {
  /// The numbers of the documents whose copies go with the message.
  var copies: [String] { copied.map(\.number) }

  /// The same documents, with their dates.
  var copied: [OpenItem] {
    occasion.attached.copies.compactMap { claim.item($0) }
  }

  /// Whether a copy of each invoice that the message lists goes with it.
  var hasEveryCopy: Bool {
    Set(items.map(\.document)).isSubset(of: occasion.attached.copies)
      && items.count == occasion.attached.copies.count
  }

  /// More copies than this are counted rather than named, where that says the same.
  static let mostNamed = 6
}

extension FrenchWording {
  /// `Pièces jointes : relevé de compte, factures FA-12 et FA-14.`; nil when nothing is attached.
  func attached(_ facts: Facts) -> String? {
    let attached = facts.occasion.attached
    guard !attached.isEmpty else { return nil }
    var parts: [String] = []
    if attached.letter {
      parts.append(
        facts.message == .formalNotice
          ? "mise en demeure" : facts.message == .statement ? "relevé de compte" : "lettre")
    }
    if attached.statement { parts.append("relevé de compte") }
    let copies = facts.copies
    if copies.count > Facts.mostNamed, facts.hasEveryCopy {
      parts.append("les \(copies.count) factures énumérées ci-dessus")
    } else if !copies.isEmpty {
      parts.append((copies.count == 1 ? "facture " : "factures ") + copies.listed(and: "et"))
    }
    let isOne = parts.count == 1 && copies.count <= 1
    return (isOne ? "Pièce jointe" : "Pièces jointes") + "\u{A0}: "
      + parts.joined(separator: ", ") + "."
  }

  func enclosures(_ facts: Facts) -> [String] {
    var lines = facts.occasion.attached.statement ? ["relevé de compte"] : []
    let copies = facts.copies
    if copies.count > Facts.mostNamed {
      lines.append(
        facts.hasEveryCopy
          ? "copie des \(copies.count) factures énumérées ci-dessus"
          : "copie des factures " + copies.listed(and: "et"))
    } else {
      lines += facts.copied.map { "copie de la facture \($0.number) du \(shortDate($0.issue))" }
    }
    return lines
  }
}

extension EnglishWording {
  /// `Attached: statement of account, invoices FA-12 and FA-14.`; nil when nothing is attached.
  func attached(_ facts: Facts) -> String? {
    let attached = facts.occasion.attached
    guard !attached.isEmpty else { return nil }
    var parts: [String] = []
    if attached.letter {
      parts.append(
        facts.message == .formalNotice
          ? "formal notice" : facts.message == .statement ? "statement of account" : "letter")
    }
    if attached.statement { parts.append("statement of account") }
    let copies = facts.copies
    if copies.count > Facts.mostNamed, facts.hasEveryCopy {
      parts.append("the \(copies.count) invoices listed above")
    } else if !copies.isEmpty {
      parts.append((copies.count == 1 ? "invoice " : "invoices ") + copies.listed(and: "and"))
    }
    return "Attached: " + parts.joined(separator: ", ") + "."
  }

  func enclosures(_ facts: Facts) -> [String] {
    var lines = facts.occasion.attached.statement ? ["statement of account"] : []
    let copies = facts.copies
    if copies.count > Facts.mostNamed {
      lines.append(
        facts.hasEveryCopy
          ? "copies of the \(copies.count) invoices listed above"
          : "copies of invoices " + copies.listed(and: "and"))
    } else {
      lines += facts.copied.map { "copy of invoice \($0.number) of \(shortDate($0.issue))" }
    }
    return lines
  }
}

extension [String] {
  /// `FA-12`, `FA-12 et FA-14`, `FA-12, FA-13 et FA-14`.
  fileprivate func listed(and word: String) -> String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(word) " + last
  }
}
