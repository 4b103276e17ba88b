import Ledger
import Quantities

/// The text that keeps a plan in the book, and that `encaisse simulate --plan` reads: a line for
/// each setting, then a line for each step.
///
///     plan grands-comptes
///     title Grands comptes
///     for kinds business
///     for owes 10000.00
///     gap 7
///     step relance-1 reminder +10 email factual role=payables mode=afterConfirmation accessories
extension DunningPlan {
  public var text: String {
    var lines = ["plan \(key)"]
    if !title.isEmpty { lines.append("title \(title)") }
    lines += audience.lines
    lines += [
      "gap \(minimumGapInDays)", "week \(mostContactsAWeek)",
      "minimum \(minimumAmount.decimal)", "minimum-before-due \(minimumAmountBeforeDue.decimal)",
      "reminders-before-notice \(remindersBeforeNotice)",
      "hours \(hours.first) \(hours.end)",
      "holidays \(calendar.keepsAlsaceMoselle ? "alsace-moselle" : "france")",
    ]
    lines += days.filter { $0.value != .workingDays }.map {
      "days \($0.key.rawValue) \($0.value.rawValue)"
    }.sorted()
    return (lines + levels.map(\.line)).joined(separator: "\n") + "\n"
  }
}

extension Audience {
  fileprivate var lines: [String] {
    var lines: [String] = []
    if !kinds.isEmpty {
      lines.append("for kinds " + kinds.map(\.rawValue).sorted().joined(separator: " "))
    }
    if !customers.isEmpty {
      let numbers = customers.map(\.raw).sorted().map(String.init)
      lines.append("for customers " + numbers.joined(separator: " "))
    }
    if !profiles.isEmpty {
      lines.append("for profiles " + profiles.sorted().joined(separator: " "))
    }
    if !owesAtLeast.isZero { lines.append("for owes \(owesAtLeast.decimal)") }
    return lines
  }
}

extension DunningLevel {
  fileprivate var line: String {
    var words = [
      "step", key, name.rawValue, (delayInDays < 0 ? "" : "+") + String(delayInDays),
      channel.rawValue, tone.rawValue, "role=\(role.rawValue)", "mode=\(mode.rawValue)",
    ]
    if !minimumAmount.isZero { words.append("minimum=\(minimumAmount.decimal)") }
    if isWithCall { words.append("call") }
    if asksAccessories { words.append("accessories") }
    return words.joined(separator: " ")
  }
}

/// A line of a plan's text that cannot be read.
public struct PlanTextFault: Error, Hashable, Sendable {
  /// Counted from 1.
  public let line: Int
  public let found: String

  /// What is wrong, for French readers.
  public var french: String {
    "ligne \(line)\u{A0}: «\u{A0}\(found)\u{A0}» n’est ni un réglage ni une étape de scénario"
  }

  /// What is wrong, for English readers.
  public var english: String {
    "line \(line): “\(found)” is neither a setting nor a step of a plan"
  }
}

extension DunningPlan {
  /// Reads the text of a plan. Throws the first line that cannot be read.
  public init(text: String) throws(PlanTextFault) {
    var reader = PlanTextReader()
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      guard reader.take(line) else { throw PlanTextFault(line: place + 1, found: String(line)) }
    }
    guard let plan = reader.plan else { throw PlanTextFault(line: 1, found: "") }
    self = plan
  }
}

/// A plan on its way out of its text.
private struct PlanTextReader {
  private var key: String?
  private var levels: [DunningLevel] = []
  private var frame = DunningPlan(levels: [])

  var plan: DunningPlan? {
    guard let key else { return nil }
    return frame.keyed(key).with(levels)
  }

