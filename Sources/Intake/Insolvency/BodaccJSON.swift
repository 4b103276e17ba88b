import Ledger
import Quantities

/// The records of `annonces-commerciales`, the open data of the BODACC: the service's answer, an
/// export, or one record a line.
///
/// Some members are JSON texts inside the JSON (`jugement`, `listepersonnes`), and some exports
/// have them as objects: both are read.
enum BodaccJSON {
  /// The first bytes are those of JSON with the names of these records.
  static func isLikely(_ head: UnsafeRawBufferPointer) -> Bool {
    let start = head.prefix(1 << 16)
    let meaning = start.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard let first = meaning.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      return false
    }
    let text = String(decoding: meaning, as: UTF8.self)
    return ["\"dateparution\"", "\"familleavis\"", "\"publicationavis\"", "\"numeroannonce\""]
      .contains { text.contains($0) }
  }

  static func read(
    _ bytes: UnsafeRawBufferPointer, batch: Int, into deliver: (Reading) throws -> Void
  ) throws {
    var notices = NoticeBatch(batch)
    var scanner = JSONScanner(bytes)
    try scanner.eachRecord { record, line in
      let fields = record["fields"] ?? record["record"]?["fields"] ?? record
      try notices.take(draft(of: fields, line), into: deliver)
    }
    try notices.finish(into: deliver)
  }

  /// Nil for a notice of another family: a sale, a change of address, a deposit of accounts.
  private static func draft(of record: JSONValue, _ line: Int) -> NoticeDraft? {
    let judgment = record["jugement"]?.unfolded
    let family = record["familleavis"]?.plain ?? (judgment == nil ? "" : "collective")
    guard family == "collective" else { return nil }
    var draft = NoticeDraft()
    draft.line = line
    name(record, &draft)
    draft.published = record["dateparution"].flatMap { Day(bodacc: $0.plain) }
    draft.court = record["tribunal"]?.plain.oneLine ?? ""
    let persons = record["listepersonnes"]?.unfolded["personne"]?.elements ?? []
    let listed = (record["registre"]?.unfolded.elements ?? []).flatMap {
      $0.plain.split(separator: ",").map(String.init)
    }
    let registered = persons.flatMap { person in
      let number = person["numeroImmatriculation"]
      return [
        number?["numeroIdentification"], number?["numeroIdentificationRCS"],
        person["inscriptionRM"]?["numeroIdentificationRM"],
      ].compactMap { $0?.plain }
    }
    draft.take(sirens: listed + registered)
    draft.name = record["commercant"]?.plain.oneLine ?? ""
    if draft.name.isEmpty, let person = persons.first {
      draft.name =
        ["denomination", "nom", "prenom"].compactMap { person[$0]?.plain }
        .joined(separator: " ").oneLine
    }
    let isAnnulled = ["annul"].contains { word in
      (record["typeavis"]?.plain ?? "").hasPrefix(word)
        || (judgment?["type"]?.plain ?? "").hasPrefix(word)
    }
    draft.take(
      family: judgment?["famille"]?.plain ?? "", nature: judgment?["nature"]?.plain ?? "",
      details: judgment?["complementJugement"]?.plain ?? "", day: judgment?["date"]?.plain ?? "")
    if isAnnulled { draft.judgment = .closing }
    return draft
  }

  /// `A202601803235` is notice 3235 of issue 20260180 of bulletin A.
  private static func name(_ record: JSONValue, _ draft: inout NoticeDraft) {
    let id = record["id"]?.plain ?? ""
    draft.bulletin = record["publicationavis"]?.plain ?? String(id.prefix(1))
    draft.issue = record["parution"]?.plain ?? String(id.dropFirst().prefix(8))
    draft.number = record["numeroannonce"]?.plain ?? String(id.dropFirst(9))
    if draft.bulletin.isEmpty { draft.bulletin = "A" }
  }
}

extension NoticeDraft {
  /// Takes the numbers that are a SIREN, each once.
  mutating func take(sirens numbers: [String]) {
    for number in numbers.prefix(1_000) {
      let digits = String(
        String.UnicodeScalarView(
          number.unicodeScalars.filter { $0 > " " && $0 != "\u{A0}" && $0 != "\u{202F}" }))
      guard digits.utf8.count == 9, digits.utf8.allSatisfy({ (48...57).contains($0) }),
        !sirens.contains(digits)
      else { continue }
      sirens.append(digits)
    }
  }

  mutating func take(family: String, nature: String, details: String, day: String) {
    self.nature = (nature.isEmpty ? family : nature).oneLine
    judgment = JudgmentNature.judgment(family: family, nature: nature, details: details)
    judged = Day(bodacc: day)
  }
}

extension String {
  /// On one line and of a length that a page can show.
  var oneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(300).description
  }
}

/// Notices on their way to the book; those of other families are counted.
struct NoticeBatch {
  private var reading = Reading()
  private var others = 0
  private let limit: Int

  init(_ limit: Int) { self.limit = limit }

  /// Takes a notice in; nil stands for one of another family.
  mutating func take(_ draft: NoticeDraft?, into deliver: (Reading) throws -> Void) throws {
    guard let draft else {
      others += 1
      return
    }
    if draft.number.isEmpty || draft.issue.isEmpty {
      reading.rejections.append(
        Rejection(
          at: .line(draft.line), field: "numeroannonce", found: draft.name,
          wanted: Phrase(
            french: "une annonce avec son numéro et celui de sa parution",
            english: "a notice with its number and that of its issue")))
    } else {
      reading.drafts.append(.notice(draft))
    }
    guard reading.drafts.count + reading.rejections.count >= limit else { return }
    try deliver(reading)
    reading = Reading()
  }

  mutating func finish(into deliver: (Reading) throws -> Void) throws {
    if others > 0 {
      reading.notes.append(
        Note(
          at: .line(1),
          Phrase(
            french: "annonces d’autres familles (ventes, modifications, dépôts…), laissées de côté"
              + "\u{A0}: \(others)",
            english: "notices of other families (sales, changes, deposits…), left aside: \(others)"
          )))
    }
    if !reading.isEmpty { try deliver(reading) }
  }
}
