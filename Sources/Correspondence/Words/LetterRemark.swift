public import Ledger

/// What a person should look at before a letter's words are used: nothing that the law forbids,
/// but something that may offend the reader or leave them without an answer.
public struct LetterRemark: Hashable, Sendable {
  /// What may be taken amiss, or is lacking.
  public enum Matter: Hashable, Sendable {
    /// `tu`, `ton`, `ta`: customers are addressed with `vous`.
    case familiar(String)
    /// An order or a pressing word: `immédiatement`, `nous exigeons`.
    case pressing(String)
    /// A reproach: `à plusieurs reprises`, `votre silence`.
    case reproach(String)
    /// A word in capitals.
    case shouting(String)
    case exclamation
    /// A sentence too long to be read in one go, in words.
    case longSentence(words: Int)
    /// A first message that does not suppose an oversight.
    case noOversight
    /// Nothing is said for the case that the payment is under way.
    case noCrossing
    /// The reader is given no way to answer: a question, a difficulty, a dispute.
    case noWayOut
  }

  public let piece: LetterPiece
  public let matter: Matter
}

extension LetterWords {
  /// What to look at in the words, in the order in which they are read; empty when all is well.
  public var remarks: [LetterRemark] {
    var remarks: [LetterRemark] = []
    var whole: [LetterPiece: String] = [:]
    for piece in LetterPiece.all(of: kind) {
      guard let text = try? template(piece).neutral else { continue }
      whole[piece] = text
      remarks += Tact.remarks(on: text, language).map { LetterRemark(piece: piece, matter: $0) }
    }
    guard kind.asks else { return remarks }
    let tact = Tact(language)
    if kind == .courtesy {
      for piece in [LetterPiece.openingOne, .openingSeveral]
      where !tact.supposesAnOversight(whole[piece] ?? "") {
        remarks.append(LetterRemark(piece: piece, matter: .noOversight))
      }
    }
    let request = whole[.request] ?? ""
    let ending = whole[.ending] ?? ""
    if !tact.leavesAWayOut(request + " " + ending) {
      remarks.append(LetterRemark(piece: .request, matter: .noWayOut))
    }
    if kind != .formalNotice, !tact.allowsForCrossing(ending + " " + request) {
      remarks.append(LetterRemark(piece: .ending, matter: .noCrossing))
    }
    return remarks
  }
}

extension LetterRemark {
  /// What to look at and what to write instead.
  public func words(in language: Customer.Language) -> String {
    language == .french
      ? "\(piece.key)\u{A0}: \(french)" : "\(piece.key): \(english)"
  }

  private var french: String {
    switch matter {
    case .familiar(let word):
      "«\u{A0}\(word)\u{A0}» tutoie le client\u{A0}; écrivez «\u{A0}vous\u{A0}»."
    case .pressing(let phrase):
      "«\u{A0}\(phrase)\u{A0}» ordonne\u{A0}; une date précise presse mieux et ne froisse pas."
    case .reproach(let phrase):
      "«\u{A0}\(phrase)\u{A0}» reproche\u{A0}; citez plutôt les dates et les montants."
    case .shouting(let word): "«\u{A0}\(word)\u{A0}» en capitales se lit comme un cri."
    case .exclamation: "un point d’exclamation se lit comme de l’humeur."
    case .longSentence(let count): "une phrase de \(count) mots\u{A0}; coupez-la en deux."
    case .noOversight:
      "un premier message suppose un oubli\u{A0}: dites «\u{A0}sauf erreur de notre part\u{A0}»."
    case .noCrossing:
      "dites ce que le client doit faire si son règlement est déjà parti."
    case .noWayOut:
      "laissez une porte ouverte\u{A0}: une question, une difficulté, un désaccord."
    }
  }

  private var english: String {
    switch matter {
    case .familiar(let word): "“\(word)” is familiar in French; write “vous”."
    case .pressing(let phrase): "“\(phrase)” gives orders; a date presses more and offends less."
    case .reproach(let phrase): "“\(phrase)” reproaches; name dates and amounts instead."
    case .shouting(let word): "“\(word)” in capitals reads as shouting."
    case .exclamation: "an exclamation mark reads as temper."
    case .longSentence(let count): "a sentence of \(count) words; cut it in two."
    case .noOversight: "a first message supposes an oversight: say “unless we are mistaken”."
    case .noCrossing: "say what to do if the payment is already on its way."
    case .noWayOut: "leave a door open: a question, a difficulty, a disagreement."
    }
  }
}
