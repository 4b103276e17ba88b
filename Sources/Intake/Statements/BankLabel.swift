/// What a bank's label says of a movement: `VIR SEPA RECU /DE DUPONT SARL /MOTIF FACT 123` is paid
/// by Dupont SARL.
///
/// The parts are stretches of the label itself: nothing is copied before it is wanted. A name is
/// taken where the bank marks it, or right behind the words that say how the money came, up to the
/// first word that no name has; what may as well be something else is no name.
struct BankLabel {
  /// Who paid and who was paid, as far as the label says.
  private(set) var debtor: Bytes
  private(set) var creditor: Bytes
  /// Where the label bears a mark of its own for them.
  private(set) var account: Bytes
  private(set) var endToEnd: Bytes
  /// A name without a role, behind the words of the bank.
  private(set) var party: Bytes
  /// What its first word is.
  private(set) var start: LabelWords.Kind
  /// A name stands at its very end: the next field may go on with it.
  private(set) var endsInName = false

  init(_ label: Bytes) {
    let none = Bytes(rebasing: label[..<0])
    (debtor, creditor, account, endToEnd, party) = (none, none, none, none, none)
    var words = FoldedWords(label)
    start = words.next().map { LabelWords.kind($0) } ?? .other
    // `/FRM … /EID …` may stand without a word before it.
    let isMarked = label.first == 47
    guard isMarked || start == .leader || start == .english || start == .sender else { return }
    takeMarked(label, from: isMarked ? 0 : words.range.upperBound)
    if isMarked { return }
    if debtor.isEmpty, creditor.isEmpty { takeParty(label, words) }
  }

  /// The other party's name; empty where the label names nobody.
  func name(isPaidOut: Bool) -> Bytes {
    for name in isPaidOut ? [creditor, party, debtor] : [debtor, party] where !name.isEmpty {
      return name
    }
    return Bytes(rebasing: party[..<0])
  }

  /// The name in a field that holds one or the bank's label; empty where the label is of something
  /// that nobody paid.
  static func name(inField field: Bytes, isPaidOut: Bool) -> Bytes {
    let label = BankLabel(field)
    switch label.start {
    case .leader: return label.name(isPaidOut: isPaidOut)
    case .bank, .demand: return Bytes(rebasing: field[..<0])
    case .english, .sender:
      let name = label.name(isPaidOut: isPaidOut)
      return name.isEmpty ? field : name
    default: return field
    }
  }

  // MARK: - Between marks

  /// `/DE …`, `DE: …`: what stands behind each mark, up to the next.
  private mutating func takeMarked(_ label: Bytes, from first: Int) {
    guard label[first...].contains(where: { $0 == 47 || $0 == 58 }) else { return }
    var open: (mark: LabelWords.Mark, start: Int)?
    var words = FoldedWords(label, from: first)
    while let word = words.next() {
      guard let end = LabelWords.end(ofMark: words.range, in: label),
        let mark = LabelWords.mark(word)
      else { continue }
      if let open {
        // The slash that ends one mark may begin the next: `/DE/DE:`.
        let next = start(of: words.range, in: label)
        take(open.mark, label, open.start..<max(open.start, next))
      }
      open = (mark, end)
    }
    if let open { take(open.mark, label, open.start..<label.count) }
  }

  /// Where a mark begins, the slash before it included.
  private func start(of word: Range<Int>, in label: Bytes) -> Int {
    word.lowerBound > 0 && label[word.lowerBound - 1] == 47 ? word.lowerBound - 1 : word.lowerBound
  }

  private mutating func take(_ mark: LabelWords.Mark, _ label: Bytes, _ range: Range<Int>) {
    guard range.lowerBound < range.upperBound else { return }
    let value = Bytes(rebasing: label[range]).trimmed
    switch mark {
    case .debtor: if debtor.isEmpty { debtor = LabelName(marked: value).bytes }
    case .creditor: if creditor.isEmpty { creditor = LabelName(marked: value).bytes }
    case .account: account = value
    case .endToEnd: if !LabelWords.isNothing(value) { endToEnd = value }
    case .aside: break
    }
    endsInName = range.upperBound == label.count && (mark == .debtor || mark == .creditor)
  }

  // MARK: - Without marks

