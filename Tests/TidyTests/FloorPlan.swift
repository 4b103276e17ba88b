/// What `Package.swift` lets each target import, read as text.
struct FloorPlan {
  /// Target folder in `Sources` → the names in its list, packages' products by their module names.
  private(set) var imports: [String: Set<String>] = [:]

  init(_ manifest: String) {
    var names: [String: String] = [:]
    for match in manifest.matches(of: /let (\w+) = Target\.Dependency\.product\(name: "(\w+)"/) {
      names[String(match.1)] = String(match.2)
    }
    for match in manifest.matches(of: /\n    room\(\s*"(\w+)"([^)]*)\)/) {
      imports[String(match.1)] = FloorPlan.list(match.2, names)
    }
    let tool = /executableTarget\([^\[]*\[([^\]]*)\],\s*path: "Sources\/(\w+)"/
    for match in manifest.matches(of: tool) {
      imports[String(match.2)] = FloorPlan.list(match.1, names)
    }
  }

  private static func list(_ text: Substring, _ names: [String: String]) -> Set<String> {
    Set(
      text.split(separator: ",").compactMap { part in
        let word = part.filter { !$0.isWhitespace }
        if word.isEmpty { return nil }
        return word.hasPrefix("\"") ? word.replacing("\"", with: "") : names[word] ?? word
      })
  }
}

/// The rooms of the three floors, and which way arrows may point between them.
enum Floors {
  /// Each imports only rooms before it.
  static let core = [
    "Quantities", "Law", "Ledger", "CashApplication", "Claims", "Behaviour", "CreditPolicy",
    "Dunning", "Correspondence",
    "Reports",
  ]
  /// Each imports Core, never another of these.
  static let edge = ["Intake", "Store", "Printing", "Delivery"]
  static let app = ["Demo", "Office", "Web", "CLI"]
  static var all: [String] { core + edge + app }

  /// Modules that come with the tool chain and belong to nobody's list.
  static let toolchain: Set<String> = ["Foundation", "Glibc", "Dispatch", "Synchronization"]

  /// The rooms that a room may import by the drawing, whatever `Package.swift` says.
  static func allowed(to room: String) -> Set<String> {
    if let place = core.firstIndex(of: room) { return Set(core[..<place]) }
    switch room {
    case _ where edge.contains(room): return Set(core)
    case "Demo", "Office": return Set(core + edge)
    case "Web": return Set(core + edge + ["Office"])
    case "CLI": return Set(core + edge + ["Demo", "Office", "Web"])
    default: return []
    }
  }
}
