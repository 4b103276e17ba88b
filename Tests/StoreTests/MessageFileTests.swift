import Foundation
import Ledger
import Quantities
import Store
import Testing

/// The files of a message are held as long as it may leave, and once it has left.
@Suite struct MessageFileTests {
  private func message(_ key: String) -> QueuedMessage {
    QueuedMessage(
      key: key, purpose: "reminder", mode: .afterConfirmation, recipient: "a@b.example",
      subject: "Rappel", text: "Bonjour.",
      attachments: [
        Attachment(name: "releve.pdf", bytes: Array(repeating: 7, count: 40_000)),
        Attachment(
          name: "FA-1.pdf",
          content: .kept(KeptFile(digest: String(repeating: "0f", count: 32), byteCount: 9))),
      ])
  }

  private func queued(_ store: Store) throws -> (CustomerID, EntryNumber) {
    try store.write(learned: today) { pen in
      let customer = try pen.open("Client")
      return (customer, try #require(try pen.queue(message("k"), to: customer)))
    }
  }

  @Test func whatWasTakenOutKeepsItsWordsAndTheNamesOfItsFiles() throws {
    let folder = try Folder()
    let store = try folder.book()
    let (_, number) = try queued(store)
    #expect(try store.read { try $0.attachments(of: number) } == message("k").attachments)
    let now = Instant(parisDay: today, minute: 600)
    try store.write(learned: today) {
      try $0.note(MessageEvent(.withdrawn, of: number, at: now, words: "réécrit"))
    }
    let kept = try #require(try store.read { try $0.message(number) })
    #expect(kept.message.text == "Bonjour." && kept.state == .cancelled)
    #expect(kept.enclosures.map(\.name) == ["releve.pdf", "FA-1.pdf"])
    #expect(kept.enclosures.map(\.byteCount) == [40_000, 9])
    // The copy rests in the archive, whatever becomes of the message.
    #expect(kept.enclosures.map(\.isDropped) == [true, false])
    let files = try store.read { try $0.attachments(of: number) }
    #expect(files.map(\.bytes) == [nil, nil] && files.map(\.byteCount) == [40_000, 9])
    #expect(try store.read { try $0.verify() }.isSound)
  }

  @Test func theBookDoesNotGrowByWhatIsWrittenAnew() throws {
    let folder = try Folder()
    let store = try folder.book()
    var (customer, number) = try queued(store)
    func size() throws -> Int {
      try store.settle()
      return try Int(
        #require(
          URL(filePath: store.path).resourceValues(forKeys: [.fileSizeKey])
            .fileSize))
    }
    let before = try size()
    for day in 1...30 {
      let day = today.adding(days: day)
      let now = Instant(parisDay: day, minute: 600)
      let old = number
      number = try store.write(learned: day) { [customer] pen in
        try pen.note(MessageEvent(.withdrawn, of: old, at: now, words: "réécrit"))
        return try #require(try pen.queue(message("k"), to: customer))
      }
    }
    customer = CustomerID(0)
    // Thirty writings of 40 KB each would be 1.2 MB.
    #expect(try size() - before < 150_000)
  }

  @Test(arguments: [
    "DELETE FROM message_file", "UPDATE message_file SET bytes = x'00'",
    "INSERT INTO message_file VALUES (99, 0, x'00')", "UPDATE attachment_entry SET byte_count = 5",
  ])
  func verifyFindsWhatIsNotWhole(_ sql: String) throws {
    let folder = try Folder()
    let store = try folder.book()
    _ = try queued(store)
    #expect(try store.read { try $0.verify() }.isSound)
    guard try tamper(store.path, sql) else { return }
    #expect(try !store.read { try $0.verify() }.isSound, "\(sql)")
  }

  // Older books ----------------------------------------------------------------------------------

