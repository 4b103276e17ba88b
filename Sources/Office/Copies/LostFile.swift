public import Intake
public import Ledger
import Store

/// A file of a message that is gone from the archive, or is not what it was: the message does not
/// leave without it.
public struct LostFile: Error, Hashable, Sendable {
  /// The name under which it would go.
  public let name: String
  /// The file that it came as, where the book still says it.
  public let origin: String
  public let folder: String

  public var words: Phrase {
    let known = origin.isEmpty || origin == name ? "" : " (\(origin))"
    return Phrase(
      french: "La pièce jointe \(name)\(known) n’est plus dans \(folder), ou n’y est plus la "
        + "même\u{A0}: le message n’est pas parti. Importez de nouveau ce PDF, ou ajoutez-le sur "
        + "la page de la facture, puis «\u{A0}Renvoyer\u{A0}».",
      english: "The attachment \(name)\(known) is no longer in \(folder), or not the same: the "
        + "message has not left. Import that PDF again, or add it on the invoice's page, then "
        + "“Send again”.")
  }
}

extension Desk {
  /// The content of a file of the archive; nil when it is gone or no longer what was kept.
  public func content(of file: KeptFile) -> [UInt8]? {
    guard let bytes = store.archive.bytes(of: file),
      bytes.withUnsafeBytes({ Digest.of($0) }) == file.digest
    else { return nil }
    return bytes
  }

  /// Files of a message, each with its content. Throws `LostFile`.
  func whole(_ attachments: [Attachment], of kept: OutboxMessage) throws -> [Attachment] {
    try attachments.map { attachment in
      guard let file = attachment.kept else { return attachment }
      guard let bytes = content(of: file) else {
        throw try lost(attachment.name, file, of: kept.message)
      }
      return Attachment(name: attachment.name, type: attachment.type, bytes: bytes)
    }
  }

  /// A file of a message as a person opens it; nil when there is none at that place.
  public func file(_ place: Int, of number: EntryNumber) throws -> Attachment? {
    let (kept, files) = try store.read { (try $0.message(number), try $0.attachments(of: number)) }
    guard let kept, files.indices.contains(place) else { return nil }
    return try whole([files[place]], of: kept).first
  }

  private func lost(
    _ name: String, _ file: KeptFile, of message: QueuedMessage
  ) throws -> LostFile {
    let copies = try store.read { try $0.copies(of: message.documents) }
    let origin = copies.values.first { $0.file == file }?.name ?? ""
    return LostFile(name: name, origin: origin, folder: store.archive.folder)
  }
}
