/// What an invoice says of the seller's legal form, capital and register, wherever it says it.
struct LegalIdentity {
  private let name: MentionText
  /// The sentences in which the firm names itself; short forms count only there, « sa » being a
  /// word of French.
  private let own: [MentionText]
  private let notes: [MentionText]

  init(of name: String, legal: String, in notes: [MentionText]) {
    self.name = MentionText(name)
    own = [MentionText(legal)] + notes.filter { ["REG", "ABL"].contains($0.subject) }
    self.notes = notes
  }

  /// A sole trader, an association or a public body has no share capital.
  var isWithoutCapital: Bool {
    anywhere { $0.says(any: LegalIdentity.withoutCapital) }
      || ([name] + own).contains { $0.saysAlone("ei") || $0.saysAlone("epic") }
  }

  var hasForm: Bool {
    LegalIdentity.isBorne(by: name)
      || own.contains { text in LegalIdentity.short.contains { text.saysAlone($0) } }
      || anywhere { text in LegalIdentity.long.contains { text.saysAlone($0) } }
      || anywhere { $0.says(any: LegalIdentity.spelled) } || isWithoutCapital
  }

  var hasCapital: Bool { anywhere { $0.says("capital") } }

  var hasRegister: Bool { anywhere(LegalIdentity.namesRegister) }

  /// Where the firm names itself first, as it is mostly there.
  private func anywhere(_ isSo: (MentionText) -> Bool) -> Bool {
    own.contains(where: isSo) || isSo(name) || notes.contains(where: isSo)
  }

  /// « Dupont SA », « SA Dupont », but not « La boulangerie et sa terrasse ».
  private static func isBorne(by name: MentionText) -> Bool {
    let words = name.bytes.split { !$0.isWord && $0 != 46 }
    return [words.first, words.last].compactMap { $0 }.contains { word in
      let text = MentionText(String(decoding: word, as: UTF8.self))
      return short.contains { text.saysAlone($0) }
    }
  }

  private static let withoutCapital: [StaticString] = [
    "entrepreneur individuel", "entreprise individuelle", "auto-entrepreneur", "autoentrepreneur",
    "micro-entrepreneur", "microentrepreneur", "association", "loi 1901", "etablissement public",
  ]
  private static let spelled: [StaticString] = [
    "societe anonyme", "societe par actions", "responsabilite limitee", "societe civile",
    "nom collectif", "commandite", "societe cooperative", "interet economique",
    "exercice liberal",
  ]
  private static let long: [StaticString] = [
    "sarl", "s.a.r.l", "sas", "s.a.s", "sasu", "eurl", "snc", "scop", "selarl", "selas", "scea",
    "earl", "gaec", "eirl", "gie", "scic", "sica",
  ]
  private static let short: [StaticString] = ["sa", "s.a", "sci", "scs", "sca", "scp"]

  /// « RCS Lyon 732 829 320 » or « 732 829 320 RCS Lyon »: the letters and a city.
  private static func namesRegister(_ text: MentionText) -> Bool {
    let words: [StaticString] = [
      "rcs", "r.c.s", "registre du commerce", "repertoire des metiers",
      "registre national des entreprises",
    ]
    return words.contains { word in
      guard let place = text.place(of: word) else { return false }
      var rest = text.bytes[(place + word.utf8CodeUnitCount)...].split { !$0.isWord }
      while let next = rest.first, idle.contains(String(decoding: next, as: UTF8.self)) {
        rest.removeFirst()
      }
      return rest.first?.first?.isLetter ?? false
    }
  }

  private static let idle: Set = [
    "n", "no", "numero", "sous", "le", "de", "du", "et", "des", "societes", "a", "b",
  ]
}
