import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Files that a browser sent, written to a folder of their own as they arrived.
///
/// Whoever takes them removes the folder when done.
struct UploadedFiles: Sendable {
  /// All files together: more is refused while it arrives.
  static let mostBytes = 2_147_483_648
  static let mostFiles = 20_000

  let folder: String
  let paths: [String]
  /// The fields that came beside the files.
  let form: Form

  /// Receives the body. `check` is given the form's token before the first file is written.
  init(_ request: Request, atMost limit: Int, check: (String?) throws -> Void) async throws {
    let length = request.headers[.contentLength].flatMap(Int.init) ?? 0
    let tooLarge = limit < UploadedFiles.mostBytes ? Refusal.overLimit(limit) : Refusal.tooLarge
    guard length <= limit else { throw tooLarge }
    guard
      var reader = MultipartReader(contentType: request.headers[.contentType] ?? "")
    else { throw Refusal.forbidden }
    var landing = try Landing()
    do {
      var total = 0
      for try await buffer in request.body {
        total += buffer.readableBytes
        guard total <= limit else { throw tooLarge }
        try reader.feed(buffer.readableBytesView) { try landing.take($0, check) }
      }
      guard reader.isComplete, landing.isChecked else { throw Refusal.forbidden }
    } catch {
      landing.abandon()
      throw error
    }
    folder = landing.folder
    paths = landing.paths
    form = Form(landing.fields)
  }

  /// A copy of a file that came before, under the same name.
  init(copyOf path: String) throws {
    var landing = try Landing()
    do {
      try landing.copy(path)
    } catch {
      landing.abandon()
      throw error
    }
    folder = landing.folder
    paths = landing.paths
    form = Form()
  }

  /// A file that is made here.
  init(name: String, bytes: [UInt8]) throws {
    var landing = try Landing()
    do {
      try landing.write(name, bytes)
    } catch {
      landing.abandon()
      throw error
    }
    folder = landing.folder
    paths = landing.paths
    form = Form()
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

/// Where the parts of one upload are put down.
private struct Landing {
  let folder: String
  var paths: [String] = []
  var fields: [(String, String)] = []
  var isChecked = false
  private var file: FileHandle?
  private var field: (name: String, bytes: [UInt8])?

  init() throws {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("encaisse-" + UUID().uuidString)
    try FileManager.default.createDirectory(
      at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    folder = place.path
  }

  mutating func take(_ event: MultipartReader.Event, _ check: (String?) throws -> Void) throws {
    switch event {
    case .part(let name, let original?):
      if !isChecked {
        try check(fields.first { $0.0 == "jeton" }?.1)
        isChecked = true
      }
      // A file field left empty comes with an empty name.
      if name == "files", !original.isEmpty { try open(original) }
    case .part(let name, nil): field = (name, [])
    case .bytes(let bytes):
      if let file { try file.write(contentsOf: Data(bytes)) }
      if field != nil {
        field?.bytes += bytes
        guard field?.bytes.count ?? 0 <= 65_536 else { throw Refusal.tooLarge }
      }
    case .end:
      if let field { fields.append((field.name, String(decoding: field.bytes, as: UTF8.self))) }
      field = nil
      try file?.close()
      file = nil
    }
  }

  mutating func copy(_ path: String) throws {
    let place = try place(for: path)
    try FileManager.default.copyItem(atPath: path, toPath: place)
    paths.append(place)
  }

  mutating func write(_ name: String, _ bytes: [UInt8]) throws {
    let place = try place(for: name)
    try Data(bytes).write(to: URL(filePath: place))
    paths.append(place)
  }

  /// Each file keeps its own name, alone in a numbered folder: two of the same name do not meet.
  private func place(for original: String) throws -> String {
    let place = folder + "/\(paths.count + 1)"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
    return place + "/" + Landing.safe(original)
  }

  private mutating func open(_ original: String) throws {
    guard paths.count < UploadedFiles.mostFiles else { throw Refusal.tooLarge }
    let path = try place(for: original)
    guard FileManager.default.createFile(atPath: path, contents: nil) else {
      throw CocoaError(.fileWriteUnknown)
    }
    file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    paths.append(path)
  }

  /// The last part of the name, without what could lead out of the folder.
  private static func safe(_ name: String) -> String {
    let last = name.split { "/\\".contains($0) }.last.map(String.init) ?? ""
    var kept = String(String.UnicodeScalarView(last.unicodeScalars.filter { $0.value >= 32 }))
    while kept.utf8.count > 200 { kept.removeLast() }
    return kept.isEmpty || kept.hasPrefix(".") ? "fichier" + kept : kept
  }

  func abandon() {
    try? file?.close()
    try? FileManager.default.removeItem(atPath: folder)
  }
}
