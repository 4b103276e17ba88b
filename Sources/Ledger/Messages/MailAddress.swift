/// One electronic address, with nothing beside it that a mail server would take for more.
public struct MailAddress: Hashable, Sendable {
  /// `comptabilite@client.fr`
  public let text: String

  /// Nil for what is not exactly one address: two of them, a name, a line break, a space.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard (3...254).contains(bytes.count), let at = bytes.lastIndex(of: UInt8(ascii: "@")) else {
      return nil
    }
    let local = bytes[..<at]
    let domain = bytes[(at + 1)...]
    guard (1...64).contains(local.count), !domain.isEmpty,
      local.allSatisfy(MailAddress.mayStandInLocal),
      domain.allSatisfy(MailAddress.mayStandInDomain),
      local.first != UInt8(ascii: "."), local.last != UInt8(ascii: "."),
      domain.first != UInt8(ascii: "."), domain.last != UInt8(ascii: "."),
      domain.first != UInt8(ascii: "-")
    else { return nil }
    self.text = text
  }

  /// What stands after the `@`, in small letters.
  public var domain: String {
    text.split(separator: "@").last.map { $0.lowercased() } ?? ""
  }

  /// What stands before the `@`.
  public var local: String { String(text[..<(text.lastIndex(of: "@") ?? text.startIndex)]) }

  /// The same mailbox with a mark that its server hands through: `compta+D1234@firme.fr`.
  public func marked(_ mark: String) -> MailAddress? {
    MailAddress(local.prefix { $0 != "+" } + "+" + mark + "@" + domain)
  }

  /// The mark of a marked address; nil when it has none.
  public var mark: String? {
    guard let plus = local.firstIndex(of: "+") else { return nil }
    return String(local[local.index(after: plus)...])
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private static func mayStandInLocal(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains(byte)
  }

  private static func mayStandInDomain(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }
}
