import CreditPolicy
import Ledger
import Quantities

/// The words of a rush order: what to say, what to answer, what to send and what to confirm.
///
/// Throws for a text that the firm has worded and that may not leave: a field without value in
/// this offer, a forbidden phrase. No text ever leaves with an open field.
public func composeRush(
  _ rush: RushFacts, in templates: RushTemplates
) throws(RushWordingFault) -> RushTexts {
  var composer = RushComposer(rush: rush, templates: templates)
  let main = rush.proposal.matter
  let besides = rush.proposal.besides
  let phone = try composer.sentences([main] + besides, RushPiece.phone)
  let replies = try composer.replies()
  let subject = try composer.text(.part(main.isPlainYes ? .subjectAccept : .subject))
  let mail = try composer.mail(main, besides)
  var clause = try composer.sentences([main] + besides, RushPiece.clause)
  if main.isException, rush.proposal.keepsUsualTerm {
    clause += try " " + composer.text(.part(.clauseEnd))
  }
  return RushTexts(
    proposal: rush.proposal, phone: phone, replies: replies, subject: subject, mail: mail,
    clause: clause, warnings: composer.warnings)
}

/// Fills the texts of one rush order and gathers what there is to look at.
private struct RushComposer {
  let rush: RushFacts
  let templates: RushTemplates
  var warnings: [RushWarning] = []

  private var proposal: RushProposal { rush.proposal }

  mutating func text(_ piece: RushPiece) throws(RushWordingFault) -> String {
    let template = try RushTemplate(templates[piece], of: piece)
    let text = try template.filled { rush.value(of: $0, in: templates.language) }
    try check(template)
    return text
  }

  /// Looks at a text that the firm has worded; the house's own are looked at by its tests. A firm
  /// or an invoice may be called anything: the check reads the words around the names.
  private mutating func check(_ template: RushTemplate) throws(RushWordingFault) {
    guard templates.isEdited(template.piece) else { return }
    let language = templates.language
    let neutral = try template.filled { field in
      field.holdsNames ? "9" : rush.value(of: field, in: language) ?? ""
    }
    let found = WordingCheck.forbiddenPhrase(in: neutral, language)
    if let (words, why) = found.phrase { throw .forbidden(words, why, in: template.piece) }
    var fresh = found.familiar.map { RushWarning.familiar($0, in: template.piece) }
    fresh += try templates.lost(from: template).map { .missing($0, in: template.piece) }
    for warning in fresh where !warnings.contains(warning) { warnings.append(warning) }
  }

  mutating func sentences(
    _ matters: [RushMatter], _ piece: (RushMatter) -> RushPiece
  ) throws(RushWordingFault) -> String {
    var sentences: [String] = []
    for matter in matters { sentences.append(try text(piece(matter))) }
    return sentences.joined(separator: " ")
  }

  mutating func mail(
    _ main: RushMatter, _ besides: [RushMatter]
  ) throws(RushWordingFault) -> String {
    var paragraphs = [try text(.part(.greeting)), try text(.mail(main))]
    if !besides.isEmpty { paragraphs.append(try sentences(besides, RushPiece.mail)) }
    if let ending = main.ending, proposal.keepsUsualTerm {
      paragraphs.append(try text(.part(ending)))
    }
    if let choices = try choices() { paragraphs.append(choices) }
    let reply: RushPart =
      main.isPlainYes ? .replyAccept : proposal.alternatives.isEmpty ? .reply : .replyChoice
    paragraphs += [try text(.part(reply)), try text(.part(.closing))]
    return paragraphs.joined(separator: "\n\n")
  }

  /// What else would do as well, one line each; nil when there is nothing.
  private mutating func choices() throws(RushWordingFault) -> String? {
    guard !proposal.alternatives.isEmpty else { return nil }
    let opening: RushPart = proposal.surcharge.isPositive ? .choicesBesideSurcharge : .choices
    var lines: [String] = []
    for choice in proposal.alternatives {
      let part: RushPart =
        choice.kind == .surcharge
        ? .choiceSurcharge
        : choice.complement.isPositive ? .choiceDepositAndSurcharge : .choiceDeposit
      lines.append(try text(.part(part)))
    }
    let between = templates.language == .french ? "\u{A0};\n" : ";\n"
    return try text(.part(opening)) + "\n" + lines.joined(separator: between) + "."
  }

