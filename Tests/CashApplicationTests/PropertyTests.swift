import CashApplication
import Ledger
import Quantities
import Testing

/// SplitMix64: the same seed gives the same world.
struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }
}

@Suite("What must hold for any lines")
struct PropertyTests {
  static let seeds: [UInt64] = (1...40).map { $0 * 7_919 }

  /// Few amounts and near numbers, so that explanations collide as often as they can.
  static func world(_ seed: UInt64) -> Desk {
    var dice = Dice(state: seed)
    var desk = Desk()
    let customers = [Desk.dupont, Desk.tilleul, Desk.north, Desk.south]
    let names = ["MENUISERIE DUPONT FILS", "", "ALTIS NORD", "GROUPE ALTIS", "INCONNU SARL"]
    for count in 0..<Int.random(in: 5...40, using: &dice) {
      let amount =
        Int.random(in: 0..<3, using: &dice) == 0 ? "120.00" : "\(count * 17 + 3).1\(count % 10)"
      let isCredit = Int.random(in: 0..<8, using: &dice) == 0
      desk.owes(
        "FA-2026-\(10_000 + count)", customers.randomElement(using: &dice)!,
        (isCredit ? "-" : "") + amount, issued: (1 + count % 3, 1 + count % 27))
    }
    for _ in 0..<Int.random(in: 5...40, using: &dice) {
      let some = desk.documents.shuffled(using: &dice).prefix(Int.random(in: 1...3, using: &dice))
      var cents = some.map(\.open).sum().cents
      if Int.random(in: 0..<4, using: &dice) == 0 { cents -= 1_500 }
      if Int.random(in: 0..<9, using: &dice) == 0 { cents = -cents }
      let words = [
        "VIREMENT", "FACT \(some[0].number.suffix(3))", some.map(\.number).joined(separator: " "),
      ]
      desk.receives(
        Money(cents: cents).decimal, from: names.randomElement(using: &dice)!,
        words.randomElement(using: &dice)!, on: (1 + Int.random(in: 0..<4, using: &dice), 20),
        by: cents < 0 ? .returned : .transfer)
    }
    return desk
  }

  @Test(
    "parts and account sum to the line, and no document gives more than it has", arguments: seeds)
  func sums(seed: UInt64) {
    let desk = PropertyTests.world(seed)
    var index = OpenItemIndex(documents: desk.documents, payers: desk.payers)
    let answers = allocate(desk.lines, on: &index)
    #expect(answers.map(\.line) == desk.lines.map(\.id), "seed \(seed)")
    var used: [EntryNumber: Int64] = [:]
    for (line, answer) in zip(desk.lines, answers) {
      let parts = answer.parts.map(\.amount).sum()
      if answer.verdict != .leave {
        #expect(parts + answer.onAccount == line.line.amount, "seed \(seed)")
      }
      #expect((0...1_000).contains(answer.score) && !answer.reasons.isEmpty, "seed \(seed)")
      guard answer.verdict == .apply else { continue }
      for part in answer.parts { used[part.document, default: 0] += part.amount.cents }
    }
    for document in desk.documents {
      let cents = used[document.id] ?? 0
      let open = document.open.cents
      #expect(open < 0 ? (open...0).contains(cents) : (0...open).contains(cents), "seed \(seed)")
      let setOff = index.setOffs.contains {
        $0.invoice == document.id || $0.creditNote == document.id
      }
      if !setOff { #expect(index.open(of: document.id)?.cents == open - cents, "seed \(seed)") }
    }
  }

  @Test("the order in which lines are given does not matter", arguments: seeds)
  func order(seed: UInt64) {
    let desk = PropertyTests.world(seed)
    var dice = Dice(state: seed)
    var shuffled = desk
    shuffled.lines.shuffle(using: &dice)
    let straight = Set(zip(desk.lines.map(\.id), desk.answers()).map { "\($0) \($1)" })
    let mixed = Set(zip(shuffled.lines.map(\.id), shuffled.answers()).map { "\($0) \($1)" })
    #expect(straight == mixed, "seed \(seed)")
  }

  @Test("two customers, one name, one amount: never applied", arguments: seeds)
  func ambiguity(seed: UInt64) {
    var dice = Dice(state: seed)
    var desk = Desk()
    let amount = Money(cents: Int64.random(in: 1...900_000, using: &dice)).decimal
    desk.payers = [1, 2].map { KnownPayer(customer: CustomerID($0), name: "Mairie de Luçon") }
    desk.owes("FA-2026-10001", CustomerID(1), amount)
    desk.owes("FA-2026-20002", CustomerID(2), amount)
    desk.receives(amount, from: "MAIRIE DE LUCON", "MANDAT")
    #expect(desk.answers()[0].hasPrefix("propose"), "seed \(seed)")
  }

  @Test("random bytes, endless digits and strange signs are read in peace", arguments: seeds)
  func hostile(seed: UInt64) {
    var dice = Dice(state: seed)
    var desk = PropertyTests.world(seed)
    desk.payers.append(KnownPayer(customer: CustomerID(9), name: "", parent: "  ", ibans: [""]))
    desk.owes("", CustomerID(9), "1.00")
    desk.owes("///---", CustomerID(9), "2.00")
    desk.owes(String(repeating: "9", count: 300), CustomerID(9), "3.00")
    for length in [0, 1, 40, 5_000] {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &dice) }
      let text = String(decoding: bytes, as: UTF8.self)
      desk.receives("1.00", from: text, iban: text, text)
      desk.receives("0.00", String(repeating: "0", count: length) + "éœßÿ\u{0}€")
      desk.receives("3.00", String(repeating: "9 ", count: length))
      desk.receives("-92233720368547758.07", "IMPAYE " + text, by: .returned)
      desk.receives("92233720368547758.07", from: "ALTIS NORD", "SOLDE")
    }
    #expect(desk.answers().count == desk.lines.count, "seed \(seed)")
  }
}
