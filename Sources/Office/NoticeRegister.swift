import Intake
import Law
import Ledger
import Quantities
import Store

/// Books the notices of the BODACC that are about customers, found by their SIREN and by nothing
/// else. Notices of other firms are counted, and not kept.
final class NoticeRegister {
  private let pen: BookWriter
  private let today: Day
  private(set) var new = 0
  private(set) var known = 0
  /// Notices about firms that are no customers of ours.
  private(set) var others = 0
  private(set) var notes: [Phrase] = []

  init(pen: BookWriter, today: Day) {
    self.pen = pen
    self.today = today
  }

  func take(_ draft: NoticeDraft, _ directory: CustomerDirectory) throws -> Rejection? {
    let owners = directory.bearers(of: draft.sirens)
    if owners.isEmpty {
      others += 1
      if draft.sirens.isEmpty { noteNamesakes(of: draft, in: directory) }
      return nil
    }
    guard let day = draft.judged ?? draft.published, day <= today else {
      return Rejection(
        at: .line(draft.line), field: "jugement", found: draft.judged?.french ?? "",
        wanted: Phrase(
          french: "un jugement passé et sa date (\(draft.identity))",
          english: "a past judgment and its date (\(draft.identity))"))
    }
    for customer in owners {
      guard let fact = try fact(draft, judged: day, on: customer) else {
        known += 1
        continue
      }
      try pen.append(fact, customer: customer, happened: day)
      new += 1
      note(draft, fact, directory[customer]?.name ?? "")
    }
    return nil
  }

  /// What the notice adds to what the book knows; nil when it told it before.
  private func fact(
    _ draft: NoticeDraft, judged day: Day, on customer: CustomerID
  ) throws -> Fact? {
    let known = try pen.reader.proceedings(of: customer, in: pen.company)
    if known.contains(where: { $0.fact.isFrom(draft.identity) }) {
      return nil
    }
    let history = ProceedingsHistory(known)
    return history.fact(of: draft, judged: day)
  }

  private func note(_ draft: NoticeDraft, _ fact: Fact, _ name: String) {
    guard case .insolvency(let insolvency) = fact else {
      return note(
        Phrase(
          french: "\(name)\u{A0}: \(draft.nature) (\(draft.source)), sans effet sur les relances",
          english: "\(name): \(draft.nature) (\(draft.source)), without effect on reminders"))
    }
    let deadline = insolvency.published.map { InsolvencyDeadlines(published: $0).claim }
    note(
      Phrase(
        french: "\(name)\u{A0}: \(draft.nature) (\(draft.source))\u{A0}; relances arrêtées"
          + (deadline.map { ", créance à déclarer avant le \($0.french)" } ?? "")
          + (draft.judged == nil
            ? "\u{A0}; jour du jugement non donné, celui de la publication est retenu" : ""),
        english: "\(name): \(draft.nature) (\(draft.source)); reminders stopped"
          + (deadline.map { ", file the proof of claim by \($0.iso)" } ?? "")
          + (draft.judged == nil
            ? "; day of the judgment not given, that of publication is taken" : "")))
  }

  /// A firm of a customer's name without a SIREN on either side may be another: a person looks.
  private func noteNamesakes(of draft: NoticeDraft, in directory: CustomerDirectory) {
    for customer in directory.unnumberedNamesakes(of: draft.name) {
      note(
        Phrase(
          french: "«\u{A0}\(draft.name)\u{A0}» (\(draft.source)) porte le nom de votre client "
            + "\(customer.name), sans SIREN\u{A0}: rien n’a été noté, vérifiez",
          english: "\"\(draft.name)\" (\(draft.source)) bears the name of your customer "
            + "\(customer.name), without a SIREN: nothing was recorded, please check"))
    }
  }

  private func note(_ words: Phrase) {
    if notes.count < 50 { notes.append(words) }
  }

  /// How many notices were about customers, and how many about others.
  var summary: Phrase? {
    guard new + known + others > 0 else { return nil }
    return Phrase(
      french: "annonces concernant vos clients\u{A0}: \(new + known), dont \(new) nouvelles\u{A0}; "
        + "d’autres entreprises\u{A0}: \(others), non conservées",
      english: "notices about your customers: \(new + known), of which \(new) new; about other "
        + "firms: \(others), not kept")
  }
}

/// What the book knows of a customer's proceedings, what was taken back left out.
private struct ProceedingsHistory {
  private var standing: Insolvency?
  private var endings: [Day] = []

  init(_ known: [KnownProceedings]) {
    for one in known where !one.isTakenBack {
      switch one.fact {
      case .insolvency(let insolvency): standing = insolvency
      case .proceedings(let notice):
        if case .closing = notice.judgment, let day = notice.judged { endings.append(day) }
      default: break
      }
    }
  }

  func fact(of draft: NoticeDraft, judged day: Day) -> Fact {
    switch draft.judgment {
    case .opening(let kind): open(kind, draft, day)
    case .conversion(let kind): convert(to: kind, draft, day)
    case .plan, .closing, .other: notice(draft)
    }
  }

  private func notice(_ draft: NoticeDraft) -> Fact {
    .proceedings(
      ProceedingsNotice(
        judgment: draft.judgment, nature: draft.nature, judged: draft.judged ?? draft.published,
        source: draft.source))
  }

  private func open(_ kind: Insolvency.Kind, _ draft: NoticeDraft, _ day: Day) -> Fact {
    let opening = Insolvency(
      kind: kind, opened: day, source: draft.source, published: draft.published)
    guard let standing else { return .insolvency(opening) }
    let isUnpublished = standing.published == nil
    // Recorded by a person, or published again with a correction: the notice says it best.
    let isSame =
      standing.opened == day
      || (isUnpublished && standing.kind == kind && abs(standing.opened.days(to: day)) <= 90)
    if isSame {
      let days = [standing.published, draft.published].compactMap { $0 }
      return .insolvency(
        Insolvency(kind: kind, opened: day, source: draft.source, published: days.min()))
    }
    if day < standing.opened {
      // The opening of what a conversion has told already; else older news.
      guard isUnpublished else { return notice(draft) }
      return .insolvency(
        Insolvency(
          kind: standing.kind, opened: day, source: draft.source + "\u{A0}; " + standing.source,
          published: draft.published))
    }
    let isEnded = endings.contains { $0 >= standing.opened && $0 <= day }
    return .insolvency(
      Insolvency(
        kind: kind, opened: isEnded ? day : standing.opened, source: draft.source,
        published: draft.published))
  }

  /// The first opening stays: from it interest stopped, and from its publication the time runs.
  private func convert(to kind: Insolvency.Kind, _ draft: NoticeDraft, _ day: Day) -> Fact {
    guard let standing else {
      return .insolvency(Insolvency(kind: kind, opened: day, source: draft.source))
    }
    guard day >= standing.opened else { return notice(draft) }
    return .insolvency(
      Insolvency(
        kind: kind, opened: standing.opened, source: draft.source + "\u{A0}; " + standing.source,
        published: standing.published))
  }
}

extension Fact {
  /// Whether the book has a fact about proceedings from a notice.
  fileprivate func isFrom(_ notice: String) -> Bool {
    let source: String
    switch self {
    case .insolvency(let insolvency): source = insolvency.source
    case .proceedings(let notice): source = notice.source
    default: return false
    }
    // Notice 32 is not notice 3235.
    return source.ranges(of: notice).contains { range in
      !(source[range.upperBound...].first?.isNumber ?? false)
    }
  }
}