  /// The book as the seventeenth version of its tables left it: message 3 waits, fifty others were
  /// taken out, all with files of 40 KB.
  private static let content = """
    INSERT INTO message_entry VALUES (3, 1, 1, 'EUR', 20000, 20000, 'k', 'reminder', 'email',
      'afterConfirmation', 'a@b.example', 'S', 'T', 'fr', '2', 120, 120, NULL, NULL);
    INSERT INTO outbox VALUES (3, 1, 1, 'k', 'email', 'waiting', 0, 0, 0);
    INSERT INTO attachment_entry VALUES (3, 0, 'releve.pdf', 'application/pdf',
      zeroblob(40000), NULL, NULL);
    INSERT INTO attachment_entry VALUES (3, 1, 'F-1.pdf', 'application/pdf', x'', 'abc', 77);
    CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n
      WHERE i < 59) SELECT i FROM n;
    INSERT INTO message_entry SELECT i, 1, 1, 'EUR', 20000, 20000, 'k', 'reminder', 'email',
      'afterConfirmation', 'a@b.example', 'S', 'T', 'fr', '2', 120, 120, NULL, NULL FROM n;
    INSERT INTO outbox SELECT i, 1, 1, 'k', 'email', 'cancelled', 5, 0, 0 FROM n;
    INSERT INTO attachment_entry SELECT i, 0, 'releve.pdf', 'application/pdf', randomblob(40000),
      NULL, NULL FROM n;
    INSERT INTO message_event_entry SELECT i + 100, 1, 1, 20001, 20001, i, 'withdrawn', 5, NULL, ''
      FROM n;
    UPDATE counter SET value = 159 WHERE name = 'entry';
    PRAGMA user_version = 17; COMMIT;
    """

  @Test func anOlderBookIsSlimmed() throws {
    let folder = try Folder()
    let path = folder.file("ancien.encaisse")
    let schema = try OlderBook.schema(through: 17, OlderBook.content)
    guard try tamper(path, "BEGIN;" + schema + MessageFileTests.content) else { return }
    func size() throws -> Int {
      try #require(URL(filePath: path).resourceValues(forKeys: [.fileSizeKey]).fileSize)
    }
    let before = try size()
    #expect(before > 2_000_000)
    do {
      let store = try Store(path: path, creates: false)
      let verification = try store.read { try $0.verify() }
      #expect(verification.isSound, "\(verification.differences)")
      let files = try store.read { try $0.attachments(of: EntryNumber(3)) }
      #expect(files.map(\.byteCount) == [40_000, 77] && files[0].bytes?.count == 40_000)
      let old = try #require(try store.read { try $0.message(EntryNumber(10)) })
      #expect(old.enclosures.map(\.byteCount) == [40_000] && old.enclosures[0].isDropped)
      #expect(old.message.text == "T")
    }
    #expect(try size() < before / 4)
  }
}

/// Books of earlier versions.
enum OlderBook {
  private static let sources = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "../../Sources/CMigrations/sql").standardized

  /// What the first version left: a customer and an invoice.
  static let content = """
    INSERT INTO counter VALUES ('entry', 2);
    INSERT INTO company VALUES (1, '');
    INSERT INTO customer_entry VALUES (1, 1, 1, 20000, 20000, NULL, 'C1', 'Aubois SARL', 'business',
      'fr', '552100554', '', '', '', '', '', '', '', '', '', '', '');
    INSERT INTO customer VALUES (1, 1, 'C1', 1, 'aubois sarl c1 552100554');
    INSERT INTO document_entry VALUES (2, 1, 1, 'EUR', 20000, 20000, NULL, 1, 'F-1', 20030, 0, NULL,
      NULL, 100, 20, 120, 120, NULL, NULL, NULL, NULL, 1);
    INSERT INTO open_item VALUES (1, 1, 2, 'EUR', 20030, 120, 0);
    PRAGMA application_id = 1162756929;
    """

  /// The first tables, what is put into them, and the changes up to a version.
  static func schema(through version: Int, _ content: String) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted()
    let texts = try names.prefix(version).map { name in
      try String(contentsOf: sources.appending(path: name), encoding: .utf8)
        .replacing("/*sqlite:", with: "").replacing("*/", with: "")
        .replacing("BIGINT", with: "INTEGER").replacing("BYTEA", with: "BLOB")
    }
    return ([texts[0], content] + texts.dropFirst()).joined(separator: "\n")
  }
}
