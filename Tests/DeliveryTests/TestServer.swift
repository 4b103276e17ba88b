import Foundation

/// A mail server of the test's own on loopback, ended with it.
final class TestServer {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "../..").standardized.path
  static let python = root + "/.venv/bin/python"

  /// Whether the servers can be started: `scripts/setup --tests` installs them.
  static let isHere: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-c", "import aiosmtpd, trustme"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  let folder: String
  let port: Int
  private let process = Process()

  init(_ script: String = "smtp_server.py", _ options: String...) throws {
    folder = NSTemporaryDirectory() + "mail-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let pipe = Pipe()
    process.executableURL = URL(filePath: TestServer.python)
    process.arguments = [TestServer.root + "/Tests/Servers/" + script, folder] + options
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let line = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      preconditionFailure("the mail server did not start: \(line)")
    }
    self.port = port
  }

  /// Puts a mail into the mailbox of the IMAP server.
  func deliver(_ mail: String, _ name: String = UUID().uuidString) throws {
    let target = folder + "/mail/new/" + name
    let part = folder + "/mail/tmp/" + name
    try Data(mail.replacing("\n", with: "\r\n").utf8).write(to: URL(filePath: part))
    chmod(part, 0o666)
    guard rename(part, target) == 0 else { preconditionFailure("the mail was not delivered") }
  }

  /// Whether Dovecot is installed.
  static let hasMailbox =
    FileManager.default.isExecutableFile(atPath: "/usr/sbin/dovecot")
    && FileManager.default.isExecutableFile(atPath: python)

  deinit {
    // A child of a test inherits a mask that holds the gentler signals back.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(atPath: folder)
  }

  var authorityFile: String { folder + "/ca.pem" }

  /// The messages the server took, in order, as they came.
  var inbox: [String] {
    let path = folder + "/inbox"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".eml") }.sorted().map {
      String(
        decoding: FileManager.default.contents(atPath: path + "/" + $0) ?? Data(), as: UTF8.self)
    }
  }

  /// Reads the messages as Python's library does: one JSON object a message.
  func parsed() throws -> [[String: Any]] {
    let code = """
      import email, email.policy, glob, json, sys
      for path in sorted(glob.glob(sys.argv[1] + '/inbox/*.eml')):
          m = email.message_from_binary_file(open(path, 'rb'), policy=email.policy.default)
          parts = [p for p in m.walk() if not p.is_multipart()]
          print(json.dumps({'head': [[k, str(v)] for k, v in m.items()],
              'text': parts[0].get_content(),
              'files': [[p.get_filename(), p.get_content_type(), p.get_payload(decode=True).hex()]
                        for p in parts[1:]],
              'defects': [str(d) for p in m.walk() for d in p.defects]}))
      """
    let reader = Process()
    let pipe = Pipe()
    reader.executableURL = URL(filePath: TestServer.python)
    reader.arguments = ["-c", code, folder]
    reader.standardOutput = pipe
    try reader.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    reader.waitUntilExit()
    return try String(decoding: data, as: UTF8.self).split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
  }
}
