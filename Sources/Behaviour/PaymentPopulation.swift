public import Quantities

/// What all payers together teach about when invoices are paid: what is supposed of one of them
/// as far as its own history tells too little.
///
/// Made from what was known on a day, and nothing later.
public struct PaymentPopulation: Sendable {
  public let knownOn: Day
  let calendar: PaymentCalendar
  /// The delays of all.
  private(set) var delays = DelayCurve()
  /// How far an invoice lies from its payer's own middle.
  private(set) var residuals = DelayCurve()
  private(set) var middle = 0
  /// The usual distance from the payer's middle, in days.
  private(set) var spread: Float = 5
  /// How many days later than its payer's middle an invoice due in a month is paid (1…12).
  private(set) var monthShifts = [Int](repeating: 0, count: 13)
  /// By how much all payers drift later, in days a day.
  private(set) var drift: Float = 0
  private(set) var shares = DayTaste.Shares.even
  private(set) var exposure: [Float] = []
  let recency: Recency

  public init(knownOn day: Day, payers: [[PastPayment]]) {
    knownOn = day
    recency = Recency(to: day)
    let known = payers.map { $0.map { $0.known(on: day) } }
    let first = known.joined().lazy.map(\.issued).min() ?? day
    calendar = PaymentCalendar(from: first.adding(days: -90), through: day.adding(days: 800))
    learnDelays(known)
    learnMonths(known)
    learnResiduals(known)
    learnDays(known)
  }

  private mutating func learnDelays(_ payers: [[PastPayment]]) {
    var settled: [(delay: Int, weight: Float)] = []
    var open: [Int] = []
    for payment in payers.joined() {
      if payment.settled == nil {
        open.append(payment.delayInDays(on: knownOn))
      } else {
        settled.append((payment.delayInDays(on: knownOn), 1))
      }
    }
    for (delay, _) in settled { delays.add(delay, weight: 1, halfWidth: 5) }
    delays.addOpen(afterDelays: open.filter { $0 > DelayCurve.latest })
    middle = weightedMedian(settled)
  }

  /// People pay later in August and in December: learned, not supposed.
  private mutating func learnMonths(_ payers: [[PastPayment]]) {
    var sums = [Float](repeating: 0, count: 13)
    var counts = [Float](repeating: 0, count: 13)
    for payments in payers {
      let settled = payments.filter { $0.settled != nil }
      guard settled.count >= 4 else { continue }
      let middle = weightedMedian(settled.map { ($0.delayInDays(on: knownOn), 1) })
      for payment in settled {
        let rest = max(-30, min(30, payment.delayInDays(on: knownOn) - middle))
        sums[payment.due.month] += Float(rest)
        counts[payment.due.month] += 1
      }
    }
    let all = counts.reduce(0, +)
    guard all > 0 else { return }
    let average = sums.reduce(0, +) / all
    for month in 1...12 where counts[month] > 0 {
      let own = sums[month] / counts[month] - average
      monthShifts[month] = Int((own * counts[month] / (counts[month] + 200)).rounded())
    }
  }

  private mutating func learnResiduals(_ payers: [[PastPayment]]) {
    var (distance, count): (Float, Float) = (0, 0)
    var (moments, products): (Float, Float) = (0, 0)
    for payments in payers {
      let settled = payments.filter { $0.settled != nil }
      guard settled.count >= 5 else { continue }
      let centre = centre(of: settled)
      for payment in settled {
        let rest = delay(of: payment) - centre
        residuals.add(rest, weight: min(20 / Float(settled.count), 1), halfWidth: 4)
        distance += Float(min(abs(rest), 60))
        count += 1
      }
      let slope = slope(settled.filter { $0.due.days(to: knownOn) >= 60 }, centre)
      moments += slope.moments
      products += slope.products
    }
    if count > 0 { spread = max(1, 1.25 * distance / count) }
    if residuals.sum == 0 { residuals.add(0, weight: 1, halfWidth: 8) }
    // Sixty payers' worth of a year without any drift is supposed.
    drift = products / (moments + 60 * 365 * 365)
  }

  /// Due dates against delays, both from their middle: only invoices old enough to be all known.
  private func slope(
    _ payments: [PastPayment], _ centre: Int
  ) -> (moments: Float, products: Float) {
    guard payments.count >= 4 else { return (0, 0) }
    let ages = payments.map { Float(-$0.due.days(to: knownOn)) }
    let mean = ages.reduce(0, +) / Float(ages.count)
    var (moments, products): (Float, Float) = (0, 0)
    for (age, payment) in zip(ages, payments) {
      moments += (age - mean) * (age - mean)
      products += (age - mean) * Float(max(-30, min(30, delay(of: payment) - centre)))
    }
    return (moments, products)
  }

  private mutating func learnDays(_ payers: [[PastPayment]]) {
    let settled = payers.joined().compactMap(\.settled)
    guard let first = settled.min() else { return }
    exposure = calendar.exposure(from: first, through: knownOn)
    var places = [Float](repeating: 0, count: PaymentCalendar.placeCount)
    for (cell, days) in exposure.enumerated() { places[cell % places.count] += days }
    let all = places.reduce(0, +)
    let even = DayTaste.Shares(weekdays: shares.weekdays, places: places.map { $0 / all })
    shares = DayTaste.shares(
      of: settled.map { (calendar.cell(of: $0), 1) }, prior: even, weight: 20)
  }

  /// A settled invoice's delay with the season taken off.
  func delay(of payment: PastPayment) -> Int {
    payment.delayInDays(on: knownOn) - monthShifts[payment.due.month]
  }

  /// The middle of a payer's delays, the recent ones weighing more, drawn a little to all payers'.
  func centre(of settled: [PastPayment]) -> Int {
    let weighed = settled.map { (delay: delay(of: $0), weight: recency.weight(of: $0)) }
    let weight = weighed.reduce(0) { $0 + $1.weight }
    let own = Float(weightedMedian(weighed)) * weight + Float(middle)
    return Int((own / (weight + 1)).rounded())
  }
}

/// What happened nine months ago weighs half of what happens today.
struct Recency: Sendable {
  private let day: Day
  private let weights: [Float]

  init(to day: Day) {
    self.day = day
    // Two to the power of minus one two hundred and seventieth.
    let aDay: Float = 0.997_436_1
    var weights: [Float] = [1]
    for _ in 1..<3_000 { weights.append(weights[weights.count - 1] * aDay) }
    self.weights = weights
  }

  func weight(of payment: PastPayment) -> Float {
    let age = (payment.settled ?? payment.due).days(to: day)
    return weights[max(0, min(weights.count - 1, age))]
  }
}

extension PastPayment {
  /// The invoice as it was known at the end of a day.
  func known(on day: Day) -> PastPayment {
    guard let settled, settled > day else { return self }
    return PastPayment(issued: issued, due: due, settled: nil)
  }
}
