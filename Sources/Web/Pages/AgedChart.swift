import Claims
import Printing
import Quantities
import Reports

/// The aged balance drawn: one bar a band, with its amount and its share in words.
func agedChart(_ balance: AgedBalance, _ voice: Voice) -> Element {
  let bars =
    AgeingBucket.allCases.map { bucket in
      Bar(
        name: voice(bucket.french, bucket.english), amount: balance.totals[bucket],
        color: "b\(bucket.rawValue)")
    }
    + (balance.totals.unallocated.isZero
      ? []
      : [
        Bar(
          name: voice("Non imputé", "Unallocated"), amount: balance.totals.unallocated, color: "bc")
      ])
  let largest = bars.map(\.amount.magnitude).max() ?? .zero
  let owed = balance.totals.notDue + balance.totals.overdue
  let height = bars.count * 34 + 8
  return svg {
    svgTitle(voice("Balance âgée par tranche", "Aged balance by band"))
    desc(
      bars.map { "\($0.name): \(voice.money($0.amount, balance.currency))" }
        .joined(separator: "; "))
    for (place, bar) in bars.enumerated() {
      drawing(
        bar, at: place * 34 + 6, largest: largest,
        label: voice.money(bar.amount, balance.currency) + share(bar.amount, of: owed, voice))
    }
    line().attribute("x1", "110").attribute("x2", "110").attribute("y1", "0")
      .attribute("y2", "\(height)").class("base")
  }
  .attribute("viewBox", "0 0 820 \(height)").role("img").class("chart")
}

private struct Bar {
  let name: String
  let amount: Money
  let color: String
}

private func drawing(_ bar: Bar, at top: Int, largest: Money, label: String) -> HTML {
  let full = 470
  let width =
    largest.isZero
    ? 0
    : Int(
      Money(cents: Int64(full)).scaled(by: bar.amount.magnitude.cents, over: largest.cents).cents)
  return HTML {
    svgText(bar.name).attribute("x", "100").attribute("y", "\(top + 16)").class("tag")
      .attribute("text-anchor", "end")
    rect().attribute("x", "110").attribute("y", "\(top)").width(
      max(width, bar.amount.isZero ? 0 : 2)
    )
    .height(24).attribute("rx", "3").class(bar.color)
    svgText(label).attribute("x", "\(118 + width)").attribute("y", "\(top + 16)")
  }
}

/// ` · 42 %` of what is owed.
private func share(_ amount: Money, of owed: Money, _ voice: Voice) -> String {
  guard owed.isPositive, amount.isPositive else { return "" }
  let percent = Money(cents: 100).scaled(by: amount.cents, over: owed.cents).cents
  return voice(" · \(percent)\u{A0}%", " · \(percent)%")
}
