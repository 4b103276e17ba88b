import Ledger

/// Earlier lines of the same amount: what they paid may be what the line in hand names.
extension CashRun {
  /// Whether earlier lines may be what settled the document, so that this one pays it a second
  /// time.
  func isContested(_ answer: Explanation, _ pass: Pass) -> Bool {
    // A direct debit is ours: what we collect, we collect once.
    guard answer.parts.count == 1, answer.onAccount == 0, evidence.line.operation != .directDebit
    else { return false }
    let part = answer.parts[0]
    let document = index.items[Int(part.place)]
    guard part.cents == evidence.line.cents else { return false }
    let since = since(document)
    // A rest that was paid before is paid twice as well: it looks like a part then.
    if document.open > part.cents { return hasRivalOfPayer(for: document, since: since) }
    // Nobody's money is a rival for the customer who names his document only where such money is
    // known to be customers', or came when he should have paid.
    let isOwn = isOwn(answer)
    if strays.hasLine(
      of: part.cents,
      where: {
        isRival($0, since: since)
          && (!isOwn || speaksByAmount($0) || isMoreUsual([$0], than: part.place))
      })
    {
      return true
    }
    return hasRivalOfPayer(for: document, since: document.issue)
  }

  private func since(_ document: OpenItemIndex.Item) -> Int32 {
    max(document.issue, evidence.line.day - CashRun.longestSecond)
  }

  /// Whether an earlier line of this amount, of one who pays as this payer does, still waits.
  private func hasRivalOfPayer(for document: OpenItemIndex.Item, since day: Int32) -> Bool {
    for rival in classes.lines(of: evidence.line.cents, since: day) {
      if rival == evidence.place { return false }
      if isRival(rival, since: day), mayBe(rival, from: document.customer),
        isKnown(evidence.line.payer, beside: rival)
      {
        return true
      }
    }
    return false
  }

  /// Whether the customer himself names the document that he pays.
  private func isOwn(_ answer: Explanation) -> Bool {
    evidence.named.contains(answer.parts[0].place) && isFromPayer(answer.parts[0].place)
  }

  /// Whether a payer pays as the one of another line does. Who pays for a customer and is known
  /// only by the documents that he names, a factor as a rule, pays these and no others.
  func isKnown(_ payer: Int32, beside rival: Int32) -> Bool {
    payer == waiting.lines[Int(rival)].payer || !waiting.payers.payers[Int(payer)].isLearned
  }

  /// Whether money that came earlier, and is not explained for sure, fits the day on which the
  /// customer should have paid a document far better than the line in hand, which names it: then
  /// that one may have paid it, and this one pays it again.
  func isMoreUsual(_ rivals: [Int32], than document: Int32) -> Bool {
    let item = index.items[Int(document)]
    let habit = habits.habit(of: item.customer)
    let line = evidence.line
    let earlier = rivals.reduce(0.0) {
      let day = waiting.lines[Int($1)].day
      let isTimely = CashRun.usualSecond.contains(line.day - day)
      return max($0, habit.likelihood(of: day - item.due) * (isTimely ? 1 : 0.1))
    }
    return earlier > CashRun.farBetter * habit.likelihood(of: line.day - item.due)
  }

  private static let farBetter = 2.7
  /// Who pays twice does so a week to a month later, as a rule.
  static let usualSecond: ClosedRange<Int32> = 6...34

  /// The earlier lines of this amount, of the payer or of nobody, that may have paid a document.
  func rivals(for document: Int32) -> [Int32] {
    let item = index.items[Int(document)]
    let since = since(item)
    let own = classes.lines(of: evidence.line.cents, since: since).filter {
      waiting.lines[Int($0)].named.isEmpty && isRival($0, since: since)
        && mayBe($0, from: item.customer)
    }
    return own + strays.lines(of: evidence.line.cents).filter { isRival($0, since: since) }
  }
}
