import Foundation

/// The measures that `make bench` takes inside the program; the script beside it takes the others
/// and prints the ratios. Each prints one line: name, wall seconds, CPU seconds, peak MB, count.
@main
struct Bench {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let rest = Array(arguments.dropFirst())
    switch arguments.first {
    case "camt": try readStatement(rest[0])
    case "bare-insert": try insertBare(rest[0], into: rest[1])
    case "daily": try runDay(rest[0])
    case "aged": try age(rest[0], on: rest.count > 1 ? rest[1] : nil)
    case "letters": try writeLetters(Int(rest[0]) ?? 1_000)
    default:
      print(
        "usage: bench camt FILE | bare-insert CSV DB | daily BOOK | aged BOOK [DAY] | letters N")
      exit(64)
    }
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
