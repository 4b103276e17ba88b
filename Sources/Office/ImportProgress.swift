public import Intake
import Synchronization

/// How far an import has come, and how fast.
public struct ImportProgress: Sendable {
  public enum Step: Sendable { case reading, matching }
  public let step: Step
  public let file: String
  public let fileNumber: Int
  public let fileCount: Int
  /// Records read so far in all files; bank lines looked at while the money is applied.
  public let records: Int
  /// Of how many, where that is known beforehand: the lines to be looked at.
  public var recordsInAll = 0
  public var bytesRead = 0
  public var bytesInAll = 0
  /// Since this step began.
  public var seconds = 0.0

  init(step: Step, file: String, fileNumber: Int, fileCount: Int, records: Int) {
    self.step = step
    self.file = file
    self.fileNumber = fileNumber
    self.fileCount = fileCount
    self.records = records
  }

  /// How much of the step is done, between 0 and 1; nil when nothing tells.
  public var share: Double? {
    switch step {
    case .reading where bytesInAll > 0: Double(bytesRead) / Double(bytesInAll)
    case .matching where recordsInAll > 0: Double(records) / Double(recordsInAll)
    default: nil
    }
  }

  /// Below this a rate says nothing.
  private static let leastSeconds = 1.0

  public var recordsASecond: Int? {
    guard seconds >= ImportProgress.leastSeconds, records > 0 else { return nil }
    return Int(Double(records) / seconds)
  }

  /// How long the step will take yet, if it goes on as it did; nil when that is too early to say.
  public var secondsLeft: Int? {
    guard let share, share > 0.005, seconds >= ImportProgress.leastSeconds else { return nil }
    return Int((seconds * (1 - min(1, share)) / share).rounded(.up))
  }

  /// `Fichier 12 sur 374 : f.csv · 120 000 enregistrements · 8 500 par seconde · encore 2 min`
  public var words: Phrase {
    var french: [String] = []
    var english: [String] = []
    switch step {
    case .reading:
      french.append("Fichier \(fileNumber.grouped) sur \(fileCount.grouped)\u{A0}: \(file)")
      english.append("File \(fileNumber.english) of \(fileCount.english): \(file)")
      if records > 0 {
        french.append(
          "\(records.grouped)\u{A0}" + (records > 1 ? "enregistrements" : "enregistrement"))
        english.append("\(records.english) " + (records == 1 ? "record" : "records"))
      }
    case .matching:
      french.append("Rapprochement des règlements")
      english.append("Matching payments to invoices")
      if recordsInAll > 0 {
        french.append("\(records.grouped) lignes sur \(recordsInAll.grouped)")
        english.append("\(records.english) lines of \(recordsInAll.english)")
      }
    }
    if let rate = recordsASecond {
      french.append("\(rate.grouped) par seconde")
      english.append("\(rate.english) a second")
    }
    if let left = secondsLeft {
      french.append("encore " + ImportProgress.time(left, "moins de 5\u{A0}s"))
      english.append(ImportProgress.time(left, "less than 5\u{A0}s") + " left")
    }
    return Phrase(
      french: french.joined(separator: " · "), english: english.joined(separator: " · "))
  }

  /// `40 s`, `2 min 10`, `1 h 05`: rounded, for it is a guess.
  static func time(_ seconds: Int, _ little: String) -> String {
    if seconds < 5 { return little }
    if seconds < 60 { return "\((seconds + 4) / 5 * 5)\u{A0}s" }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    if seconds < 3600 {
      let rest = seconds % 60 / 10 * 10
      return "\(seconds / 60)\u{A0}min" + (rest > 0 ? "\u{A0}\(two(rest))" : "")
    }
    return "\(seconds / 3600)\u{A0}h\u{A0}" + two(seconds % 3600 / 60)
  }
}

extension Int {
  /// `1 234` by threes, for French readers.
  var grouped: String { separated(by: "\u{202F}") }
  /// `1,234`.
  var english: String { separated(by: ",") }

  private func separated(by sign: String) -> String {
    let digits = String(magnitude)
    var text = self < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += sign }
      text.append(digit)
    }
    return text
  }
}

/// Asks an import to stop. What was taken in stays; what was not comes with the next import.
public final class ImportStop: Sendable {
  private let asked = Mutex(0)

  public init() {}

  /// Asks once more: the first time files are left, the next time the matching too.
  public func ask() { asked.withLock { $0 += 1 } }

  public var count: Int { asked.withLock { $0 } }
}

/// An import stopped because a person asked for it.
struct ImportStopped: Error {}
