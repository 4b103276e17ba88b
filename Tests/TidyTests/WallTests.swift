import Testing

/// What no compiler sees of the walls between rooms.
@Suite struct WallTests {
  @Test func everyRoomIsKnown() {
    let rooms = Set(Tree.sources.map(\.room))
    #expect(rooms == Set(Floors.all))
    #expect(Set(Tree.floorPlan.imports.keys) == rooms)
  }

  @Test func importsAreDeclared() {
    let findings = Tree.sources.flatMap { undeclaredImports(of: $0, by: Tree.floorPlan) }
    for finding in findings { Issue.record("\(finding)") }
  }

  @Test func arrowsPointDown() {
    let findings = Tree.sources.flatMap(wrongArrows)
    for finding in findings { Issue.record("\(finding)") }
    for (room, imports) in Tree.floorPlan.imports {
      let rooms = imports.intersection(Floors.all)
      #expect(
        rooms.isSubset(of: Floors.allowed(to: room)), "Package.swift lets \(room) import upwards")
    }
  }

  @Test func coreIsPure() {
    for finding in Tree.sources.flatMap(impurities) { Issue.record("\(finding)") }
  }

  @Test func onlyTodayReadsTheClock() {
    for finding in Tree.sources.flatMap(clockReadings) { Issue.record("\(finding)") }
  }

  @Test func wrongFilesAreFound() {
    let file = TreeFile(
      path: "Sources/Claims/Wrong.swift",
      text: """
        public import Foundation
        import Dunning
        import struct Store.Desk
        // import Web, only said
        func ask() async -> Int { "await Date()".count + Int.random(in: 1...2) }
        let now = Date()
        let later = Date(timeIntervalSince1970: 0)
        """)
    #expect(imports(of: file).map(\.module) == ["Foundation", "Dunning", "Store"])
    #expect(wrongArrows(in: file).map(\.place) == ["\(file.path):2", "\(file.path):3"])
    #expect(impurities(in: file).map(\.place) == ["1", "5", "5"].map { "\(file.path):\($0)" })
    #expect(clockReadings(in: file).map(\.place) == ["\(file.path):6"])
    let plan = FloorPlan(
      """
      let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
          room("Law"),
          room(
            "Claims", "Law",
            nio),
      """)
    #expect(plan.imports == ["Law": [], "Claims": ["Law", "NIOCore"]])
    #expect(undeclaredImports(of: file, by: plan).count == 2)
  }
}

/// The modules that a file imports, with the line of each.
func imports(of file: TreeFile) -> [(line: Int, module: String)] {
  let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "let", "var"]
  return file.codeLines(with: "import ").compactMap { index, line in
    let words = line.split { $0.isWhitespace || $0 == "." }
    guard let place = words.firstIndex(of: "import"), words.count > place + 1 else { return nil }
    let module = kinds.contains(words[place + 1]) ? place + 2 : place + 1
    return words.indices.contains(module) ? (index, String(words[module])) : nil
  }
}

private func undeclaredImports(of file: TreeFile, by plan: FloorPlan) -> [Finding] {
  let declared = plan.imports[file.room] ?? []
  return imports(of: file).filter {
    !declared.contains($0.module) && !Floors.toolchain.contains($0.module)
  }.map { file.finding($0.line, "\($0.module) is not in the list of \(file.room)") }
}

private func wrongArrows(in file: TreeFile) -> [Finding] {
  let allowed = Floors.allowed(to: file.room)
  return imports(of: file).filter {
    Floors.all.contains($0.module) && !allowed.contains($0.module)
  }.map { file.finding($0.line, "\(file.room) may not import \($0.module)") }
}

/// Outside modules, `async`, files and randomness in a room of Core.
private func impurities(in file: TreeFile) -> [Finding] {
  guard Floors.core.contains(file.room) else { return [] }
  let foreign = imports(of: file).filter { !Floors.all.contains($0.module) }
    .map { file.finding($0.line, "Core imports \($0.module)") }
  let words = [
    "async", "await", "Task", "SystemRandomNumberGenerator", "random", "shuffled",
    "randomElement", "ContinuousClock", "SuspendingClock", "readLine",
  ]
  return foreign
    + words.flatMap { word in
      file.codeLines(with: word).filter { $0.line.holdsAlone(word) }
        .map { file.finding($0.index, "\(word) in Core") }
    }
}

/// Wall-clock readings outside `Today`. A monotonic clock that ends a wait tells no day.
private func clockReadings(in file: TreeFile) -> [Finding] {
  guard file.path != "Sources/Office/Today.swift" else { return [] }
  let readings = [
    "Date()", "Date.now", "Date(timeIntervalSinceNow", "CLOCK_REALTIME", "gettimeofday(",
    "time(nil)", "time(&", "CFAbsoluteTimeGetCurrent", "timeIntervalSinceNow", "localtime",
    "gmtime", ": Date = .now", "DispatchTime.now", "DispatchWallTime.now",
  ]
  return readings.flatMap { reading in
    file.codeLines(with: reading).filter { $0.line.holdsAlone(reading) }
      .map { file.finding($0.index, "\(reading) reads the clock outside Today") }
  }
}
