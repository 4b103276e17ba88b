import Behaviour
import Foundation
import Quantities
import Testing

/// On the public sample the forecast lies nearer to what came than the payer's own past average.
@Suite struct ForecastSampleTests {
  static let sample = "../shared/samples/payments/ibm-late-payments.csv"

  private func payers() throws -> [String: [PastPayment]] {
    var payers: [String: [PastPayment]] = [:]
    let text = try String(contentsOfFile: ForecastSampleTests.sample, encoding: .utf8)
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let row = line.split(separator: ",", omittingEmptySubsequences: false)
      let issued = try #require(Day(french: row[4]))
      let due = try #require(Day(french: row[5]))
      payers[String(row[1]), default: []].append(
        PastPayment(issued: issued, due: due, settled: Day(french: row[8])))
    }
    return payers
  }

  private struct Foretold {
    let late: Int
    let average: Double
    let likely: Int
    let chanceLate: Double
  }

  /// The invoices issued after the day, foretold by what was known on it.
  private func foretold(after split: Day) throws -> [Foretold] {
    let payers = try payers()
    let population = PaymentPopulation(knownOn: split, payers: Array(payers.values))
    func delays(_ payments: [PastPayment]) -> [Double] {
      payments.filter { $0.settled.map { $0 <= split } ?? false }
        .map { Double($0.delayInDays(on: split)) }
    }
    let all = delays(payers.values.flatMap(\.self))
    return payers.values.flatMap { payments -> [Foretold] in
      let rhythm = PaymentRhythm(of: payments, among: population)
      let own = delays(payments)
      let average = own.isEmpty ? all.average : own.average
      return payments.filter { $0.issued > split }.compactMap { invoice -> Foretold? in
        let forecast = rhythm.forecast(due: invoice.due, unpaidOn: invoice.issued)
        guard let settled = invoice.settled, let likely = forecast.likely else { return nil }
        return Foretold(
          late: invoice.due.days(to: settled), average: average,
          likely: invoice.due.days(to: likely),
          chanceLate: 1 - Double(forecast.chancePaid(by: invoice.due).partsPerMillion) / 1e6)
      }
    }
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: sample), "../shared/samples is not here"),
    arguments: [Day(2012, 8, 1), Day(2012, 10, 1), Day(2012, 12, 31), Day(2013, 3, 1)])
  func nearerThanTheOwnPastAverage(split: Day) throws {
    let foretold = try foretold(after: split)
    #expect(foretold.count > 300)
    let ours = foretold.map { abs(Double($0.likely - $0.late)) }.average
    let average = foretold.map { abs($0.average - Double($0.late)) }.average
    #expect(ours < average, "\(split.iso): \(ours) days against \(average)")
  }

  /// Late means paid after the due date; over the four days taken together.
  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: sample), "../shared/samples is not here"))
  func tellsLateFromOnTimeBetter() throws {
    let days = [Day(2012, 8, 1), Day(2012, 10, 1), Day(2012, 12, 31), Day(2013, 3, 1)]
    let areas = try days.map { day in
      let foretold = try foretold(after: day)
      return (
        ours: area(foretold.map { ($0.chanceLate, $0.late > 0) }),
        average: area(foretold.map { ($0.average, $0.late > 0) })
      )
    }
    #expect(areas.map(\.ours).average > areas.map(\.average).average, "\(areas)")
  }

  /// The chance that a late invoice has the higher score, even ones counting half.
  private func area(_ scores: [(score: Double, isLate: Bool)]) -> Double {
    let (late, onTime) = (scores.filter(\.isLate), scores.filter { !$0.isLate })
    var sum = 0.0
    for one in late {
      for other in onTime {
        sum += one.score > other.score ? 1 : one.score == other.score ? 0.5 : 0
      }
    }
    return sum / Double(late.count * onTime.count)
  }
}

extension [Double] {
  fileprivate var average: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
}
