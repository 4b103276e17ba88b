import Foundation
import Ledger

/// One sending run for a book at a time, by a lock that the system lets go of when the process
/// ends, however; and in the locked file what the run has done since its last write to the book.
///
/// The file outlives the process, not a power cut. After a kill it tells the one message that was
/// being handed over from those whose turn had not come and those that were answered.
final class SendingJournal {
  /// How far the last run came with a message whose flight it booked.
  enum Trace: Hashable {
    case booked
    case begun
    case ended(MessageEvent.Kind, words: String)
  }

  private let file: Int32
  /// What the last run left; nothing after a power cut, or when it ended well.
  let traces: [EntryNumber: Trace]

  /// Nil while another run has the lock.
  init?(book path: String) {
    file = open(path + ".sending", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      return nil
    }
    traces = SendingJournal.read(path + ".sending")
  }

  func release() {
    // A child that is being started holds the same file for a moment: closing ours is not enough.
    flock(file, LOCK_UN)
    close(file)
  }

  /// Forgets the last run, once all of it is in the book.
  func restart() {
    ftruncate(file, 0)
    write("boot \(SendingJournal.boot)")
  }

  /// Before flights are booked, or nothing would be known of one that broke off at once.
  func book(_ numbers: some Sequence<EntryNumber>) {
    for number in numbers { write("booked \(number.raw)") }
  }

  /// Before the first byte of a message leaves; false when it cannot be written: then it stays.
  func begin(_ number: EntryNumber) -> Bool { write("begun \(number.raw)") }

  func end(_ event: MessageEvent) {
    write("ended \(event.message.raw) \(event.kind.rawValue) \(event.words)")
  }

  /// Which start of the machine this is: after another one the file may lack what was written last.
  private static let boot =
    (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8))?
    .trimmingCharacters(in: .whitespacesAndNewlines) ?? ""

  @discardableResult
  private func write(_ line: String) -> Bool {
    let bytes = Array((line.replacing("\n", with: " ") + "\n").utf8)
    let end = lseek(file, 0, SEEK_END)
    return end >= 0 && Foundation.write(file, bytes, bytes.count) == bytes.count
  }

  private static func read(_ path: String) -> [EntryNumber: Trace] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [:] }
    // A line without its end was cut short.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    guard !boot.isEmpty, lines.first == "boot \(boot)" else { return [:] }
    var traces: [EntryNumber: Trace] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: " ", maxSplits: 3)
      guard parts.count >= 2, let raw = Int64(parts[1]) else { continue }
      switch parts[0] {
      case "booked": traces[EntryNumber(raw)] = .booked
      case "begun": traces[EntryNumber(raw)] = .begun
      case "ended" where parts.count >= 3:
        guard let kind = MessageEvent.Kind(rawValue: String(parts[2])) else { continue }
        let words = parts.count > 3 ? String(parts[3]) : ""
        if [.sent, .rehearsed, .failed].contains(kind) {
          traces[EntryNumber(raw)] = .ended(kind, words: words)
        }
      default: break
      }
    }
    return traces
  }
}
