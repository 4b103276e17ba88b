public import Ledger
import Quantities

/// What is wrong with a letter's words: phrases that may not be used, mentions that are missing.
///
/// It also reads letters that a person has edited.
public struct WordingCheck: Hashable, Sendable {
  /// One thing to mend before the letter leaves.
  public enum Fault: Hashable, Sendable {
    /// Words that may not stand in a message, as they were written, and why (R5.7, R10.2, R10.3).
    case forbidden(String, Misconduct)
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
    var found = misconduct(in: text, words).map { Fault.forbidden($0.phrase, $0.misconduct) }
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

  /// What a text may not say, each thing once: as it was written, and why.
  private static func misconduct(
    in text: String, _ words: FoldedText
  ) -> [(phrase: String, misconduct: Misconduct)] {
    let phrases = words.phrases(of: Ban.index)
    let bans = Ban.all.filter { $0.isPossible(with: phrases) }
    if bans.isEmpty { return [] }
    let sentences = Ban.sentences(of: text).map { FoldedText($0) }
    var found: [(phrase: String, misconduct: Misconduct)] = []
    for ban in bans {
      for phrase in sentences.flatMap(ban.found)
      where !found.contains(where: { $0.phrase == phrase }) {
        found.append((phrase, ban.misconduct))
      }
    }
    return found
  }

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
