import Intake
import Ledger
import Quantities
import Store

/// The statements of one account and currency in the order of their days: whether each begins
/// where the one before ended.
struct StatementSequence {
  let account: String
  let currency: Currency
  /// By first day, last day and the order of the book. All say their days.
  let booked: [Booked]

  struct Booked {
    let first: Day
    let last: Day
    let opening: Money?
    let closing: Money?
    let source: Int64?
  }

  /// What is to be said, and the import whose report says it.
  struct Finding: Equatable {
    let source: Int64
    let text: Phrase
  }

  init(account: String, currency: Currency, _ statements: [BookedStatement]) {
    self.account = account
    self.currency = currency
    booked = statements.compactMap { known in
      let statement = known.statement
      guard statement.currency == currency, let first = statement.first,
        let last = statement.last, first <= last
      else { return nil }
      return Booked(
        first: first, last: last, opening: statement.opening, closing: statement.closing,
        source: known.source)
    }
  }

  // MARK: - What is told twice

  /// The days that the statements of an import share with those of other imports; nil for none.
  func overlap(of source: Int64) -> DayRange? {
    var shared: DayRange?
    for statement in booked where statement.source == source {
      for other in booked where other.source != source && isOverlap(statement, other) {
        let first = max(statement.first, other.first)
        let last = min(statement.last, other.last)
        shared = DayRange(
          first: min(shared?.first ?? first, first), last: max(shared?.last ?? last, last))
      }
    }
    return shared
  }

  private func isOverlap(_ one: Booked, _ other: Booked) -> Bool {
    guard one.first <= other.last, other.first <= one.last else { return false }
    return !follows(one, other) && !follows(other, one)
  }

  /// The second of two statements of one day.
  private func follows(_ next: Booked, _ before: Booked) -> Bool {
    before.last == next.first && before.closing != nil && before.closing == next.opening
  }

  func overlapWords(_ days: DayRange) -> Phrase {
    Phrase(
      french: "compte \(name)\u{A0}: un autre relevé parle aussi des mouvements "
        + "\(days.frenchWords)\u{A0}; ceux qu’ils partagent ne sont comptés qu’une fois",
      english: "account \(name): another statement tells of the movements "
        + "\(days.englishWords) too; those they share are counted once")
  }

  // MARK: - What should add up

  /// Days from the beginning of a statement to the end of one, and by how much the balances change
  /// between.
  struct Chain {
    let days: DayRange
    let change: Money
  }

  /// The balances around some days; nil where something is missing between, or where several
  /// statements of one day leave it open which balance comes first.
  func chain(around days: DayRange) -> Chain? {
    let balanced = booked.filter { $0.opening != nil && $0.closing != nil }
    let touched = balanced.filter { $0.first <= days.last && days.first <= $0.last }
    guard var first = touched.map(\.first).min(), var last = touched.map(\.last).max() else {
      return nil
    }
    // A day that two statements share belongs to both.
    while let earlier = balanced.last(where: { $0.first < first && $0.last >= first }) {
      first = earlier.first
    }
    while let later = balanced.first(where: { $0.last > last && $0.first <= last }) {
      last = later.last
    }
    let starts = Set(balanced.filter { $0.first == first }.compactMap(\.opening))
    let ends = Set(balanced.filter { $0.last == last }.compactMap(\.closing))
    guard starts.count == 1, ends.count == 1, let opening = starts.first, let closing = ends.first,
      !gaps.contains(where: { $0.isUnbalanced && $0.after.first > first && $0.after.first <= last })
    else { return nil }
    return Chain(days: DayRange(first: first, last: last), change: closing - opening)
  }

  func differenceWords(_ chain: Chain, booked: Money) -> Phrase {
    Phrase(
      french: "compte \(name), \(chain.days.frenchWords)\u{A0}: les soldes changent de "
        + "\(chain.change.french(in: currency)) et les mouvements du livre de "
        + "\(booked.french(in: currency))\u{A0}: un mouvement manque ou est compté deux fois",
      english: "account \(name), \(chain.days.englishWords): the balances change by "
        + "\(chain.change.english(in: currency)) and the movements of the book by "
        + "\(booked.english(in: currency)): a movement is missing or counted twice")
  }

  /// The account in a few signs: `FR76…6796`.
  var name: String {
    account.count > 14 ? "\(account.prefix(4))…\(account.suffix(4))" : account
  }
}

extension DayRange {
  /// `du 3 au 9 mars 2026`, `du 28 février au 3 mars 2026`, `du 3 mars 2026`.
  var frenchWords: String {
    let (one, other) = (first.parts, last.parts)
    if first == last { return "du \(first.frenchLong)" }
    if one.year != other.year { return "du \(first.frenchLong) au \(last.frenchLong)" }
    let words = first.frenchLong.split(separator: " ")[0].split(separator: "\u{A0}")
    let start = one.month == other.month ? "\(words[0])" : words.joined(separator: "\u{A0}")
    return "du \(start) au \(last.frenchLong)"
  }

  /// `from 3 to 9 March 2026`, `of 3 March 2026`.
  var englishWords: String {
    first == last
      ? "of \(first.englishLong)" : "from \(first.englishLong) to \(last.englishLong)"
  }
}
