import Ledger

/// How far an account's lines without any name are customers' payments, as their amounts tell.
///
/// An amount alone says who paid only where such lines were seen to pay documents far more often
/// than chance lets amounts agree. In a small book nothing is known of that yet.
struct AnonymousMoney {
  /// The lines of one kind that chance hardly gives the amount of a document.
  private struct Kind {
    var lines = 0
    /// How many have just the amount of a document, and how many would by chance.
    var agreeing = 0
    var byChance = 0.0

    /// How many of them are customers' payments.
    var rate: Double { max(0, Double(agreeing) - byChance) / Double(lines + 1) }
  }

  private var cheques = Kind()
  private var others = Kind()

  /// The fewest that must have been seen to agree.
  private static let fewest = 12
  /// An amount that chance gives more often teaches nothing.
  private static let mostChance = 0.05
  /// How sure it must be that what agrees is no chance.
  private static let leastSure = 0.98

  mutating func note(_ operation: BankLine.Operation, agrees: Bool, chance: Double) {
    guard chance <= AnonymousMoney.mostChance else { return }
    func add(to kind: inout Kind) {
      kind.lines += 1
      kind.agreeing += agrees ? 1 : 0
      kind.byChance += chance
    }
    if operation == .cheque { add(to: &cheques) } else { add(to: &others) }
  }

  /// Whether the amount of the line may speak for itself: nothing in it tells somebody else or
  /// something else, and enough lines like it were customers'.
  func isSure(of line: WaitingLine, chance: Double) -> Bool {
    guard line.traits.contains(.isAnonymous), !line.traits.contains(.namesUnknown),
      line.named.isEmpty
    else { return false }
    let kind = line.operation == .cheque ? cheques : others
    guard kind.agreeing >= AnonymousMoney.fewest else { return false }
    return kind.rate / (kind.rate + (1 - kind.rate) * chance) >= AnonymousMoney.leastSure
  }
}

extension CashRun {
  /// Learns from the lines without any name, those that wait and those of the past.
  mutating func learnAnonymous() {
    openAmounts = OpenAmounts(of: index)
    var isPaid = [Bool](repeating: false, count: waiting.lines.count)
    for payment in past.payments where payment.partCount > 0 { isPaid[Int(payment.place)] = true }
    for place in households.strays {
      let line = waiting.lines[Int(place)]
      guard line.cents > 0, !line.isNoise, line.traits.contains(.isAnonymous), line.counted <= 1
      else { continue }
      equals.removeAll(keepingCapacity: true)
      openAmounts.find(line.cents, on: line.day, in: index, into: &equals)
      anonymous.note(
        line.operation, agrees: !equals.isEmpty || isPaid[Int(place)],
        chance: openAmounts.chance(of: line.cents))
    }
  }

  /// Whether a line without any name is as good as a customer's when its amount agrees.
  func speaksByAmount(_ place: Int32) -> Bool {
    let line = waiting.lines[Int(place)]
    return anonymous.isSure(of: line, chance: openAmounts.chance(of: line.cents))
  }

  /// The most that a line may score that has only its amount, and its payer where one is known.
  var mostByAmount: Int {
    let line = evidence.line
    // A number was named that does not fit: what the payer meant is for a person to say.
    if !evidence.named.isEmpty || evidence.settled >= 0 { return 800 }
    if line.traits.contains(.namesUnknown) { return 900 }
    if line.told.count == 1 { return 960 }
    // Somebody else's name is no customer's payment, as far as the book knows.
    if isStray, !line.traits.contains(.isAnonymous) { return CashRun.mostOfStranger }
    // A number that is none of the document's.
    if isStray, line.operation != .cheque, hasLongNumber { return CashRun.mostOfStranger }
    return 999
  }

  private static let mostOfStranger = 500
}
