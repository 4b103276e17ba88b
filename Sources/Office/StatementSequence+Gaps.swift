import Intake
import Quantities

/// Where movements are missing between two statements.
extension StatementSequence {
  /// A statement that does not begin where the one before it ended.
  struct Gap {
    let before: Booked
    let after: Booked
    /// The balances prove it; else there is only no statement for these days.
    let isUnbalanced: Bool
  }

  /// What is to be said of the gaps beside the statements of some imports.
  func findings(beside imports: Set<Int64>) -> [Finding] {
    gaps.compactMap { gap in
      let sources = [gap.after.source, gap.before.source].compactMap { $0 }
      guard let source = sources.first(where: imports.contains) else { return nil }
      return Finding(source: source, text: gap.isUnbalanced ? unbalanced(gap) : silent(gap))
    }
  }

  /// All gaps, in the order of days.
  var gaps: [Gap] {
    var gaps: [Gap] = []
    let byEnd = booked.indices.sorted { (booked[$0].last, $0) < (booked[$1].last, $1) }
    var ended = Ended()
    var balanced = Ended()
    var next = 0
    var reach = Reach()
    for (place, statement) in booked.enumerated() {
      while next < byEnd.count, booked[byEnd[next]].last <= statement.first {
        ended.add(byEnd[next], on: booked[byEnd[next]].last)
        if booked[byEnd[next]].closing != nil {
          balanced.add(byEnd[next], on: booked[byEnd[next]].last)
        }
        next += 1
      }
      // Days inside a longer statement are told of already.
      let isInside = reach.spans(statement.first)
      reach.add(statement)
      guard !isInside else { continue }
      if let gap = gap(at: place, balanced: balanced) ?? silence(at: place, ended, balanced) {
        gaps.append(gap)
      }
    }
    return gaps
  }

  /// The balances of a statement and of those that ended before it do not meet.
  private func gap(at place: Int, balanced: Ended) -> Gap? {
    let statement = booked[place]
    guard let opening = statement.opening else { return nil }
    let before = balanced.before(place, on: statement.first)
    // Of the statements of the very first day, one has none to follow.
    guard let last = before.last, booked[before[0]].last < statement.first,
      !before.contains(where: { booked[$0].closing == opening })
    else { return nil }
    return Gap(before: booked[last], after: statement, isUnbalanced: true)
  }

  /// No statement speaks of some days, and no balances tell whether anything happened in them.
  private func silence(at place: Int, _ ended: Ended, _ balanced: Ended) -> Gap? {
    let statement = booked[place]
    if statement.opening != nil, !balanced.before(place, on: statement.first).isEmpty { return nil }
    guard let last = ended.before(place, on: statement.first).last else { return nil }
    let days = BankCalendar.france.workingDays(
      after: booked[last].last, through: statement.first.previousDay)
    return days > 3 ? Gap(before: booked[last], after: statement, isUnbalanced: false) : nil
  }

  /// The statements that ended last, those of the latest day and of the one before it.
  private struct Ended {
    private var day: Day?
    private var latest: [Int] = []
    private var previous: [Int] = []

    mutating func add(_ place: Int, on day: Day) {
      if day != self.day { (previous, latest) = (latest, []) }
      self.day = day
      latest.append(place)
    }

    /// Those that a statement may follow: of its own first day, in whatever order they stand, and
    /// of the day before that has any.
    func before(_ place: Int, on first: Day) -> [Int] {
      day == first ? previous + latest.filter { $0 != place } : latest
    }
  }

  /// How far the statements that began on earlier days reach.
  private struct Reach {
    private var earlier: Day?
    private var current: (first: Day, last: Day)?

    mutating func add(_ statement: Booked) {
      if let current, current.first == statement.first {
        self.current = (current.first, max(current.last, statement.last))
      } else {
        earlier = [earlier, current?.last].compactMap { $0 }.max()
        current = (statement.first, statement.last)
      }
    }

    func spans(_ day: Day) -> Bool {
      let reached = current.map { $0.first < day ? max(earlier ?? $0.last, $0.last) : earlier }
      return (reached ?? earlier).map { $0 > day } ?? false
    }
  }

  // MARK: - Words

  private func unbalanced(_ gap: Gap) -> Phrase {
    let balances = Phrase(
      french: "solde d’ouverture \((gap.after.opening ?? .zero).french(in: currency)) au "
        + "\(gap.after.first.frenchLong) alors que le relevé précédent finissait à "
        + (gap.before.closing ?? .zero).french(in: currency),
      english: "opening balance \((gap.after.opening ?? .zero).english(in: currency)) on "
        + "\(gap.after.first.englishLong) whereas the statement before ended at "
        + (gap.before.closing ?? .zero).english(in: currency))
    let missing = gap.days
    guard !missing.isEmpty else {
      return Phrase(
        french: "compte \(name)\u{A0}: \(balances.french)",
        english: "account \(name): \(balances.english)")
    }
    return Phrase(
      french: "il manque les mouvements \(missing.frenchWords) du compte \(name)\u{A0}: "
        + balances.french,
      english: "the movements \(missing.englishWords) of account \(name) are missing: "
        + balances.english)
  }

  private func silent(_ gap: Gap) -> Phrase {
    Phrase(
      french: "aucun relevé \(gap.days.frenchWords) pour le compte \(name)\u{A0}: s’il y a eu des "
        + "mouvements, importez-les",
      english: "no statement \(gap.days.englishWords) for account \(name): import the movements "
        + "if there were any")
  }
}

extension StatementSequence.Gap {
  /// The days between the two; empty when they touch.
  fileprivate var days: DayRange {
    DayRange(first: before.last.nextDay, last: after.first.previousDay)
  }
}
