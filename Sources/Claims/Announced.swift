import Ledger
import Quantities

/// Money that a customer speaks of and that is still awaited: promised, or said to be paid.
struct Announcement {
  let hold: Hold
  let until: Day
  /// What is still to come of it; nil when the customer named no amount.
  let left: Money?
  /// The documents it speaks of; empty for the account as a whole.
  let documents: [EntryNumber]
}

extension Account {
  /// What is still awaited on a day.
  func announcements(on today: Day, by choices: Practice.Choices) -> [Announcement] {
    var found: [Announcement] = []
    let newest = promises.filter { $0.happened <= today }
      .max { ($0.happened, $0.number) < ($1.happened, $1.number) }
    if let newest,
      case .open(let until) = standing(
        of: newest, on: today, grace: choices.promiseGraceInDays, calendar: choices.calendar)
    {
      let amount = newest.fact.amount
      found.append(
        Announcement(
          hold: .promised(newest.fact, until: until), until: until,
          left: amount.isPositive
            ? max(.zero, amount - received(toward: newest, through: today)) : nil,
          documents: newest.fact.documents))
    }
    for paid in saidPaid where paid.happened <= today {
      guard case .searched(let until) = standing(of: paid, on: today, calendar: choices.calendar)
      else { continue }
      found.append(
        Announcement(
          hold: .saidPaid(paid.fact, until: until), until: until, left: paid.fact.amount,
          documents: []))
    }
    return found
  }
}

extension [Announcement] {
  /// Whether it pays all that is asked for; so does what names no amount, or documents of its own.
  private func covers(_ asked: Money) -> Bool {
    contains { $0.left == nil || !$0.documents.isEmpty }
      || lazy.compactMap(\.left).sum() >= asked
  }

  /// The reasons to let the customer alone: none where more is asked for than is announced.
  func holds(asking asked: Money) -> [Hold] { covers(asked) ? map(\.hold) : [] }

  /// The documents that are let alone where more is asked for than is announced, each until its
  /// day.
  ///
  /// The money is laid on them as the payment will be, the oldest due date first; those that it
  /// pays whole are not asked for. Less than the oldest lets nothing alone: a hundred euros would
  /// keep thousands from being asked for.
  func covered(of claim: Claim) -> [EntryNumber: Day] {
    guard let until = map(\.until).min(), !covers(claim.principalLessCredits) else { return [:] }
    var rest = lazy.compactMap(\.left).sum() + claim.credits + claim.unapplied
    var covered: [EntryNumber: Day] = [:]
    for document in claim.claimedDocuments {
      guard let item = claim.item(document), item.principal <= rest else { break }
      rest -= item.principal
      covered[document] = until
    }
    return covered
  }
}
