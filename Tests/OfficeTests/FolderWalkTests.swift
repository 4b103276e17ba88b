import Foundation
import Office
import Testing

/// Folders as they lie on a disk, with links that lead anywhere.
@Suite struct FolderWalkTests {
  @Test func everyFileOnceWhateverTheLinks() throws {
    let bench = try Bench()
    let files = FileManager.default
    let root = bench.folder + "/depot"
    try files.createDirectory(atPath: root + "/sub/deep", withIntermediateDirectories: true)
    let head = "Date;Libellé;Montant\n"
    for (place, path) in ["a.csv", "sub/b.csv", "sub/deep/c.csv"].enumerated() {
      try (head + "20/11/2026;VIR DE GARAGE PETIT \(place);\(place + 1),00\n")
        .write(toFile: root + "/" + path, atomically: true, encoding: .utf8)
    }
    try "rien".write(toFile: root + "/sub/x.txt", atomically: true, encoding: .utf8)
    for (link, target) in [
      ("sub/up", ".."), ("sub/deep/root", root), ("sub/self", "."), ("again.csv", "a.csv"),
      ("nowhere.csv", "absent.csv"),
    ] {
      try files.createSymbolicLink(atPath: root + "/" + link, withDestinationPath: target)
    }
    let report = try bench.desk.importFiles([root])
    #expect(report.bankLines == 3)
    let names = report.files.map(\.name).sorted()
    #expect(names == ["a.csv", "b.csv", "c.csv", "nowhere.csv", "x.txt"])
    #expect(report.refused == 2)
  }

  @Test func anEmptyFolderGivesNothing() throws {
    let bench = try Bench()
    let path = bench.folder + "/vide"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(try bench.desk.importFiles([path]).files.isEmpty)
  }
}
