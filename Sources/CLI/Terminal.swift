import Foundation

/// What the commands write on: colours and progress only where a person is watching.
enum Terminal {
  private static let isWatched = isatty(STDOUT_FILENO) == 1
  private static let isErrorWatched = isatty(STDERR_FILENO) == 1
  private static let hasColour =
    isWatched && ProcessInfo.processInfo.environment["NO_COLOR"] == nil

  static func print(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }

  static func complain(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  static func bold(_ text: String) -> String { coloured(text, "1") }
  static func red(_ text: String) -> String { coloured(text, "31") }
  static func green(_ text: String) -> String { coloured(text, "32") }
  static func amber(_ text: String) -> String { coloured(text, "33") }
  static func faint(_ text: String) -> String { coloured(text, "2") }

  private static func coloured(_ text: String, _ code: String) -> String {
    hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// Text filled up with spaces to a width, cut with an ellipsis when longer.
  static func column(_ text: String, _ width: Int) -> String {
    let count = text.count
    if count > width { return text.prefix(width - 1) + "…" }
    return text + String(repeating: " ", count: width - count)
  }

  /// Text moved to the right end of a width.
  static func rightColumn(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// Replaces the line of progress; nothing when nobody watches.
  static func progress(_ text: String) {
    guard isErrorWatched else { return }
    // A line that wraps could not be replaced.
    let line = text.prefix(max(20, width - 1))
    FileHandle.standardError.write(Data(("\r\u{1B}[K" + line).utf8))
  }

  /// How many characters a line of the terminal holds.
  private static var width: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// A bar of `width` cells, `share` of them filled.
  static func bar(_ share: Double, width: Int = 24) -> String {
    let filled = Int((max(0, min(1, share)) * Double(width)).rounded())
    return String(repeating: "█", count: filled) + String(repeating: "·", count: width - filled)
  }
}
