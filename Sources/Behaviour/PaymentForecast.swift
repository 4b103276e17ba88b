public import Quantities

/// When a customer pays as a rule, as its own history tells, and all payers' where it tells little.
public struct PaymentRhythm: Sendable {
  private let delays: DelayCurve
  private let factors: [Float]
  private let calendar: PaymentCalendar
  private let monthShifts: [Int]
  private let drift: Float
  /// The middle of the due dates that the history speaks of.
  private let reference: Day

  /// How much the residuals of all payers weigh, in invoices of the customer's own.
  static let residualWeight: Float = 4
  /// How much the delays of all payers weigh beside them.
  static let populationWeight: Float = 1.2
  /// What is supposed of pay days, in payments.
  static let dayWeight: Float = 20

  /// The rhythm of one payer; all payers' own where `payments` is empty.
  public init(of payments: [PastPayment], among population: PaymentPopulation) {
    let known = payments.filter { $0.issued <= population.knownOn }
      .map { $0.known(on: population.knownOn) }
    let settled = known.filter { $0.settled != nil }
    let weights = settled.map { population.recency.weight(of: $0) }
    let open = known.filter { $0.settled == nil }
    var curve = PaymentRhythm.curve(settled, weights, among: population)
    curve.addOpen(afterDelays: open.map { $0.delayInDays(on: population.knownOn) })
    delays = curve
    factors = PaymentRhythm.factors(settled, weights, among: population)
    calendar = population.calendar
    monthShifts = population.monthShifts
    drift = settled.isEmpty ? 0 : population.drift
    let weight = weights.reduce(0, +)
    let ages = zip(settled, weights).reduce(Float(0)) {
      $0 + Float($1.0.due.days(to: population.knownOn)) * $1.1
    }
    reference = population.knownOn.adding(days: weight > 0 ? -Int(ages / weight) : 0)
  }

  /// The payer's own delays, with some of all payers' around its middle and some of all payers'.
  private static func curve(
    _ settled: [PastPayment], _ weights: [Float], among population: PaymentPopulation
  ) -> DelayCurve {
    var curve = DelayCurve()
    guard !settled.isEmpty else {
      curve.add(population.delays, weight: 1)
      return curve
    }
    let centre = population.centre(of: settled)
    let halfWidth = halfWidth(settled, around: centre, population)
    for (payment, weight) in zip(settled, weights) {
      curve.add(population.delay(of: payment), weight: weight, halfWidth: halfWidth)
    }
    curve.add(population.residuals, movedBy: centre, weight: residualWeight)
    let isThin = weights.reduce(0, +) < 3
    curve.add(population.delays, weight: isThin ? residualWeight : populationWeight)
    return curve
  }

  /// How much likelier than on others the payer pays on each kind of day.
  private static func factors(
    _ settled: [PastPayment], _ weights: [Float], among population: PaymentPopulation
  ) -> [Float] {
    guard !population.exposure.isEmpty else {
      return [Float](repeating: 1, count: PaymentCalendar.cellCount)
    }
    let seen = zip(settled, weights).map { payment, weight in
      (cell: population.calendar.cell(of: payment.settled ?? payment.due), weight: weight)
    }
    let shares = DayTaste.shares(of: seen, prior: population.shares, weight: dayWeight)
    return DayTaste(shares, exposure: population.exposure).factors
  }

  /// Few and scattered delays are smoothed wide, many and regular ones hardly.
  private static func halfWidth(
    _ settled: [PastPayment], around centre: Int, _ population: PaymentPopulation
  ) -> Int {
    let count = Float(settled.count)
    let distance = settled.reduce(Float(0)) {
      $0 + Float(min(60, abs(population.delay(of: $1) - centre)))
    }
    let spread = (1.25 * distance + population.spread * 4) / (count + 4)
    let deviation = spread / count.squareRoot().squareRoot()
    return max(2, min(30, Int((3.2 * deviation).rounded())))
  }

  /// When an invoice will be paid that was not by the end of a day.
  public func forecast(due: Day, unpaidOn day: Day) -> PaymentForecast {
    let drifted = max(-10, min(10, drift * Float(reference.days(to: due))))
    let shift = monthShifts[due.month] + Int(drifted.rounded())
    let first = due.adding(days: DelayCurve.earliest)
    let skipped = max(0, first.days(to: day) + 1)
    let cell = calendar.first.days(to: first)
    var sum: Float = 0
    let cumulative = [Float](unsafeUninitializedCapacity: DelayCurve.count) { buffer, count in
      delays.weights.withUnsafeBufferPointer { weights in
        factors.withUnsafeBufferPointer { factors in
          calendar.cells.withUnsafeBufferPointer { cells in
            for place in 0..<DelayCurve.beyond {
              let from = place - shift
              if place >= skipped, from >= 0, from < DelayCurve.beyond {
                let known = max(0, min(cells.count - 1, cell + place))
                sum += weights[from] * factors[Int(cells[known])]
              }
              buffer[place] = sum
            }
            sum += weights[DelayCurve.beyond]
            buffer[DelayCurve.beyond] = sum
          }
        }
      }
      count = DelayCurve.count
    }
    return PaymentForecast(first: first, cumulative: cumulative)
  }
}

/// The day an invoice will likely be paid, without any reminder, and how sure that is.
public struct PaymentForecast: Sendable {
  private let first: Day
  /// The weight of a payment by each day from the first; the last place holds "later, or never".
  private let cumulative: [Float]

  init(first: Day, cumulative: [Float]) {
    self.first = first
    self.cumulative = cumulative
  }

  /// The day by which the chance is even; nil when it likely comes later than anything seen.
  public var likely: Day? { day(reaching: 0.5) }
  /// One payment in ten comes by this day or before it.
  public var earliest: Day? { day(reaching: 0.1) }
  /// Nine payments in ten have come by this day.
  public var latest: Day? { day(reaching: 0.9) }

  /// The last day that the forecast speaks of.
  public var horizon: Day { first.adding(days: cumulative.count - 2) }
  /// The chance that it is paid by then.
  public var chanceEver: Rate { chancePaid(by: horizon) }

  /// The chance that it is paid by the end of a day.
  public func chancePaid(by day: Day) -> Rate {
    let all = cumulative[cumulative.count - 1]
    let place = first.days(to: day)
    guard all > 0, place >= 0 else { return Rate(partsPerMillion: 0) }
    let by = cumulative[min(place, cumulative.count - 2)]
    return Rate(partsPerMillion: Int64((by / all * 1_000_000).rounded()))
  }

  private func day(reaching share: Float) -> Day? {
    let wanted = cumulative[cumulative.count - 1] * share
    guard wanted > 0 else { return nil }
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] >= wanted { high = middle } else { low = middle + 1 }
    }
    return low == cumulative.count - 1 ? nil : first.adding(days: low)
  }
}
