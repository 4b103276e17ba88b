import Foundation
import Quantities

/// The measures that `make bench` takes inside the program; the script beside it takes the others
/// and prints the ratios. Each prints a line: name, wall seconds, CPU seconds, peak MB, count.
@main
struct Bench {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let rest = Array(arguments.dropFirst())
    switch arguments.first {
    case "read": try readFile(rest[0])
    case "matching": try applyMoney(ofWorld: rest[0])
    case "bare-insert": try insertBare(rest[0], into: rest[1])
    case "daily": try runDay(rest[0])
    case "aged": try age(rest[0], on: rest.count > 1 ? rest[1] : nil)
    case "letters": try writeLetters(Int(rest[0]) ?? 1_000)
    case "forecast-sample", "forecast-world", "forecast-speed":
      try forecast(arguments.first ?? "", rest)
    default:
      print(
        "usage: bench read FILE | matching WORLD | bare-insert CSV DB | daily BOOK"
          + " | aged BOOK [DAY] | letters N"
          + " | forecast-sample CSV DAY | forecast-world DIR DAY | forecast-speed DIR DAY")
      exit(64)
    }
  }
}

/// The forecast of payment days against what came, learnt from what was known on a day.
private func forecast(_ what: String, _ rest: [String]) throws {
  guard rest.count == 2, let day = Day(iso: rest[1]) else { exit(64) }
  switch what {
  case "forecast-sample":
    judgeForecast(try PaymentHistory(sample: rest[0]), split: day, name: "sample")
  case "forecast-world":
    judgeForecast(try PaymentHistory(world: rest[0]), split: day, name: "world")
  default: timeForecast(try PaymentHistory(world: rest[0]), knownOn: day)
  }
}

/// Takes the time of a body, on the wall and on the processors.
func measure(_ name: String, _ body: () throws -> Int) rethrows {
  let (wall, cpu) = (clock(CLOCK_MONOTONIC), clock(CLOCK_PROCESS_CPUTIME_ID))
  let count = try body()
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  print(
    name, String(format: "%.4f", clock(CLOCK_MONOTONIC) - wall),
    String(format: "%.4f", clock(CLOCK_PROCESS_CPUTIME_ID) - cpu), usage.ru_maxrss / 1024, count)
}

private func clock(_ kind: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(kind, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
