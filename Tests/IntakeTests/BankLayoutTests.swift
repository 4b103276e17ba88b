import Foundation
import Intake
import Ledger
import Quantities
import Testing

/// A small sample of each bank's export, as its customers download it; all names are invented.
struct BankLayout: Sendable, CustomTestStringConvertible {
  let bank: String
  /// What the columns are taken for.
  let columns: String
  let text: String

  var testDescription: String { bank }
}

@Suite struct BankLayoutTests {
  /// The same five movements in every layout: +1 200,00, -45,90, -350,00, +86,40 and -12,50.
  @Test(arguments: BankLayouts.all)
  func theColumnsAreFound(_ layout: BankLayout) throws {
    var read: TableReadAs?
    let (format, reading) = try readTable(Array(layout.text.utf8)) { read = $0 }
    #expect(format == .csvStatement)
    #expect(reading.rejections.isEmpty, "\(reading.rejections.map(\.french))")
    #expect(read?.columns?.text == layout.columns)
    let lines = reading.drafts.compactMap { draft in
      if case .bankLine(let line) = draft { line } else { nil }
    }
    let amounts = lines.map(\.amount.decimal).sorted()
    #expect(amounts == ["-12.50", "-350.00", "-45.90", "1200.00", "86.40"])
    #expect(lines.map(\.booked.iso).sorted().first == "2026-11-02")
    #expect(lines.map(\.booked.iso).sorted().last == "2026-11-06")
    #expect(lines.contains { $0.text.contains("DUPONT FA-2026-014") })
    #expect(lines.allSatisfy { !$0.text.isEmpty })
  }

  /// What is written in other characters, with other separators and line ends, reads the same.
  @Test(arguments: BankLayouts.all)
  func theWayItIsWrittenChangesNothing(_ layout: BankLayout) throws {
    let wanted = try printed(layout.text).split(separator: "\n").filter { $0.hasPrefix("bank ") }
    let text = layout.text
    let single = text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : UInt8(ascii: "?") }
    let ways: [[UInt8]] = [
      [0xEF, 0xBB, 0xBF] + Array(text.utf8), single,
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      Array(text.replacingOccurrences(of: "\n", with: "\r\n").utf8),
    ]
    for bytes in ways {
      let read = try printed(bytes).replacingOccurrences(of: "\r\n", with: "\n")
      #expect(read.split(separator: "\n").filter { $0.hasPrefix("bank ") } == wanted)
    }
  }

  /// The layout of a bank is the same from month to month, and no other bank's.
  @Test func layoutsAreToldApart() throws {
    var seen: [String: String] = [:]
    for layout in BankLayouts.all {
      var key = ""
      _ = try readTable(Array(layout.text.utf8)) { key = $0.layout }
      let next = layout.text.replacingOccurrences(of: "2026", with: "2027")
      _ = try readTable(Array(next.utf8)) { #expect($0.layout == key) }
      #expect(seen.updateValue(layout.bank, forKey: key) == nil, "\(layout.bank): \(key)")
    }
  }
}
