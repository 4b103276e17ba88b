public import Ledger

/// Why words may not stand in a message to a customer.
public enum Misconduct: String, Hashable, Sendable, CaseIterable {
  /// A threat, or a judgement foretold (R10.2).
  case threat
  case insult
  /// What makes a message look like an act of a court or of an officer (C. pén. 433-13, R5.7).
  case officialAppearance
  /// A seizure or a bailiff announced without an enforceable title (R10.3).
  case seizure
  /// The debt told to others, or pressure through them (R10.3).
  case thirdParties
  /// The debtor shown to the public (R10.3).
  case publication
  /// Costs that stay with the creditor as long as there is no title (CPCE L111-8, R2.18).
  case costs
  /// A time limit or an effect that no law provides for (R10.2).
  case falseLaw
  /// Calls without end, or at home (R10.3).
  case harassment
  /// A message that asks for payment sells nothing (R10.6).
  case advertisement

  /// What is wrong, for the person who words the text.
  public func words(in language: Customer.Language) -> String {
    language == .french ? french : english
  }

  private var french: String {
    switch self {
    case .threat: "menace ou condamnation annoncée, fiches R10.2 et R10.3"
    case .insult: "jugement sur la personne, fiche R10.3"
    case .officialAppearance:
      "apparence d’un acte de justice, code pénal, art. 433-13, fiche R5.7"
    case .seizure: "saisie ou huissier annoncés sans titre exécutoire, fiche R10.3"
    case .thirdParties: "dette dite à des tiers, fiche R10.3"
    case .publication: "dette rendue publique, fiche R10.3"
    case .costs:
      "sans titre exécutoire, ces frais restent à votre charge, CPCE, art. L111-8, fiche R2.18"
    case .falseLaw: "délai ou effet que la loi ne prévoit pas, fiche R10.2"
    case .harassment: "harcèlement, fiche R10.3"
    case .advertisement: "publicité, fiche R10.6"
    }
  }

  private var english: String {
    switch self {
    case .threat: "a threat, or a judgement foretold, sheets R10.2 and R10.3"
    case .insult: "a judgement of the person, sheet R10.3"
    case .officialAppearance:
      "the appearance of an act of justice, French criminal code 433-13, sheet R5.7"
    case .seizure: "a seizure or a bailiff announced without a title, sheet R10.3"
    case .thirdParties: "the debt told to third parties, sheet R10.3"
    case .publication: "the debt made public, sheet R10.3"
    case .costs: "without an enforceable title these costs stay with you, CPCE L111-8, sheet R2.18"
    case .falseLaw: "a time limit or an effect that no law provides for, sheet R10.2"
    case .harassment: "harassment, sheet R10.3"
    case .advertisement: "advertisement, sheet R10.6"
    }
  }
}

/// Words that no message to a customer may hold: one of each list within one sentence, unless the
/// sentence shows that something else is meant. Folded as `FoldedText` does; each may go on within
/// a word: `huissier` also finds `huissiers`.
struct Ban {
  let misconduct: Misconduct
  let needs: [[String]]
  let unless: [String]

  init(_ misconduct: Misconduct, _ needs: [String]..., unless: [String] = []) {
    self.misconduct = misconduct
    self.needs = needs
    self.unless = unless
  }

  static let all = french + english

  /// Every phrase of every ban.
  static let index = PhraseIndex(all.flatMap { $0.needs.flatMap(\.self) })

  /// Whether a text that holds some phrases may hold what is forbidden.
  func isPossible(with phrases: Set<String>) -> Bool {
    needs.allSatisfy { $0.contains(where: phrases.contains) }
  }

  /// What of it a sentence holds, as it was written; empty when nothing.
  ///
  /// Each single phrase is told; of words that are forbidden together, the stretch from the first
  /// to the last.
  func found(in sentence: FoldedText) -> [String] {
    guard !unless.contains(where: sentence.contains) else { return [] }
    if needs.count == 1 { return needs[0].compactMap { sentence.written($0) } }
    let places = needs.compactMap { phrases in phrases.lazy.compactMap(sentence.words).first }
    guard places.count == needs.count,
      let first = places.min(by: { $0.lowerBound < $1.lowerBound }),
      let last = places.max(by: { $0.upperBound < $1.upperBound })
    else { return [] }
    let whole = sentence.written(first.lowerBound..<last.upperBound)
    guard whole.count > 90, first != last else { return [whole] }
    return [sentence.written(first) + " … " + sentence.written(last)]
  }

  /// The sentences of a text: a full stop ends one where a space follows, a line that is empty too.
  static func sentences(of text: String) -> [String] {
    var sentences: [String] = []
    var sentence = ""
    var last: Character?
    for character in text {
      let ends =
        (character.isWhitespace && last.map { ".!?…;".contains($0) } ?? false)
        || (character == "\n" && last == "\n")
      if ends {
        sentences.append(sentence)
        sentence = ""
      }
      sentence.append(character)
      last = character
    }
    return sentences + [sentence]
  }
}
