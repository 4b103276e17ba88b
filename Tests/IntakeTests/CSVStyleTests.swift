import Foundation
import Intake
import Ledger
import Quantities
import Testing

/// The same invoices, written in every way a program may write them.
@Suite struct CSVStyleTests {
  private struct Style {
    var delimiter: Character
    var end: String
    var encoding: Int
    var amount: (Money) -> String
    var date: (Day) -> String
    var quotesAll: Bool
  }

  private struct Row {
    let number: String
    let client: String
    let issue: Day
    let due: Day
    let gross: Money
  }

  @Test(arguments: 0..<60)
  func anyStyleReadsBack(_ round: Int) throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix(state: seed)
    let rows = (0..<40).map { number in
      let issue = Day(2026, 1, 1).adding(days: random.below(300))
      return Row(
        number: "F-\(number)", client: CSVStyleTests.name(&random), issue: issue,
        due: issue.adding(days: random.below(90)),
        gross: Money(cents: Int64(random.below(900_000_00)) + 1))
    }
    let style = CSVStyleTests.style(&random)
    let (_, reading) = try readTable(CSVStyleTests.written(rows, style))
    #expect(reading.rejections.isEmpty, "seed \(seed): \(reading.rejections.map(\.english))")
    let read = reading.drafts.map(line)
    let wanted = rows.map {
      "380 \($0.number) \($0.issue.iso) due \($0.due.iso) gross \($0.gross.decimal) "
        + "payable \($0.gross.decimal) EUR to \($0.client)"
    }
    #expect(read == wanted, "seed \(seed)")
  }

  private static func name(_ random: inout SplitMix) -> String {
    let names = [
      "Dupont", "Café de l'Été", "Müller & Fils", "A;B", "C,D", "E|F", "Dit \"le Grand\"",
      "Cœur €", "Deux\nlignes", "Ça va",
    ]
    return names[random.below(names.count)]
  }

  private static func style(_ random: inout SplitMix) -> Style {
    let amounts: [(Money) -> String] = [
      { $0.decimalComma }, { $0.decimal }, { $0.english }, { $0.french },
      { $0.french.replacingOccurrences(of: "\u{202F}", with: ".") + " €" },
      { $0.french.replacingOccurrences(of: "\u{202F}", with: "\u{A0}") },
    ]
    let dates: [(Day) -> String] = [
      { $0.iso }, { $0.french }, { $0.iso.replacingOccurrences(of: "-", with: "") },
      { day in
        let parts = day.french.split(separator: "/")
        return "\(parts[0])-\(parts[1])-\(parts[2].suffix(2))"
      },
      { day in
        let parts = day.french.split(separator: "/")
        return "\(parts[1])/\(parts[0])/\(parts[2])"
      },
      { $0.french + " 00:00:00" },
    ]
    let delimiters: [Character] = [";", ",", "\t", "|"]
    return Style(
      delimiter: delimiters[random.below(4)], end: ["\n", "\r\n", "\r"][random.below(3)],
      encoding: random.below(6), amount: amounts[random.below(amounts.count)],
      date: dates[random.below(dates.count)], quotesAll: random.below(3) == 0)
  }

  private static func written(_ rows: [Row], _ style: Style) -> [UInt8] {
    func cell(_ text: String) -> String {
      let isPlain = !text.contains { "\"\n\r".contains($0) || $0 == style.delimiter }
      if isPlain, !style.quotesAll { return text }
      return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
    let header = ["Numéro de facture", "Client", "Date d'émission", "Échéance", "Montant TTC"]
    let table =
      [header]
      + rows.map {
        [$0.number, $0.client, style.date($0.issue), style.date($0.due), style.amount($0.gross)]
      }
    let text =
      table.map { $0.map(cell).joined(separator: String(style.delimiter)) }
      .joined(separator: style.end) + style.end
    return encoded(text, style.encoding)
  }

  private static func encoded(_ text: String, _ encoding: Int) -> [UInt8] {
    switch encoding {
    case 0: return Array(text.utf8)
    case 1: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case 2: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case 3: return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    default:
      // The narrow no-break space has no byte in these: software writes the plain no-break space.
      let special: [Unicode.Scalar: UInt8] =
        encoding == 4
        ? ["€": 0x80, "œ": 0x9C, "\u{202F}": 0xA0] : ["€": 0xA4, "œ": 0xBD, "\u{202F}": 0xA0]
      return text.unicodeScalars.map { special[$0] ?? UInt8($0.value) }
    }
  }
}
