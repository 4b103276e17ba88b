import Behaviour
import Foundation
import Quantities

/// Invoices of a history with the payer of each: what the forecast learns from and is judged on.
struct PaymentHistory {
  private(set) var payers: [String: [PastPayment]] = [:]

  /// The public sample of late payments (`ibm-late-payments.csv`).
  init(sample path: String) throws {
    for row in try rows(of: path) {
      guard row.count > 8, let issued = Day(french: row[4]), let due = Day(french: row[5]) else {
        continue
      }
      payers[row[1], default: []].append(
        PastPayment(issued: issued, due: due, settled: Day(french: row[8])))
    }
  }

  /// A generated world with its truth: the last payment of each invoice that is settled.
  init(world folder: String) throws {
    let open = Set(try rows(of: folder + "/open_truth.csv").map { $0[0] })
    var settled: [String: Day] = [:]
    for row in try rows(of: folder + "/truth.csv") where row[3] != "contra" {
      guard let day = Day(iso: row[1]) else { continue }
      settled[row[7]] = max(settled[row[7]] ?? day, day)
    }
    for row in try rows(of: folder + "/invoices.csv") where row[1] == "FA" {
      guard let issued = Day(iso: row[8]), let due = Day(iso: row[9]) else { continue }
      payers[row[2], default: []].append(
        PastPayment(
          issued: issued, due: due, settled: open.contains(row[0]) ? nil : settled[row[0]]))
    }
  }
}

/// The fields of a file's rows, its heading left out. None of the files quotes a separator.
func rows(of path: String) throws -> [[String]] {
  try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
    .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
}

/// How far a way of foretelling lies from what came, and how well it tells late from on time.
private struct Judgement {
  var errors: [Double] = []
  var scores: [(score: Double, isLate: Bool)] = []

  mutating func add(_ days: Double, score: Double, came: Int) {
    errors.append(abs(days - Double(came)))
    scores.append((score, came > 0))
  }

  var meanAbsoluteError: Double { errors.reduce(0, +) / Double(max(1, errors.count)) }

  /// The chance that an invoice paid late had a higher score than one paid on time; even scores
  /// count half.
  var areaUnderCurve: Double {
    let sorted = scores.sorted { $0.score < $1.score }
    var (ranks, place) = (0.0, 0)
    while place < sorted.count {
      var end = place
      while end < sorted.count, sorted[end].score == sorted[place].score { end += 1 }
      let late = sorted[place..<end].count { $0.isLate }
      ranks += Double(late) * (Double(place + end) + 1) / 2
      place = end
    }
    let late = Double(scores.count { $0.isLate })
    let onTime = Double(scores.count) - late
    return (ranks - late * (late + 1) / 2) / max(1, late * onTime)
  }
}

/// Learns from what was known on a day, foretells the invoices issued after it, and compares with
/// what came.
func judgeForecast(_ history: PaymentHistory, split: Day, name: String) {
  let population = PaymentPopulation(knownOn: split, payers: Array(history.payers.values))
  let all = history.payers.values.joined().compactMap { $0.delay(knownOn: split) }
  var judgements = ["due date": Judgement(), "mean": Judgement(), "median": Judgement()]
  var ours = Judgement()
  var within = 0
  for payments in history.payers.values {
    let rhythm = PaymentRhythm(of: payments, among: population)
    let known = payments.compactMap { $0.delay(knownOn: split) }
    let (mean, median) = (known.mean ?? all.mean ?? 0, known.median ?? all.median ?? 0)
    for invoice in payments where invoice.issued > split {
      guard let settled = invoice.settled else { continue }
      let came = invoice.due.days(to: settled)
      judgements["due date"]?.add(0, score: 0, came: came)
      judgements["mean"]?.add(mean, score: mean, came: came)
      judgements["median"]?.add(median, score: median, came: came)
      let forecast = rhythm.forecast(due: invoice.due, unpaidOn: invoice.issued)
      let onTime = Double(forecast.chancePaid(by: invoice.due).partsPerMillion)
      let likely = forecast.likely.map { invoice.due.days(to: $0) } ?? 240
      ours.add(Double(likely), score: -onTime, came: came)
      if let first = forecast.earliest, let last = forecast.latest, first <= settled,
        settled <= last
      {
        within += 1
      }
    }
  }
  judgements["forecast"] = ours
  for (way, judgement) in judgements.sorted(by: { $0.key < $1.key }) {
    print(
      name, split.iso, judgement.errors.count, way,
      String(format: "%.2f", judgement.meanAbsoluteError),
      String(format: "%.4f", judgement.areaUnderCurve))
  }
  let share = Double(within) / Double(max(1, ours.errors.count))
  print(name, split.iso, "within the spread", String(format: "%.3f", share))
}

/// The time it takes to learn from a history and to foretell each of its invoices once.
func timeForecast(_ history: PaymentHistory, knownOn day: Day) {
  let payers = Array(history.payers.values)
  measure("forecast") {
    let population = PaymentPopulation(knownOn: day, payers: payers)
    var foretold = 0
    for payments in payers {
      let rhythm = PaymentRhythm(of: payments, among: population)
      for invoice in payments
      where rhythm.forecast(due: invoice.due, unpaidOn: invoice.issued).likely != nil {
        foretold += 1
      }
    }
    return foretold
  }
}

extension PastPayment {
  fileprivate func delay(knownOn day: Day) -> Double? {
    guard let settled, settled <= day else { return nil }
    return Double(due.days(to: settled))
  }
}

extension [Double] {
  fileprivate var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }
  fileprivate var median: Double? {
    guard !isEmpty else { return nil }
    let values = sorted()
    return (values[(count - 1) / 2] + values[count / 2]) / 2
  }
}
