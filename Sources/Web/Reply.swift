import Printing

/// What a page answers, before it is put on the wire.
struct Reply: Sendable {
  var status = 200
  var type = "text/html; charset=utf-8"
  var bytes: [UInt8] = []
  /// Headers beside those that every answer bears.
  var headers: [(String, String)] = []

  /// A page of ours.
  static func page(_ bytes: [UInt8], status: Int = 200) -> Reply {
    Reply(status: status, bytes: bytes)
  }

  /// After a form was taken: the browser asks for the page anew, so that a reload sends nothing.
  static func seeOther(_ address: String) -> Reply {
    Reply(status: 303, headers: [("Location", address)])
  }

  static func json(_ value: JSON, status: Int = 200) -> Reply {
    Reply(status: status, type: "application/json; charset=utf-8", bytes: Array(value.line.utf8))
  }

  /// A file to keep, under a name of letters, digits, dots and dashes.
  static func file(_ bytes: [UInt8], type: String, name: String, isShown: Bool = false) -> Reply {
    let safe = String(
      name.unicodeScalars.map { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || "0123456789.-_".unicodeScalars.contains(scalar))
          ? Character(scalar) : "-"
      })
    let manner = isShown ? "inline" : "attachment"
    return Reply(
      type: type, bytes: bytes,
      headers: [("Content-Disposition", "\(manner); filename=\"\(safe)\"")])
  }
}