  mutating func take(_ line: Substring) -> Bool {
    let words = line.split(separator: " ").map(String.init)
    guard let verb = words.first else { return false }
    let rest = Array(words.dropFirst())
    switch verb {
    case "plan":
      guard rest.count == 1, DunningPlan.isKey(rest[0]) else { return false }
      key = rest[0]
    case "title": frame.title = rest.joined(separator: " ")
    case "for": return takeAudience(rest)
    case "step":
      guard let level = DunningLevel(words: rest) else { return false }
      levels.append(level)
    case "hours":
      guard rest.count == 2, let first = Int(rest[0]), let end = Int(rest[1]),
        let hours = SendingHours(first: first, end: end)
      else { return false }
      frame.hours = hours
    case "days":
      guard rest.count == 2, let channel = Reminder.Channel(rawValue: rest[0]),
        let days = SendingDays(rawValue: rest[1])
      else { return false }
      frame.days[channel] = days
    case "holidays":
      guard ["france", "alsace-moselle"].contains(rest.first) else { return false }
      frame.calendar = BankCalendar(keepsAlsaceMoselle: rest[0] == "alsace-moselle")
    default: return takeLimit(verb, rest)
    }
    return true
  }

  private mutating func takeLimit(_ verb: String, _ rest: [String]) -> Bool {
    guard rest.count == 1 else { return false }
    let count = Int(rest[0]).flatMap { (0...366).contains($0) ? $0 : nil }
    let amount = Money(decimal: rest[0]).flatMap { $0.isNegative ? nil : $0 }
    switch (verb, count, amount) {
    case ("gap", let days?, _): frame.minimumGapInDays = days
    case ("week", let most?, _): frame.mostContactsAWeek = most
    case ("reminders-before-notice", let least?, _): frame.remindersBeforeNotice = least
    case ("minimum", _, let amount?): frame.minimumAmount = amount
    case ("minimum-before-due", _, let amount?): frame.minimumAmountBeforeDue = amount
    default: return false
    }
    return true
  }

  private mutating func takeAudience(_ rest: [String]) -> Bool {
    guard rest.count > 1 else { return false }
    let values = Array(rest.dropFirst())
    switch rest[0] {
    case "kinds":
      frame.audience.kinds = Set(values.compactMap(Customer.Kind.init(rawValue:)))
      return frame.audience.kinds.count == values.count
    case "customers":
      frame.audience.customers = Set(values.compactMap { Int64($0) }.map(CustomerID.init))
      return frame.audience.customers.count == values.count
    case "profiles":
      frame.audience.profiles = Set(values)
      return true
    case "owes":
      guard let amount = Money(decimal: values[0]), !amount.isNegative else { return false }
      frame.audience.owesAtLeast = amount
      return true
    default: return false
    }
  }
}

extension DunningPlan {
  /// Whether a text may name a plan or a step: small letters, figures and hyphens.
  public static func isKey(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  /// The same plan under another key, as a copy begins.
  public func keyed(_ key: String) -> DunningPlan {
    var plan = DunningPlan(key: key, levels: levels)
    plan.title = title
    plan.audience = audience
    plan.minimumGapInDays = minimumGapInDays
    plan.mostContactsAWeek = mostContactsAWeek
    plan.minimumAmount = minimumAmount
    plan.minimumAmountBeforeDue = minimumAmountBeforeDue
    plan.remindersBeforeNotice = remindersBeforeNotice
    plan.calendar = calendar
    plan.hours = hours
    plan.days = days
    return plan
  }
}

extension DunningLevel {
  /// `relance-1 reminder +10 email factual role=payables mode=manual minimum=500.00 call`
  fileprivate init?(words: [String]) {
    guard words.count >= 5, DunningPlan.isKey(words[0]), let name = Name(rawValue: words[1]),
      let delay = Int(words[2]), (-365...3650).contains(delay),
      let channel = Reminder.Channel(rawValue: words[3]), let tone = Tone(rawValue: words[4])
    else { return nil }
    let marks = words.dropFirst(5)
    self.init(
      name, key: words[0], delayInDays: delay, tone: tone, channel: channel,
      isWithCall: marks.contains("call"), asksAccessories: marks.contains("accessories"))
    for mark in marks where mark != "call" && mark != "accessories" {
      let parts = mark.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, take(parts[0], parts[1]) else { return nil }
    }
  }

  private mutating func take(_ field: String, _ value: String) -> Bool {
    switch field {
    case "role":
      guard let role = ContactRole(rawValue: value) else { return false }
      self.role = role
    case "mode":
      guard let mode = Mode(rawValue: value) else { return false }
      self.mode = mode
    case "minimum":
      guard let amount = Money(decimal: value), !amount.isNegative else { return false }
      minimumAmount = amount
    default: return false
    }
    return true
  }
}
