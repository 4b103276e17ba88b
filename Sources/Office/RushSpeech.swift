public import Correspondence
public import Ledger
import Quantities
import Store

/// The words of one rush order, and why the firm's own could not be used, if so.
public struct RushSpeech: Sendable {
  public let texts: RushTexts
  public let tone: RushTone
  public let language: Customer.Language
  /// Why the house's words stand instead of the firm's own; nil when they do not.
  public let fault: RushWordingFault?
}

extension Desk {
  /// The words for a rush order: in the tone asked for, else the one used last; in the customer's
  /// language unless another is asked for. Where the firm's own words cannot be filled for this
  /// offer, the house's stand in and the fault says why.
  public func rushSpeech(
    for file: RushFile, tone: RushTone? = nil, language: Customer.Language? = nil
  ) throws -> RushSpeech {
    let language = language ?? file.customer?.language ?? .french
    let settings = try store.read { try $0.settings() }
    let tone = tone ?? settings["rush.tone"].flatMap(RushTone.init(rawValue:)) ?? .courteous
    let facts = RushFacts(
      file.offer, for: file.customer, from: Firm(settings: settings).sender,
      in: file.question.currency)
    do {
      let own = try Desk.templates(language, tone, in: settings)
      return RushSpeech(
        texts: try composeRush(facts, in: own), tone: tone, language: language, fault: nil)
    } catch {
      let house = try composeRush(facts, in: RushTemplates(language, tone))
      return RushSpeech(texts: house, tone: tone, language: language, fault: error)
    }
  }

  /// The texts of a language and tone, with what the firm words differently.
  public func rushTemplates(
    _ language: Customer.Language, _ tone: RushTone
  ) throws -> RushTemplates {
    try Desk.templates(language, tone, in: store.read { try $0.settings() })
  }

  /// Remembers what the firm words differently.
  public func save(_ templates: RushTemplates) throws {
    let edits = templates.edits.sorted { $0.key < $1.key }
      .map { "[\($0.key)]\n\($0.value)\n" }.joined(separator: "\n")
    try store.write(learned: today) {
      try $0.set(Desk.setting(templates.language, templates.tone), to: edits)
    }
  }

  /// Remembers the tone that was used.
  public func remember(_ tone: RushTone) throws {
    try store.write(learned: today) { try $0.set("rush.tone", to: tone.rawValue) }
  }

  private static func templates(
    _ language: Customer.Language, _ tone: RushTone, in settings: [String: String]
  ) throws(RushWordingFault) -> RushTemplates {
    try RushTemplates(language, tone, plainText: settings[setting(language, tone)] ?? "")
  }

  private static func setting(_ language: Customer.Language, _ tone: RushTone) -> String {
    "rush.words.\(language.rawValue).\(tone.rawValue)"
  }
}
