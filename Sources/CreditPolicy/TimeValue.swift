import Quantities

/// What it is worth to a firm to have money sooner from this payer: the cost of its own money, and
/// the payer's chance of default spread evenly over the days of credit.
///
/// Both grow with the amount and with the days, so that two offers are worth the same when they
/// have the same cent-days: 1 000 € thirty days sooner is worth 500 € sixty days sooner.
struct TimeValue {
  let costOfMoney: Rate
  let chance: Rate
  /// The days of credit over which the chance is spread: from the order to the usual receipt.
  let horizonInDays: Int

  init(costOfMoney: Rate, chance: Rate, horizonInDays: Int) {
    self.costOfMoney = costOfMoney
    self.chance = chance
    self.horizonInDays = max(1, horizonInDays)
  }

  /// The expected loss avoided on an amount that is at risk for some days fewer.
  func risk(of amount: Money, days: Int) -> Money {
    amount.scaled(
      by: chance.partsPerMillion * Int64(days), over: 1_000_000 * Int64(horizonInDays))
  }

  /// What one cent a day sooner is worth, over `whole`.
  private var perCentDay: Int128 {
    Int128(costOfMoney.partsPerMillion) * Int128(horizonInDays)
      + 365 * Int128(chance.partsPerMillion)
  }
  private var whole: Int128 { 365_000_000 * Int128(horizonInDays) }

  /// What some cent-days and a surcharge received after some days are worth together, rounded once.
  func worth(centDays: Int128, surcharge: Money = .zero, after days: Int = 0) -> Money {
    let kept = whole - Int128(days) * perCentDay
    let exact = centDays * perCentDay + Int128(surcharge.cents) * kept
    return Money(cents: Int64((2 * exact + whole) / (2 * whole)))
  }

  /// The surcharge, received after some days, that is worth some cent-days; nil when half of it or
  /// more would be lost in waiting and risk: then no surcharge is a fair answer.
  func surcharge(worthCentDays centDays: Int128, after days: Int) -> Money? {
    let kept = whole - Int128(days) * perCentDay
    guard kept * 2 > whole else { return nil }
    return Money(cents: Int64((2 * centDays * perCentDay + kept) / (2 * kept)))
  }
}
