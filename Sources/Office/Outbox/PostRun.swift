import Delivery
public import Intake
import Ledger
import Quantities
import Store

/// A batch for the post that was made, or nothing to put into one.
public struct PostReport: Hashable, Sendable {
  public var batch = 0
  public var letters = 0
  public var cancelled = 0
  public var folder = ""
  /// Why nothing was made; nil when something was, or nothing was to make.
  public var stopped: Phrase?
  public init() {}
}

extension Desk {
  /// Puts the letters that may leave into a numbered folder. They are booked as printed first: the
  /// folder of a batch can be written again, and no letter is in two batches.
  public func post(into folder: String) throws -> PostReport {
    var report = PostReport()
    let now = now
    let today = today
    let made = try store.write(learned: today, isDurable: true) { pen in
      var made = PostReport()
      let reader = try pen.reader
      let due = try reader.due(at: now, channels: [.letter, .registeredLetter], limit: 2_000)
      guard !due.isEmpty else { return made }
      let check = try LeavingCheck(self, reader, on: today)
      let batch = (try reader.setting("post.batch").flatMap { Int($0) } ?? 0) + 1
      for number in due {
        guard let kept = try reader.message(number) else { continue }
        switch try check.verdict(on: kept, reader) {
        case .goes:
          if try pen.note(MessageEvent(.printed, of: number, at: now, words: "courrier \(batch)")) {
            made.letters += 1
          }
        case .isCancelled(let reason):
          try pen.note(MessageEvent(.cancelled, of: number, at: now, words: reason))
          made.cancelled += 1
        case .waits(let words): made.stopped = words
        }
      }
      if made.letters > 0 {
        made.batch = batch
        try pen.set("post.batch", to: String(batch))
      }
      return made
    }
    report = made
    if report.batch > 0 { report.folder = try writeBatch(report.batch, into: folder) }
    return report
  }

  /// Writes the folder of a batch again, with the letters of it that nobody handed over yet.
  public func writeBatch(_ batch: Int, into folder: String) throws -> String {
    let (letters, sender) = try store.read { reader in
      let letters = try reader.messages([.printed], limit: 10_000).reversed().compactMap { kept in
        let last = try reader.events(of: kept.number).last { $0.kind == .printed }
        guard last?.words == "courrier \(batch)" else { return RegisteredLetter?.none }
        let files = try reader.attachments(of: kept.number)
        return RegisteredLetter(
          number: kept.number, isRegistered: kept.message.channel == .registeredLetter,
          recipient: kept.message.recipient.split(separator: "\n").map(String.init),
          subject: kept.message.subject, pdf: files.first?.bytes ?? [])
      }
      return (letters, Firm(settings: try reader.settings()).name)
    }
    return try PostBatch(number: batch, day: today.french, sender: sender, letters: letters)
      .write(into: folder)
  }
}
