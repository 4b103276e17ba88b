import Delivery
import Foundation
public import Intake

/// What is missing in the settings before mail can leave or come.
public enum MailFault: Error, Hashable, Sendable {
  case noServer
  case noSender(String)
  case noRehearsalAddress(String)
  case wrongPort(String)
  /// Neither `file:` nor `env:`.
  case wrongSecret(String)
  case noSecretFile(String)
  /// Others than its owner may read it.
  case openSecretFile(String)
  case noSecretVariable(String)

  public var words: Phrase {
    switch self {
    case .noServer:
      Phrase(
        french: "Le serveur de messagerie n’est pas réglé (Réglages, « Courrier électronique »).",
        english: "The mail server is not set (Settings, “E-mail”).")
    case .noSender(let found):
      Phrase(
        french: "L’adresse d’expédition « \(found) » n’est pas une adresse e-mail.",
        english: "The sender's address \"\(found)\" is not an e-mail address.")
    case .noRehearsalAddress(let found):
      Phrase(
        french: "En mode essai, tout part vers vous : « \(found) » n’est pas une adresse e-mail.",
        english: "In rehearsal everything goes to you: \"\(found)\" is not an e-mail address.")
    case .wrongPort(let found):
      Phrase(
        french: "Port « \(found) » : écrivez 587, 465 ou celui de votre serveur.",
        english: "Port \"\(found)\": write 587, 465 or your server's own.")
    case .wrongSecret(let found):
      Phrase(
        french:
          "Mot de passe : écrivez file:/chemin ou env:NOM (trouvé : « \(found.prefix(4))… »). "
          + "Le mot de passe lui-même n’est jamais gardé dans le livre.",
        english: "Password: write file:/path or env:NAME (found \"\(found.prefix(4))…\"). "
          + "The password itself is never kept in the book.")
    case .noSecretFile(let path):
      Phrase(
        french:
          "Le fichier de mot de passe \(path) ne peut pas être lu, ou tient plusieurs lignes.",
        english: "The password file \(path) cannot be read, or holds several lines.")
    case .openSecretFile(let path):
      Phrase(
        french: "D’autres que vous peuvent lire \(path) : chmod 600 \(path)",
        english: "Others than you may read \(path): chmod 600 \(path)")
    case .noSecretVariable(let name):
      Phrase(
        french: "La variable d’environnement \(name) est vide.",
        english: "The environment variable \(name) is empty.")
    }
  }
}

extension MailSettings.Place {
  /// The server with its password, ready to be spoken to.
  func server(patienceInSeconds: Int = 60) throws(MailFault) -> MailServer {
    guard !host.isEmpty else { throw .noServer }
    guard let number = Int(port), (1...65_535).contains(number) else { throw .wrongPort(port) }
    var server = MailServer(host: host, port: number, security: security)
    server.patienceInSeconds = patienceInSeconds
    server.user = user
    server.authorityFile = authorityFile
    if !user.isEmpty { server.password = try password() }
    return server
  }

  private func password() throws(MailFault) -> String {
    if secret.hasPrefix("env:") {
      let name = String(secret.dropFirst(4))
      guard let found = ProcessInfo.processInfo.environment[name], !found.isEmpty else {
        throw .noSecretVariable(name)
      }
      return found
    }
    guard secret.hasPrefix("file:") else { throw .wrongSecret(secret) }
    let path = String(secret.dropFirst(5))
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= 1_024
    else { throw .noSecretFile(path) }
    guard status.st_mode & 0o077 == 0 else { throw .openSecretFile(path) }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw .noSecretFile(path)
    }
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count == 1 else { throw .noSecretFile(path) }
    return String(lines[0])
  }
}
