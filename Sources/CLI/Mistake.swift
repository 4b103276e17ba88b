import ArgumentParser

/// What the parser of the command line says in English, put into French: the rest of the program
/// speaks French, and every command profits.
enum Mistake {
  /// The words of a mistake with its usage lines, as people here read them.
  static func french(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { french(line: String($0)) }.joined(separator: "\n")
  }

  private static func french(line: String) -> String {
    for (opening, french) in openings where line.hasPrefix(opening) {
      return french + message(String(line.dropFirst(opening.count)))
    }
    if let match = line.wholeMatch(of: #/  See '(.+)' for more information\./#) {
      return "  Plus d’explications : \(match.1)"
    }
    return line
  }

  private static let openings = [
    ("Error: ", Terminal.red("✗ ")), ("Help:  ", "Aide :  "), ("Usage: ", "Usage : "),
  ]

  private static func message(_ text: String) -> String {
    if let found = text.wholeMatch(of: /Missing expected argument '(.+)'/) {
      return "Il manque \(found.1)."
    }
    if let found = text.wholeMatch(of: /Missing value for '(.+)'/) {
      return "Il manque la valeur de \(found.1)."
    }
    if let found = text.wholeMatch(of: /Unknown option '(.+?)'\. Did you mean '(.+?)'\?/) {
      return "Option inconnue : \(found.1). Vouliez-vous dire \(found.2) ?"
    }
    if let found = text.wholeMatch(of: /Unknown option '(.+)'/) {
      return "Option inconnue : \(found.1)."
    }
    if let found = text.wholeMatch(of: /Unexpected argument '(.+)'/) {
      return "« \(found.1) » n’est pas attendu ici."
    }
    if let found = text.wholeMatch(of: /\d+ unexpected arguments: '(.+)'/) {
      return "« \(found.1.replacing("', '", with: " ")) » ne sont pas attendus ici."
    }
    if let found = text.wholeMatch(of: /The value '(.*)' is invalid for '(.+?)'(?:\. .* (.+)\.)?/) {
      return "« \(found.1) » ne convient pas à \(found.2)."
        + (found.3.map { " Attendu : \($0)." } ?? "")
    }
    if let found = text.wholeMatch(
      of: /The option '(.+)' does not take any value, but '(.*)' was specified\./)
    {
      return "\(found.1) s’écrit seul, sans « \(found.2) »."
    }
    return text
  }
}