  private mutating func takeParty(_ label: Bytes, _ words: FoldedWords) {
    var words = words
    let head = words.range.upperBound
    var isOpen = start == .sender
    while let word = words.next() {
      let kind = LabelWords.kind(word)
      switch kind {
      case .opener where !isOpen, .sender where !isOpen:
        isOpen = true
        continue
      case .follower where !isOpen || LabelWords.isTitle(word): continue
      case .leader where !isOpen, .english where !isOpen: continue
      default: break
      }
      // A number or a date before it: what follows is no name.
      let gap = label[head..<words.range.lowerBound]
      guard isOpen || start == .leader, kind != .nobody, kind != .bank,
        !gap.contains(where: { $0 &- 48 <= 9 })
      else { return }
      let rest = Bytes(rebasing: label[words.range.lowerBound...])
      let name = LabelName(rest).bytes
      if !LabelWords.isNothing(name) { party = name }
      endsInName = name.count == rest.count
      return
    }
  }
}

/// A name that begins a text and ends where something else does.
private struct LabelName {
  let bytes: Bytes

  /// A name that the bank marks: only what is plainly a document's number is none of it.
  init(marked value: Bytes) {
    let name = LabelName(value, isMarked: true).bytes
    bytes = LabelWords.isNothing(name) ? Bytes(rebasing: value[..<0]) : name
  }

  init(_ text: Bytes, isMarked: Bool = false) {
    var end = 0
    var place = 0
    while let token = LabelName.token(in: text, from: place) {
      if end > 0, LabelName.isGap(text[end..<token.lowerBound], isMarked) { break }
      if LabelName.stops(text, token, isFirst: end == 0, isMarked) { break }
      end = token.upperBound
      place = end
    }
    while end > 0, LabelName.isLoose(text[end - 1]) { end -= 1 }
    let name = LabelName.once(Bytes(rebasing: text[..<end]))
    bytes = name.count { $0 >= 65 } < 3 ? Bytes(rebasing: text[..<0]) : name
  }

  /// `DUPONT DUPONT`: the payer put its own name into what it wrote.
  private static func once(_ name: Bytes) -> Bytes {
    let half = name.count / 2
    guard half >= 3, name.count % 2 == 1, name[half] == 32,
      name[..<half].elementsEqual(name[(half + 1)...])
    else { return name }
    return Bytes(rebasing: name[..<half])
  }

  private static func token(in text: Bytes, from first: Int) -> Range<Int>? {
    var start = first
    while start < text.count, text[start] <= 32 { start += 1 }
    guard start < text.count else { return nil }
    var end = start
    while end < text.count, text[end] > 32 { end += 1 }
    return start..<end
  }

  /// A new line or a wide blank: the bank's own fields end there.
  private static func isGap(_ blank: Slice<Bytes>, _ isMarked: Bool) -> Bool {
    blank.count > 2 && !isMarked || blank.contains { $0 == 10 || $0 == 13 }
  }

  /// What a name does not end with.
  private static func isLoose(_ byte: UInt8) -> Bool {
    switch byte {
    case 32...38, 40, 42...45, 47, 58...60: true
    default: false
    }
  }

  private static func stops(
    _ text: Bytes, _ token: Range<Int>, isFirst: Bool, _ isMarked: Bool
  ) -> Bool {
    let bytes = Bytes(rebasing: text[token])
    if bytes[0] == 47 { return !isMarked || bytes.count > 1 }
    let digits = bytes.count { $0 &- 48 <= 9 }
    var words = FoldedWords(bytes)
    let kind = words.next().map { LabelWords.kind($0) } ?? .other
    if digits > 0 {
      if isMarked { return digits > 4 || kind == .motive || kind == .hint || kind == .demand }
      return !isPartOfName(bytes, isFirst: isFirst, before: next(text, after: token))
    }
    switch kind {
    case .motive, .demand: return !isFirst || !isMarked
    case .leader: return !isFirst
    case .follower: return !isFirst && LabelWords.isMotive(next(text, after: token))
    case .hint:
      let next = next(text, after: token)
      return next.contains { $0 &- 48 <= 9 } || LabelWords.isMotive(next)
        || next.isEmpty && !isMarked
    default: return false
    }
  }

  private static func next(_ text: Bytes, after token: Range<Int>) -> Bytes {
    let next = LabelName.token(in: text, from: token.upperBound) ?? 0..<0
    return Bytes(rebasing: text[next])
  }

  /// `A2C INGENIERIE`, and `OFFSET 35 FACTURE…`: a short number that cannot be the document's.
  private static func isPartOfName(_ bytes: Bytes, isFirst: Bool, before next: Bytes) -> Bool {
    guard bytes.count <= 4 else { return false }
    let isFollowedByNumber = next.contains { $0 &- 48 <= 9 }
    if isFirst {
      return bytes[0] >= 65 && !next.isEmpty && !isFollowedByNumber && !LabelWords.isMotive(next)
    }
    return bytes.allSatisfy { $0 &- 48 <= 9 } && LabelWords.isMotive(next)
  }
}
