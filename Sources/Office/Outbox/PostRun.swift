import Delivery
import Dunning
public import Intake
import Ledger
import Printing
import Quantities
import Store

/// A batch for the post that was made, or nothing to put into one.
public struct PostReport: Hashable, Sendable {
  public var batch = 0
  public var letters = 0
  /// SMS in the table for the gateway.
  public var texts = 0
  public var cancelled = 0
  public var folder = ""
  /// Left out because a file of theirs is gone; the first ten in words.
  public var lacking = 0
  public var lost: [Phrase] = []
  /// What became of the messages of earlier days that had not left.
  public var rewriting = RewritingReport()
  /// Why nothing was made; nil when something was, or nothing was to make.
  public var stopped: Phrase?
  public init() {}
}

extension Desk {
  /// Puts the letters that may leave into a numbered folder. They are booked as printed first: the
  /// folder of a batch can be written again, and no letter is in two batches.
  public func post(into folder: String) throws -> PostReport {
    let now = now
    let today = today
    let papers: [Reminder.Channel] = [.letter, .registeredLetter, .sms]
    let hasSome = try store.read { try !$0.due(at: now, channels: papers, limit: 1).isEmpty }
    // A letter bears the day of its batch.
    let rewriting = hasSome ? try rewriteUnsent() : RewritingReport()
    let plans = try planShelf().book.plans
    var report = try store.write(learned: today, isDurable: true) { pen in
      var made = PostReport()
      let reader = try pen.reader
      let due = try reader.due(at: now, channels: papers, limit: 2_000)
      guard !due.isEmpty else { return made }
      let check = try LeavingCheck(self, reader, by: plans, on: today)
      let batch = (try reader.setting("post.batch").flatMap { Int($0) } ?? 0) + 1
      for number in due {
        guard let kept = try reader.message(number) else { continue }
        switch try check.verdict(on: kept, reader) {
        case .goes: try put(kept, into: batch, pen, &made)
        case .isCancelled(let reason):
          try pen.note(MessageEvent(.cancelled, of: number, at: now, words: reason))
          made.cancelled += 1
        case .waits(let words), .stays(let words): made.stopped = words
        }
      }
      if made.letters + made.texts > 0 {
        made.batch = batch
        try pen.set("post.batch", to: String(batch))
      }
      return made
    }
    report.rewriting = rewriting
    if report.batch > 0 { report.folder = try writeBatch(report.batch, into: folder) }
    return report
  }

  private func put(
    _ kept: OutboxMessage, into batch: Int, _ pen: BookWriter, _ made: inout PostReport
  ) throws {
    if let lost = try lostFile(of: kept, by: try pen.reader) {
      made.lacking += 1
      if made.lost.count < 10 { made.lost.append(lost.words) }
      return try setAside(kept.number, lost, pen)
    }
    let words = "courrier \(batch)"
    if try pen.note(MessageEvent(.printed, of: kept.number, at: now, words: words)) {
      if kept.message.channel == .sms { made.texts += 1 } else { made.letters += 1 }
    }
  }

  /// Writes the folder of a batch again, with the letters of it that nobody handed over yet. A
  /// letter that lacks one of its files is set aside first.
  public func writeBatch(_ batch: Int, into folder: String) throws -> String {
    let sender = try store.read { Firm(settings: try $0.settings()).name }
    let letters = try store.write(learned: today) { pen in
      let reader = try pen.reader
      return try printed(in: batch, reader).filter { kept in
        guard let lost = try lostFile(of: kept, by: reader) else { return true }
        try pen.note(MessageEvent(.requeued, of: kept.number, at: now))
        try setAside(kept.number, lost, pen)
        return false
      }
    }
    let messages = Dictionary(uniqueKeysWithValues: letters.map { ($0.number, $0) })
    let (texts, papers) = (
      letters.filter { $0.message.channel == .sms }, letters.filter { $0.message.channel != .sms }
    )
    return try PostBatch(
      number: batch, day: today.french, sender: sender, letters: papers.map(RegisteredLetter.init),
      texts: texts.map {
        ShortMessage(number: $0.number, phone: $0.message.recipient, text: $0.message.text)
      }
    ).write(into: folder) { letter in
      guard let kept = messages[letter.number] else { return [] }
      return try store.read { try pages(of: kept, by: $0) }
    }
  }

  private func printed(in batch: Int, _ reader: BookReader) throws -> [OutboxMessage] {
    try reader.messages([.printed], limit: 10_000).reversed().compactMap { kept in
      let last = try reader.events(of: kept.number).last { $0.kind == .printed }
      return last?.words == "courrier \(batch)" ? try reader.message(kept.number) : nil
    }
  }

  /// The letter and behind it the copies that it announces, as one PDF.
  private func pages(of kept: OutboxMessage, by reader: BookReader) throws -> [UInt8] {
    let files = try whole(try reader.attachments(of: kept.number), of: kept)
    let pdfs = files.compactMap(\.bytes)
    do throws(PagesRefused) {
      return pdfs.count > 1 ? try pdf.joined(pdfs) : pdfs.first ?? []
    } catch {
      let name = files.indices.contains(error.place) ? files[error.place].name : ""
      throw LostFile(name: name, origin: error.words, folder: store.archive.folder)
    }
  }

  /// What a letter lacks of the files that it announces; nil when they are all there.
  private func lostFile(of kept: OutboxMessage, by reader: BookReader) throws -> LostFile? {
    guard kept.enclosures.contains(where: { $0.kept != nil }) else { return nil }
    do {
      _ = try pages(of: kept, by: reader)
      return nil
    } catch let lost as LostFile {
      return lost
    }
  }

  /// Books that a letter stays for want of a file: it is shown as refused, with the words.
  private func setAside(_ number: EntryNumber, _ lost: LostFile, _ pen: BookWriter) throws {
    try pen.note(MessageEvent(.inFlight, of: number, at: now))
    try pen.note(MessageEvent(.failed, of: number, at: now, words: lost.words.french))
  }
}

extension RegisteredLetter {
  init(_ kept: OutboxMessage) {
    self.init(
      number: kept.number, isRegistered: kept.message.channel == .registeredLetter,
      recipient: kept.message.recipient.split(separator: "\n").map(String.init),
      subject: kept.message.subject, copies: kept.enclosures.count { $0.kept != nil })
  }
}