  mutating func replies() throws(RushWordingFault) -> [RushTexts.Reply] {
    var replies: [RushTexts.Reply] = []
    for objection in proposal.objections {
      var answer = try text(.answer(objection))
      if objection == .accounting, proposal.alternatives.contains(where: { $0.kind == .surcharge })
      {
        answer += try " " + text(.part(.answerElse))
      }
      if objection == .thenUsual, !proposal.overdue.isEmpty {
        answer += try " " + text(.phone(.alsoOverdue))
      }
      replies.append(
        .init(objection: objection, heard: try text(.objection(objection)), answer: answer))
    }
    return replies
  }
}

extension RushField {
  /// Whether its value holds words that people chose: a name, a number of an invoice.
  fileprivate var holdsNames: Bool {
    switch self {
    case .client, .societe, .telephone, .signature, .overdue, .counterpart: true
    default: false
    }
  }
}

extension RushTemplates {
  /// What makes the deal and is in the house's words but no longer in the firm's.
  fileprivate func lost(from template: RushTemplate) throws(RushWordingFault) -> [RushField] {
    switch template.piece {
    case .mail, .clause: break
    case .phone, .objection, .answer, .part: return []
    }
    let wanted = try RushTemplate(house(template.piece), of: template.piece).fields
    let names: Set<RushField> = [.term, .termInContract, .counterpart]
    let deal: [RushField] = [.term, .due, .delivery, .surcharge, .overdue, .depositAsked]
    return deal.filter { field in
      field == .term
        ? !wanted.isDisjoint(with: names) && template.fields.isDisjoint(with: names)
        : wanted.contains(field) && !template.fields.contains(field)
    }
  }
}

extension RushMatter {
  /// How the deal is summed up.
  fileprivate var ending: RushPart? {
    switch self {
    case .term, .order: .balance
    case .surcharge: .thisOnce
    case .overdue: .ifDisputed
    default: nil
    }
  }

  /// A yes that asks for nothing in return.
  fileprivate var isPlainYes: Bool {
    switch self {
    case .accept, .usual, .publicBuyer: true
    default: false
    }
  }

  /// An agreement for one order, from which the usual terms are kept apart. Where credit would be
  /// unwise, none is promised for other orders.
  fileprivate var isException: Bool {
    switch self {
    case .term, .order, .surcharge, .overdue: true
    default: false
    }
  }
}

extension RushProposal {
  fileprivate var matter: RushMatter {
    switch ask {
    case .term: .term
    case .order: .order
    case .orderOnly: .orderOnly
    case .surcharge: .surcharge
    case .overdue: .overdue
    case .nothing(.notFaster): .usual
    case .nothing(.publicBuyer): .publicBuyer
    case .nothing(.small): .accept
    }
  }

  /// What is asked besides, in the order in which it is said.
  fileprivate var besides: [RushMatter] {
    var besides: [RushMatter] = []
    if surcharge.isPositive { besides.append(.alsoSurcharge) }
    if !overdue.isEmpty, ask != .overdue { besides.append(.alsoOverdue) }
    if deposit.isPositive { besides.append(isFirstDeposit ? .alsoFirstDeposit : .alsoDeposit) }
    return besides
  }

  fileprivate var objections: [RushObjection] {
    var objections: [RushObjection]
    switch ask {
    case .term, .order:
      objections = [
        .competitors, .accounting, .goodCustomer, .justOnce, .tooLong, .askBoss, .promise, .ifLate,
        .blackmail, .thenUsual,
      ]
    case .surcharge, .overdue:
      objections = [
        .competitors, .goodCustomer, .justOnce, .tooLong, .askBoss, .ifLate, .blackmail,
        .thenUsual,
      ]
    case .orderOnly: objections = [.prudentAccounting, .prudentGoodCustomer, .askBoss]
    case .nothing: objections = []
    }
    if !overdue.isEmpty { objections.append(.whyOverdue) }
    if deposit.isPositive { objections.append(.whyDeposit) }
    return objections
  }
}
