import Foundation
import Ledger
import Quantities
import Store
import Testing

/// A book as the first version left it opens, is brought up to date, and says the same.
@Suite struct OlderBookTests {
  private func firstSchema() throws -> String {
    let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "../../Sources/CMigrations/sql/0001-book.sql").standardized
    return try String(contentsOf: file, encoding: .utf8)
      .replacing("/*sqlite:", with: "").replacing("*/", with: "")
      .replacing("BIGINT", with: "INTEGER")
  }

  private static let content = """
    INSERT INTO counter VALUES ('entry', 2);
    INSERT INTO company VALUES (1, '');
    INSERT INTO customer_entry VALUES (1, 1, 1, 20000, 20000, NULL, 'C1', 'Aubois SARL', 'business',
      'fr', '552100554', '', '', '', '', '', '', '', '', '', '', '');
    INSERT INTO customer VALUES (1, 1, 'C1', 1, 'aubois sarl c1 552100554');
    INSERT INTO document_entry VALUES (2, 1, 1, 'EUR', 20000, 20000, NULL, 1, 'F-1', 20030, 0, NULL,
      NULL, 100, 20, 120, 120, NULL, NULL, NULL, NULL, 1);
    INSERT INTO open_item VALUES (1, 1, 2, 'EUR', 20030, 120, 0);
    INSERT INTO setting VALUES (1, 'mail.opens', '540');
    PRAGMA application_id = 1162756929; PRAGMA user_version = 1; COMMIT;
    """

  @Test func proposalsAreTheirDocumentsCustomers() throws {
    let folder = try Folder()
    let path = folder.file("ancien.encaisse")
    let content = OlderBookTests.content.replacing(
      "INSERT INTO setting",
      with: """
        INSERT INTO proposal VALUES (3, 0, 1, 9, 2, 120, 700, ''), (3, 1, 1, 9, NULL, 30, 700, '');
        INSERT INTO setting
        """)
    guard try tamper(path, "BEGIN;" + (try firstSchema()) + content) else { return }
    let store = try Store(path: path, creates: false)
    let parts = try store.read { try $0.proposals(.first, line: EntryNumber(3)) }
    #expect(parts.first { $0.document != nil }?.customer == CustomerID(1))
    // What goes on an account stays whose it was.
    #expect(parts.first { $0.document == nil }?.customer == CustomerID(9))
  }

  @Test func theFirstVersionOpens() throws {
    let folder = try Folder()
    let path = folder.file("ancien.encaisse")
    guard try tamper(path, "BEGIN;" + (try firstSchema()) + OlderBookTests.content) else { return }
    let store = try Store(path: path, creates: false)
    let verification = try store.read { try $0.verify() }
    #expect(verification.isSound, "\(verification.differences)")
    // Its mail hours stay those of the plans saved by then.
    #expect(try store.read { try $0.setting("plan.formerHoursThrough") } == "2")
    let known = try #require(try store.read { try $0.customers(.first) }.first)
    #expect(known.party == Party(code: "C1", name: "Aubois SARL", siren: "552100554"))
    // What the old book had no room for is learned as on any other day.
    try store.write(learned: today) { pen in
      let party = Party(
        code: "C1", ledgerAccount: "411AUBOIS", name: "Aubois SARL", siren: "552100554",
        means: .bill)
      try pen.append(
        .customer(Customer(id: known.id, party: party)), customer: known.id, happened: today)
    }
    #expect(try store.read { try $0.customer(known.id) }?.party.ledgerAccount == "411AUBOIS")
    #expect(try store.read { try $0.customer(known.id) }?.party.means == .bill)
    #expect(try store.read { try $0.customers(.first, matching: "411aub", limit: 5) }.count == 1)
    let copy = InvoiceCopy(
      of: EntryNumber(2), name: "F-1.pdf",
      file: KeptFile(digest: String(repeating: "0f", count: 32), byteCount: 1))
    #expect(try store.read { try $0.copy(of: EntryNumber(2)) } == nil)
    try store.write(learned: today) {
      try $0.append(.invoiceCopy(copy), customer: known.id, happened: today)
    }
    #expect(try store.read { try $0.copy(of: EntryNumber(2))?.fact } == copy)
    #expect(try store.read { try $0.verify() }.isSound)
  }
}
