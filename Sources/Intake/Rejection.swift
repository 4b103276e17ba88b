/// A record that could not be taken in, said so that its author can mend it.
public struct Rejection: Hashable, Sendable {
  public let place: Place
  /// The column or element as the file names it.
  public let field: String
  /// What stood there, cut at 200 characters; empty when nothing did.
  public let found: String
  public let wanted: Phrase
  /// The whole record as it stands in the file, where it is a table line: mended, it can be taken
  /// in again. Empty for XML.
  public let raw: String

  public init(
    at place: Place, field: String, found: some StringProtocol, wanted: Phrase, raw: String = ""
  ) {
    self.place = place
    self.field = field
    self.found = Rejection.clipped(found)
    self.wanted = wanted
    self.raw = raw
  }

  /// `ligne 12, « Montant TTC » : « 12,345 » trouvé, attendu : 1 234,56.`
  public var french: String {
    let what = found.isEmpty ? "rien trouvé" : "«\u{A0}\(found)\u{A0}» trouvé"
    return
      "\(place.french), «\u{A0}\(field)\u{A0}»\u{A0}: \(what), attendu\u{A0}: \(wanted.french)."
  }

  /// `line 12, "Montant TTC": found "12,345", wanted 1 234,56.`
  public var english: String {
    let what = found.isEmpty ? "found nothing" : "found \"\(found)\""
    return "\(place.english), \"\(field)\": \(what), wanted \(wanted.english)."
  }

  static func clipped(_ text: some StringProtocol) -> String {
    guard text.utf8.count > 200, text.count > 200 else { return String(text) }
    return text.prefix(199) + "…"
  }
}
