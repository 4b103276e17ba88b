import Quantities

/// What refused rows are lettered with, in other entries.
extension FECMending {
  mutating func takeOthers() {
    mergeLettered()
    var found = spans()
    // A compensation makes one group of two letters.
    for _ in 0..<FECMending.mostRounds {
      var isNew = false
      for (place, letters) in found.joined where !letters.isSubset(of: groups[place].letters) {
        groups[place].letters.formUnion(letters)
        isNew = true
      }
      guard isNew else { break }
      mergeLettered()
      found = spans()
    }
    if !found.spans.isEmpty { takeRows(of: found.spans) }
  }

  /// Makes one of groups that are lettered with each other: none of them is whole without.
  private mutating func mergeLettered() {
    var parents = Array(groups.indices)
    let wanted = wanted
    func root(_ place: Int) -> Int { parents[place] == place ? place : root(parents[place]) }
    for places in Array(wanted.letters.values) + Array(wanted.amounts.values) {
      let roots = places.map(root).sorted()
      for other in roots.dropFirst() { parents[other] = roots[0] }
    }
    var moved: [Int: Int] = [:]
    var merged: [Group] = []
    for place in groups.indices {
      if let known = moved[root(place)] {
        merged[known].join(groups[place])
      } else {
        moved[root(place)] = merged.count
        merged.append(groups[place])
      }
    }
    groups = merged
  }

  private mutating func takeRows(of spans: [UInt64: [Span]]) {
    var found: [Int: [MendingEntry.Row]] = [:]
    let letter = walk.header[.letter]
    walk.each { visit in
      guard let name = visit.name, let near = spans[name] else { return }
      for place in Set(near.filter { $0.holds(visit) }.map(\.group)) {
        guard !groups[place].holds(visit), found[place, default: []].count <= FECMending.most else {
          continue
        }
        var texts = walk.texts(visit)
        // Other letters are settled, and their other rows are not here.
        if let own = visit.letter, !groups[place].letters.contains(own) { texts[letter] = "" }
        found[place, default: []].append(MendingEntry.Row(.taken, line: visit.line, cells: texts))
      }
    }
    var left = FECMending.mostInAll
    for (place, rows) in found.sorted(by: { $0.key < $1.key })
    where rows.count <= min(left, FECMending.most) {
      left -= rows.count
      groups[place].rows += rows
    }
  }

  /// An entry that bears a letter of a group, or money that may be taken for its own.
  private struct Span {
    let group: Int
    var lines: ClosedRange<Int>
    let day: Day?

    func holds(_ visit: FECWalk.Visit) -> Bool {
      lines.contains(visit.line) || (day != nil && visit.day == day)
    }
  }

  /// Rows of one name as they are gone through, and the groups that need them.
  private struct Stretch {
    let name: UInt64
    let day: Day?
    var lines: ClosedRange<Int>
    var groups: Set<Int> = []
    var letters: Set<UInt64> = []
    /// Nothing but customers' rows: what one was asked for is set against another's.
    var isCompensation = true

    mutating func reach(_ line: Int) { lines = lines.lowerBound...line }
  }

  /// Where the entries stand that bear a letter of a group, and the letters that they join to it.
  private func spans() -> (spans: [UInt64: [Span]], joined: [Int: Set<UInt64>]) {
    let wanted = wanted
    if wanted.letters.isEmpty, wanted.amounts.isEmpty { return ([:], [:]) }
    var found: (spans: [UInt64: [Span]], joined: [Int: Set<UInt64>]) = ([:], [:])
    var stretch: Stretch?
    func close() {
      guard let stretch else { return }
      for group in stretch.groups {
        found.spans[stretch.name, default: []].append(
          Span(group: group, lines: stretch.lines, day: stretch.day))
        if stretch.isCompensation {
          found.joined[group, default: []].formUnion(stretch.letters)
        }
      }
    }
    walk.each { visit in
      guard let name = visit.name else { return }
      if stretch?.name != name {
        close()
        stretch = Stretch(name: name, day: visit.day, lines: visit.line...visit.line)
      }
      stretch?.reach(visit.line)
      guard let customer = visit.customer, let cents = visit.cents, let day = visit.day else {
        stretch?.isCompensation = false
        return
      }
      var near: Set<Int> = []
      if let letter = visit.letter {
        stretch?.letters.insert(letter)
        near = wanted.letters[letter] ?? []
      }
      near.formUnion(wanted.amounts[Amount(customer: customer, cents: cents, day: day)] ?? [])
      stretch?.groups.formUnion(near.filter { !groups[$0].holds(visit) })
    }
    close()
    return found
  }

  /// The groups that ask for each letter and each amount.
  private var wanted: (letters: [UInt64: Set<Int>], amounts: [Amount: Set<Int>]) {
    var wanted: (letters: [UInt64: Set<Int>], amounts: [Amount: Set<Int>]) = ([:], [:])
    for (place, group) in groups.enumerated() {
      for letter in group.letters { wanted.letters[letter, default: []].insert(place) }
      for amount in group.amounts { wanted.amounts[amount, default: []].insert(place) }
    }
    return wanted
  }
}
