import Foundation
import Testing

/// The SQL as it is written.
@Suite struct SchemaTests {
  private static let sources = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "../../Sources").standardized

  private func files(_ folder: String, ending: String) throws -> [URL] {
    let root = SchemaTests.sources.appending(path: folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return names.filter { $0.hasSuffix(ending) }.sorted().map { root.appending(path: $0) }
  }

  @Test func noFactIsEverChangedOrErased() throws {
    let files = try files("Store", ending: ".swift")
    #expect(files.count > 10)
    let forbidden = /(?i)(update|delete\s+from|replace\s+into|drop\s+table)\s+\w*_entry\b/
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: forbidden) {
        Issue.record("\(file.lastPathComponent): \(match.output.0)")
      }
      // An insertion that meets a known fact does nothing: it never changes it.
      for statement in text.components(separatedBy: "INSERT INTO ").dropFirst()
      where statement.prefix(40).contains("_entry") {
        let end = statement.range(of: "\"\"\"")?.lowerBound ?? statement.endIndex
        #expect(!statement[..<end].contains("DO UPDATE"), "\(file.lastPathComponent)")
      }
    }
    // The search itself sees what it looks for.
    #expect("UPDATE document_entry SET".contains(forbidden))
    #expect("DELETE  FROM\n reversal_entry".contains(forbidden))
  }

  @Test func postgresTakesTheMigrationsAsTheyStand() throws {
    guard let server = try PostgreSQL() else { return }
    defer { server.stop() }
    let migrations = try files("CMigrations/sql", ending: ".sql")
    #expect(!migrations.isEmpty)
    for migration in migrations {
      let sql = try String(contentsOf: migration, encoding: .utf8)
      let answer = try server.ask(sql)
      #expect(answer.status == 0, "\(migration.lastPathComponent): \(answer.text)")
    }
    let tables = try server.ask(
      "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'")
    let texts = try migrations.map { try String(contentsOf: $0, encoding: .utf8) }
    func count(_ words: String) -> Int {
      texts.map { $0.components(separatedBy: words).count - 1 }.reduce(0, +)
    }
    let written = count("CREATE TABLE ") - count("DROP TABLE ")
    #expect(tables.text.trimmingCharacters(in: .whitespacesAndNewlines) == String(written))
    let rows = try server.ask(
      "INSERT INTO open_item VALUES (1, 1, 1, 'EUR', 1, 0, 0)")
    #expect(rows.status != 0, "an open item of nothing is refused")
  }
}

/// A PostgreSQL 15 of the test's own, reached by a socket in its folder.
private final class PostgreSQL {
  private static let programs = "/usr/lib/postgresql/15/bin/"
  private let folder: Folder
  private let server = Process()

  init?() throws {
    let initdb = PostgreSQL.programs + "initdb"
    guard FileManager.default.isExecutableFile(atPath: initdb) else {
      print("skipped: no PostgreSQL 15")
      return nil
    }
    folder = try Folder()
    let data = folder.file("data")
    if geteuid() == 0 {
      guard try run("/usr/bin/chown", ["postgres", folder.path])?.status == 0 else {
        print("skipped: PostgreSQL wants a user that is not root")
        return nil
      }
    }
    let made = try execute("\(initdb) -D \(data) -A trust -U encaisse -E UTF8 --locale=C.UTF-8")
    precondition(made.status == 0, made.text)
    let words =
      "exec \(PostgreSQL.programs)postgres -D \(data) -k \(folder.path)"
      + " -c listen_addresses= -c fsync=off > \(folder.file("data/log")) 2>&1"
    (server.executableURL, server.arguments) = PostgreSQL.command(words)
    try server.run()
    var waits = 0
    while try ask("SELECT 1").status != 0 {
      waits += 1
      precondition(waits < 100 && server.isRunning, "PostgreSQL does not answer")
      usleep(200_000)
    }
  }

  private static func command(_ words: String) -> (URL, [String]) {
    geteuid() == 0
      ? (URL(filePath: "/usr/bin/su"), ["postgres", "-s", "/bin/sh", "-c", words])
      : (URL(filePath: "/bin/sh"), ["-c", words])
  }

  /// PostgreSQL refuses root, so root runs it as its user.
  private func execute(_ words: String, input: String = "") throws -> (status: Int32, text: String)
  {
    let (program, arguments) = PostgreSQL.command(words)
    return try run(program.path, arguments, input: input) ?? (1, "cannot run")
  }

  func ask(_ sql: String) throws -> (status: Int32, text: String) {
    try execute(
      "\(PostgreSQL.programs)psql -h \(folder.path) -U encaisse -d postgres -q -At"
        + " -v ON_ERROR_STOP=1 -f -", input: sql)
  }

  func stop() {
    _ = try? execute("\(PostgreSQL.programs)pg_ctl -D \(folder.file("data")) -m immediate -s stop")
    server.waitUntilExit()
  }
}
