import Ledger
import Quantities

/// The language a page speaks. Each sentence stands in both languages where it is said:
/// `voice("Encours", "Outstanding")`.
struct Voice: Sendable, Hashable {
  let language: Customer.Language

  static let french = Voice(language: .french)
  static let english = Voice(language: .english)

  var isFrench: Bool { language == .french }

  func callAsFunction(_ french: String, _ english: String) -> String {
    isFrench ? french : english
  }

  /// `1 234,56 €` or `€1,234.56`.
  func money(_ amount: Money, _ currency: Currency = .eur) -> String {
    isFrench ? amount.french(in: currency) : amount.english(in: currency)
  }

  /// An amount as it stands in a field to be changed: `1 234,56` or `1,234.56`; empty for zero.
  func typed(_ amount: Money) -> String {
    amount.isZero ? "" : isFrench ? amount.french : amount.english
  }

  /// Amounts of several currencies, which are never added: `12,00 € · 5,00 USD`.
  func money(_ amounts: [Currency: Money]) -> String {
    let parts = amounts.sorted {
      ($0.key.isEuro ? "" : $0.key.code) < ($1.key.isEuro ? "" : $1.key.code)
    }
    return parts.isEmpty
      ? money(.zero) : parts.map { money($0.value, $0.key) }.joined(separator: " · ")
  }

  /// Why an allocation was made, in the reader's language.
  func reason(_ stored: String) -> String {
    isFrench ? ReasonText.french(stored) : ReasonText.english(stored)
  }

  /// `23/11/2026` or `23 Nov 2026`.
  func day(_ day: Day) -> String {
    guard !isFrench else { return day.french }
    let (year, month, dayOfMonth) = day.parts
    return "\(dayOfMonth)\u{A0}\(Voice.months[month - 1])\u{A0}\(year)"
  }

  /// `lundi 23 novembre 2026` or `Monday 23 November 2026`.
  func longDay(_ day: Day) -> String {
    let names = isFrench ? Voice.frenchDays : Voice.englishDays
    return names[day.weekday - 1] + " " + (isFrench ? day.frenchLong : day.englishLong)
  }

  /// `1 234` or `1,234`.
  func count(_ number: Int) -> String {
    let digits = String(abs(number))
    var text = number < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += isFrench ? "\u{202F}" : "," }
      text.append(digit)
    }
    return text
  }

  /// A number with its noun: `1 client`, `12 clients`; zero is singular in French only.
  func count(_ number: Int, _ french: (one: String, many: String), _ english: (String, String))
    -> String
  {
    let word =
      isFrench
      ? (number < 2 ? french.one : french.many)
      : (number == 1 ? english.0 : english.1)
    return count(number) + "\u{A0}" + word
  }

  /// `12 j` or `12 d`, for narrow columns.
  func days(_ number: Int) -> String {
    count(number, ("jour", "jours"), ("day", "days"))
  }

  /// `12,15 %` or `12.15%`.
  func rate(_ rate: Rate) -> String { isFrench ? rate.french : rate.percent + "%" }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let frenchDays = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
  ]
  private static let englishDays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}
