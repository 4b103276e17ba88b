public import Ledger
import Quantities

/// What is wrong with a letter's words: phrases that may not be used, mentions that are missing.
///
/// It also reads letters that a person has edited.
public struct WordingCheck: Hashable, Sendable {
  /// One thing to mend before the letter leaves.
  public enum Fault: Hashable, Sendable {
    /// A threat, a judgement, a false official appearance, pressure through others (R5.7, R10.2,
    /// R10.3): the phrase found.
    case forbidden(String)
    /// A mention that a formal notice needs (R5.5), or that any letter needs.
    case missing(Mention)
    /// A field of a template that nobody filled in, such as `{nom}`.
    case unresolved(String)
    /// `tu`, `ton`, `ta`: customers are addressed with `vous`.
    case familiar(String)
  }

  /// What a letter has to say to have its effect (R5.5).
  public enum Mention: String, Hashable, Sendable, CaseIterable {
    case title, senderName, senderForm, senderCapital, senderRegistration, senderAddress
    case recipientName, recipientAddress, invoiceList, interest, dailyInterest, compensation
    case total, legalBasis, deadline, paymentMeans, consequence, dateline, signature
  }

  /// The faults of a letter, gravest first; empty when it may leave.
  public static func faults(in letter: Letter) -> [Fault] {
    let text = letter.plainText
    var found = faults(inText: text, letter.language)
    found += missing(from: letter, text).map(Fault.missing)
    return found
  }

  /// The forbidden phrases and empty fields of any text a customer may read.
  public static func faults(inText text: String, _ language: Customer.Language) -> [Fault] {
    let words = FoldedText(text)
    var found: [Fault] = []
    for phrase in forbidden where words.contains(phrase) { found.append(.forbidden(phrase)) }
    if language == .french {
      for word in ["tu", "ton", "ta", "tes", "toi"] where words.contains(word + " ") {
        found.append(.familiar(word))
      }
    }
    for mark in ["{", "}", "[[", "]]", "<%", "%@", "nil", "Optional("] where text.contains(mark) {
      if mark != "nil" || words.contains("nil ") { found.append(.unresolved(mark)) }
    }
    return found
  }

  /// Phrases, folded as `FoldedText` does, that no letter may hold. Each may go on within a word:
  /// `huissier` also finds `huissiers`.
  static let forbidden = [
    // Threats and humiliation.
    "vous serez condamne", "serez poursuivi", "poursuites penales", "plainte", "prison",
    "escroc", "malhonnete", "mauvaise foi", "mauvais payeur", "honte", "inadmissible",
    "intolerable", "scandaleux", "liste noire", "dernier avertissement", "votre reputation",
    "sans scrupule", "you will be convicted", "criminal", "blacklist", "dishonest", "bad faith",
    "disgrace", "shame", "final warning", "your reputation", "crook", "unacceptable",
    // False official appearance (C. pén. 433-13).
    "huissier", "commissaire de justice", "commandement de payer", "au nom du peuple",
    "republique francaise", "greffe", "tribunal de commerce vous", "saisie", "titre executoire",
    "exploit", "bailiff", "seizure", "writ of", "summons",
    // Pressure through others.
    "votre banque sera", "vos clients seront", "vos salaries", "votre famille", "vos proches",
    "your employees", "your family", "your bank will be",
    // Advertisement (R10.6).
    "offre speciale", "promotion", "special offer",
  ]

  private static func missing(from letter: Letter, _ text: String) -> [Mention] {
    let sender = letter.sender
    let isFormal = letter.message == .formalNotice
    let words = FoldedText(text)
    var checks: [(Mention, Bool)] = [
      (.senderName, !sender.name.isEmpty && text.contains(sender.name)),
      (.recipientName, !(letter.recipient.first ?? "").isEmpty),
      (.dateline, !letter.dateline.isEmpty), (.signature, !sender.signatory.isEmpty),
    ]
    if letter.amount.isPositive {
      checks.append((.paymentMeans, sender.hasValidIBAN && text.contains(sender.ibanByFours)))
    }
    if isFormal { checks += formalChecks(letter, words) }
    return checks.filter { !$0.1 }.map(\.0)
  }

  private static func formalChecks(_ letter: Letter, _ words: FoldedText) -> [(Mention, Bool)] {
    let sender = letter.sender
    let amount =
      letter.language == .french
      ? letter.amount.french : letter.amount.english
    let tables = letter.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    let asks = letter.blocks.contains { block in
      if case .paragraph(let prose) = block { prose.text.contains(amount) } else { false }
    }
    let needsInterest = words.contains("penalites de retard") || words.contains("interest")
    return [
      (.title, words.contains("mise en demeure")),
      (.senderForm, !sender.legalForm.isEmpty),
      (.senderCapital, sender.capital != nil || !needsCapital(sender.legalForm)),
      (.senderRegistration, !sender.siren.isEmpty && !sender.registry.isEmpty),
      (.senderAddress, !sender.street.isEmpty && !sender.city.isEmpty),
      (.recipientAddress, letter.recipient.count >= 3),
      (.invoiceList, tables.contains { !$0.rows.isEmpty }),
      (.interest, !needsInterest || tables.count > 1),
      (
        .dailyInterest,
        !needsInterest || tables.count < 3 || words.contains("par jour") || words.contains("a day")
      ),
      (.compensation, !needsInterest || words.contains("40")),
      (.total, asks),
      (.legalBasis, words.contains("1344")),
      (.deadline, deadline(in: words).map { (8...15).contains($0) } ?? false),
      (.consequence, words.contains("juridiction") || words.contains("court")),
    ]
  }

  /// The days that a notice leaves: the number before `jours a compter` or `days of receiving`.
  private static func deadline(in words: FoldedText) -> Int? {
    words.number(before: "jours a compter") ?? words.number(before: "days of receiving")
  }

  /// Companies with a share capital state it (C. com. R123-238).
  private static func needsCapital(_ form: String) -> Bool {
    ["SARL", "SAS", "SASU", "SA", "EURL", "SCA", "SELARL"].contains(form.uppercased())
  }
}

/// A text folded to lower case without accents, with one space between words and at both ends, and
/// the places where its words start.
struct FoldedText {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ text: String) {
    var folded = " "
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "à", "â", "ä", "á": folded += "a"
      case "ç": folded += "c"
      case "é", "è", "ê", "ë": folded += "e"
      case "î", "ï", "í": folded += "i"
      case "ô", "ö", "ó": folded += "o"
      case "ù", "û", "ü", "ú": folded += "u"
      case "œ": folded += "oe"
      default:
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          folded.unicodeScalars.append(scalar)
        } else if folded.utf8.last != 32 {
          folded += " "
        }
      }
    }
    if folded.utf8.last != 32 { folded += " " }
    let bytes = Array(folded.utf8)
    self.bytes = bytes
    starts = bytes.indices.dropLast().filter { bytes[$0] == 32 }.map { $0 + 1 }
  }

  /// Whether a phrase starts at the start of a word; it may end within one.
  func contains(_ phrase: String) -> Bool { place(of: phrase) != nil }

  private func place(of phrase: String) -> Int? {
    let wanted = Array(phrase.utf8)
    return starts.first { start in
      bytes[start] == wanted[0] && bytes[start...].starts(with: wanted)
    }
  }

  /// The number that stands before a phrase: 8 before `jours a compter` in `8 jours à compter`.
  func number(before phrase: String) -> Int? {
    guard let place = place(of: phrase), let at = starts.firstIndex(of: place), at > 0 else {
      return nil
    }
    return Int(String(decoding: bytes[starts[at - 1]..<place - 1], as: UTF8.self))
  }
}
