import Correspondence
import Foundation
import Intake
import Ledger
import Office
import Quantities
import Store
import Testing

/// Weeks of a firm whose people forget, whose server fails and whose program is run twice or not at
/// all: what must hold of each message that left.
@Suite(.enabled(if: TestServer.isHere, "no aiosmtpd: scripts/setup --tests"))
struct RandomDaysTests {
  private static let names =
    ["alpha", "bravo", "grey", "cutafter", "cutafter-lost", "refused"]
    + (0..<6).map { "client\($0)" }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func eachMessageIsOfTheDayItLeaves(seed: UInt64) throws {
    var draw = Seeded(seed)
    let firm = try RewritingBench(
      RandomDaysTests.names.map { ($0, Day(2026, 11, Int.random(in: 1...25, using: &draw))) })
    var day = firm.bench.today
    while day <= Day(2026, 12, 23) {
      if day != firm.bench.today { try firm.begin(day) }
      try live(firm, &draw)
      day = BankCalendar.france.onOrAfter(day.nextDay)
    }
    try prove(firm, seed)
  }

  /// A day: runs, words of people, letters by hand, and sending that may fail.
  private func live(_ firm: RewritingBench, _ draw: inout Seeded) throws {
    func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &draw) < percent }
    let desk = firm.bench.desk
    if happens(70) { _ = try desk.dunningRun() }
    for number in try firm.waiting() {
      if happens(40) {
        try desk.approve([number])
      } else if happens(5) {
        try desk.cancel(number, because: "au hasard")
      }
    }
    if happens(15), let name = RandomDaysTests.names.randomElement(using: &draw) {
      let customer = try firm.bench.customer(name)
      let letters = { try desk.queueLetter(.reminder, to: customer, by: .email, in: .init()) }
      if try firm.reminders(of: name).allSatisfy({ $0.days(to: firm.bench.today) >= 7 }) {
        _ = try? letters()
      }
    }
    try firm.setServer(down: happens(25))
    try firm.use(port: firm.server.port, mostAnHour: happens(30) ? 2 : 1_000)
    if happens(80) { try firm.send() }
    if happens(20) { try firm.bench.fresh().dunningRun().check() }
    if happens(30) { try firm.send(minute: 16 * 60) }
    for kept in try firm.messages([.doubtful]) where happens(60) {
      let arrived = firm.server.inbox.contains { $0.contains("<M\(kept.number.raw).t0ken") }
      if arrived { try desk.confirmSent(kept.number) } else { try desk.sendAgain(kept.number) }
    }
  }

  private func prove(_ firm: RewritingBench, _ seed: UInt64) throws {
    let inbox = firm.server.inbox
    var days: [CustomerID: [Day]] = [:]
    let sent = try firm.messages().filter { kept in
      inbox.contains { $0.contains("Message-ID: <M\(kept.number.raw).t0ken") }
    }.sorted { $0.number < $1.number }
    #expect(sent.count > 10, "seed \(seed)")
    #expect(sent.count == inbox.count, "seed \(seed): a message twice")
    for kept in sent {
      let day = try #require(try firm.left(kept.number), "seed \(seed): \(kept.number)")
      #expect(day == kept.queued, "seed \(seed): \(kept.number) left on \(day.iso)")
      let earlier = days[kept.customer, default: []]
      if let last = earlier.last {
        #expect(last.days(to: day) >= 7, "seed \(seed): \(kept.message.recipient) \(day.iso)")
      }
      for other in 1...60 {
        let quoted = Day(2026, 11, 1).adding(days: other)
        guard kept.message.typed.contains("message du \(quoted.typed)") else { continue }
        #expect(earlier.contains(quoted), "seed \(seed): \(kept.number) quotes \(quoted.iso)")
      }
      days[kept.customer, default: []].append(day)
    }
    #expect(sent.contains { $0.message.typed.contains("notre message du ") }, "seed \(seed)")
    let known = Set(sent.map(\.number.raw))
    for mail in inbox {
      for part in mail.split(separator: "<M").dropFirst() {
        let number = Int64(part.prefix { $0.isNumber }) ?? 0
        #expect(known.contains(number), "seed \(seed): follows M\(number), that never left")
      }
    }
    #expect(try firm.bench.desk.verify().isSound, "seed \(seed)")
  }
}

extension DunningReport {
  fileprivate func check() { #expect(automatic == 0) }
}
