import Foundation
public import Ledger

/// One letter of a batch for the post.
public struct RegisteredLetter: Hashable, Sendable {
  public let number: EntryNumber
  public let isRegistered: Bool
  /// Name and address, one line each.
  public let recipient: [String]
  public let subject: String
  /// How many copies of invoices follow the letter in its PDF.
  public let copies: Int

  public init(
    number: EntryNumber, isRegistered: Bool, recipient: [String], subject: String, copies: Int = 0
  ) {
    self.number = number
    self.isRegistered = isRegistered
    self.recipient = recipient
    self.subject = subject
    self.copies = copies
  }

  /// `0012-recommande.pdf`: the order of the batch, not the customer's name.
  var file: String {
    let digits = String(number.raw)
    let padding = String(repeating: "0", count: max(0, 6 - digits.count))
    return padding + digits + (isRegistered ? "-recommande.pdf" : "-lettre.pdf")
  }
}

/// A folder for the franking service or the post office: a PDF a letter, a table and an inventory.
public struct PostBatch: Sendable {
  public let number: Int
  public let day: String
  public let sender: String
  public let letters: [RegisteredLetter]
  /// What goes to an SMS gateway; it has a table of its own.
  public let texts: [ShortMessage]

  public init(
    number: Int, day: String, sender: String, letters: [RegisteredLetter],
    texts: [ShortMessage] = []
  ) {
    self.number = number
    self.day = day
    self.sender = sender
    self.letters = letters
    self.texts = texts
  }

  /// Writes the folder under another and gives its path: all of it, or nothing under its name.
  /// The pages of each letter are asked for when their turn comes.
  public func write(
    into folder: String, pages: (RegisteredLetter) throws -> [UInt8]
  ) throws -> String {
    let name =
      "courrier-" + String(repeating: "0", count: max(0, 4 - "\(number)".count))
      + "\(number)"
    let target = folder + "/" + name
    let part = folder + "/." + name + ".part"
    let files = FileManager.default
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if files.fileExists(atPath: part) { try files.removeItem(atPath: part) }
    try files.createDirectory(atPath: part, withIntermediateDirectories: false)
    for letter in letters { try write(try pages(letter), part + "/" + letter.file) }
    // Excel reads the accents when the file begins with this mark.
    try write([0xEF, 0xBB, 0xBF] + Array(table.utf8), part + "/courrier.csv")
    try write(Array(inventory.utf8), part + "/inventaire.txt")
    if !texts.isEmpty {
      try write([0xEF, 0xBB, 0xBF] + Array(gatewayTable.utf8), part + "/sms.csv")
    }
    if files.fileExists(atPath: target) { try files.removeItem(atPath: target) }
    try files.moveItem(atPath: part, toPath: target)
    return target
  }

  private func write(_ bytes: [UInt8], _ path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  /// One row a letter, as franking services take them.
  var table: String {
    let most = max(1, letters.map(\.recipient.count).max() ?? 1)
    var lines = [
      (["numero", "type", "fichier"] + (1...most).map { "ligne\($0)" } + ["objet", "suivi"])
        .joined(separator: ";")
    ]
    for letter in letters {
      let address = letter.recipient + Array(repeating: "", count: most - letter.recipient.count)
      let cells = [
        "\(letter.number.raw)", letter.isRegistered ? "recommande_ar" : "lettre", letter.file,
      ]
      lines.append((cells + address + [letter.subject, ""]).map(cell).joined(separator: ";"))
    }
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  /// One row an SMS, as gateways take them.
  var gatewayTable: String {
    let rows = texts.map { text in
      ["\(text.number.raw)", text.dialled, text.text].map(cell).joined(separator: ";")
    }
    return (["numero;telephone;texte"] + rows).joined(separator: "\r\n") + "\r\n"
  }

  /// A cell that no table program takes for a formula or for two.
  private func cell(_ text: String) -> String {
    let flat = text.map { $0.isNewline ? " " : String($0) }.joined()
    let safe = flat.first.map { "=+-@\t".contains($0) } == true ? "'" + flat : flat
    guard safe.contains(where: { ";\"".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  private var inventory: String {
    var lines = ["\(sender)", "Courrier n° \(number) du \(day)", ""]
    for letter in letters {
      lines.append(
        "[ ] n° \(letter.number.raw)  \(letter.isRegistered ? "RECOMMANDÉ AR" : "lettre")  "
          + letter.recipient.joined(separator: ", "))
      lines.append("      \(letter.subject)")
      if letter.copies > 0 {
        lines.append(
          "      à la suite, dans le même PDF\u{A0}: \(letter.copies) copie(s) de facture")
      }
      if letter.isRegistered { lines.append("      n° de suivi : ______________________") }
    }
    if !texts.isEmpty { lines += ["", "\(texts.count) SMS dans sms.csv, pour la passerelle."] }
    lines += ["", "\(letters.count) pli(s). Remis à la poste le : ____________  Signature :"]
    return lines.joined(separator: "\n") + "\n"
  }
}
