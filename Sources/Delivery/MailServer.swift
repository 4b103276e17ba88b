/// A mail server, how it is reached and who we are to it.
public struct MailServer: Hashable, Sendable {
  /// How what is said stays between the two of us.
  public enum Security: String, CaseIterable, Hashable, Sendable {
    /// Encrypted from the first byte (ports 465 and 993).
    case tls
    /// Encrypted after the greeting, or nothing is said (ports 587 and 143).
    case startTLS
    /// In clear: for a server on this machine.
    case none
  }

  public var host: String
  public var port: Int
  public var security: Security
  /// Empty for a server that asks for no name.
  public var user = ""
  public var password = ""
  /// Authorities to trust instead of the system's; empty for the system's.
  public var authorityFile = ""
  /// Seconds without a byte after which the connection counts as dead.
  public var patienceInSeconds = 60

  public init(host: String, port: Int, security: Security) {
    self.host = host
    self.port = port
    self.security = security
  }
}
