/// What an invoice says of the seller's legal form, capital and register, wherever it says it.
struct LegalIdentity {
  let hasForm: Bool
  let hasCapital: Bool
  let hasRegister: Bool
  /// A sole trader, an association or a public body has no share capital.
  let isWithoutCapital: Bool

  init(of name: String, legal: String, in notes: [MentionText]) {
    let name = MentionText(name)
    let legal = MentionText(legal)
    // « sa » is a word of French: short forms count only where the firm names itself.
    let own = [name, legal] + notes.filter { ["REG", "ABL"].contains($0.subject) }
    let all = own + notes
    isWithoutCapital =
      all.contains { $0.says(any: LegalIdentity.withoutCapital) }
      || own.contains { $0.saysAlone("ei") || $0.saysAlone("epic") }
    hasForm =
      isWithoutCapital || all.contains { $0.says(any: LegalIdentity.spelled) }
      || all.contains { text in LegalIdentity.long.contains { text.saysAlone($0) } }
      || own.dropFirst().contains { text in
        LegalIdentity.short.contains { text.saysAlone($0) }
      } || LegalIdentity.isBorne(by: name)
    hasCapital = all.contains { $0.says("capital") }
    hasRegister = all.contains(where: LegalIdentity.namesRegister)
  }

  /// « Dupont SA », « SA Dupont », but not « La boulangerie et sa terrasse ».
  private static func isBorne(by name: MentionText) -> Bool {
    let words = name.bytes.split { !$0.isWord && $0 != 46 }
    return [words.first, words.last].compactMap { $0 }.contains { word in
      short.contains { MentionText(String(decoding: word, as: UTF8.self)).saysAlone($0) }
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
