import Claims
import Printing
import Quantities
import Reports

/// The aged balance drawn: one bar a band, with its amount and its share in words beside it.
func agedChart(_ balance: AgedBalance, _ voice: Voice) -> Element {
  var bars = AgeingBucket.allCases.map { bucket in
    Bar(
      name: voice(bucket.french, bucket.english), amount: balance.totals[bucket],
      color: "b\(bucket.rawValue)")
  }
  if !balance.totals.unallocated.isZero {
    bars.append(
      Bar(
        name: voice("Non imputé", "Unallocated"), amount: balance.totals.unallocated, color: "bc"))
  }
  let largest = bars.map(\.amount.magnitude).max() ?? .zero
  let owed = balance.totals.notDue + balance.totals.overdue
  return ul {
    for bar in bars {
      li {
        span(bar.name).class("name")
        drawing(bar, largest)
        span(voice.money(bar.amount, balance.currency) + share(bar.amount, of: owed, voice))
          .class("value")
      }
    }
  }.class("bars").aria("label", voice("Balance âgée par tranche", "Aged balance by band"))
}

private struct Bar {
  let name: String
  let amount: Money
  let color: String
}

/// The bar alone: it is as wide as there is room, and the words beside it say what it shows.
private func drawing(_ bar: Bar, _ largest: Money) -> Element {
  let thousandths =
    largest.isZero
    ? 0 : Money(cents: 1000).scaled(by: bar.amount.magnitude.cents, over: largest.cents).cents
  return svg {
    rect().width(bar.amount.isZero ? 0 : max(4, Int(thousandths))).height(10).class(bar.color)
  }
  .attribute("viewBox", "0 0 1000 10").attribute("preserveAspectRatio", "none")
  .aria("hidden", "true")
}

/// ` · 42 %` of what is owed.
private func share(_ amount: Money, of owed: Money, _ voice: Voice) -> String {
  guard owed.isPositive, amount.isPositive else { return "" }
  let percent = Money(cents: 100).scaled(by: amount.cents, over: owed.cents).cents
  return voice(" · \(percent)\u{A0}%", " · \(percent)%")
}
