import Claims
import Correspondence
import Dunning
import Ledger
import Quantities
import Testing

@Suite struct ComposeTests {
  @Test func gentleLettersAskForInvoicesLessCreditsAndGraveOnesForTheWholeClaim() throws {
    let claim = try Cases.several()
    for message in [Message.courtesy, .reminder] {
      var occasion = Cases.occasion(message)
      occasion.asksAccessories = false
      let letter = try #require(compose(occasion, for: claim, from: Cases.sender))
      #expect(letter.amount == Money(cents: 16_345_66 - 250_00))
    }
    for message in [Message.reminder, .firm, .formalNotice, .statement] {
      let letter = try #require(compose(Cases.occasion(message), for: claim, from: Cases.sender))
      #expect(letter.amount == claim.total)
      #expect(claim.total == Money(cents: 16_345_66 + 568_31 + 120_00 - 250_00))
    }
  }

  /// The statement behind a courteous reminder asks for what the reminder asks for, and reckons no
  /// interest that nobody claims.
  @Test(arguments: [Customer.Language.french, .english])
  func aStatementWithoutAccessoriesAsksForTheInvoicesAlone(_ language: Customer.Language) throws {
    let claim = try Cases.several()
    var occasion = Cases.occasion(.statement, language: language)
    let whole = try #require(compose(occasion, for: claim, from: Cases.sender)).plainText
    occasion.asksAccessories = false
    let letter = try #require(compose(occasion, for: claim, from: Cases.sender))
    #expect(letter.amount == Money(cents: 16_345_66 - 250_00))
    let interest = Money(cents: 568_31)
    let words = language == .french ? interest.french : interest.english
    #expect(whole.contains(words) && whole.contains("L441-10"))
    #expect(!letter.plainText.contains(words) && !letter.plainText.contains("L441-10"))
    #expect(letter.plainText.contains(language == .french ? "16\u{202F}095,66" : "16,095.66"))
  }

  /// Whatever level a plan decides, the letter asks for exactly what the decision says.
  @Test func aLetterAsksForWhatTheDecisionClaims() throws {
    let claim = try Cases.one()
    let lead = try #require(claim.oldest)
    for level in DunningPlan.standard.levels + DunningPlan.standard.levels.map(\.withoutAccessories)
    {
      let made = DunningPlan(levels: [level])
      let day = made.opening(of: level, due: lead.due)
      guard level.name != .preDue else { continue }
      var account = Account(customer: claim.customer, currency: .eur)
      account.items = [
        Cases.invoice(
          1, "FA-2026-0107", issued: lead.issue, due: lead.due, cents: lead.total.cents)
      ]
      let later = try assess(account, on: day, by: .standard)
      let gate = FreshnessGate(newest: day, on: day)
      var plan = made
      plan.remindersBeforeNotice = 0
      guard case .send(let contact) = decide(later, after: [], by: plan, gate: gate) else {
        Issue.record("\(level.name) was not decided")
        continue
      }
      let letter = try #require(
        compose(contact, for: later, from: Cases.sender, numbered: "R-1"))
      #expect(letter.amount == contact.claiming, "\(level.name)")
      #expect(letter.message.name == contact.level.name.rawValue)
      #expect(letter.plainText.contains(contact.claiming.french(in: .eur)))
    }
  }

  @Test func nothingIsWrittenWhenThereIsNothingToAsk() throws {
    var account = Account(customer: Cases.customer(), currency: .eur)
    let empty = try assess(account, on: Cases.today, by: .standard)
    for message in [Message.preDue, .courtesy, .reminder, .firm, .formalNotice] {
      #expect(compose(Cases.occasion(message), for: empty, from: Cases.sender) == nil)
    }
    account.items = [
      Cases.invoice(1, "F-1", issued: Cases.today, due: Cases.today.adding(days: 30), cents: 100)
    ]
    let coming = try assess(account, on: Cases.today, by: .standard)
    #expect(compose(Cases.occasion(.courtesy), for: coming, from: Cases.sender) == nil)
    #expect(compose(Cases.occasion(.preDue), for: coming, from: Cases.sender) != nil)
  }

  @Test func aBrokenPromiseAndEarlierMessagesAreStatedAsFacts() throws {
    var occasion = Cases.occasion(.firm)
    occasion.brokenPromise = PromiseToPay(
      on: Day(2026, 11, 13), amount: Money(cents: 500_00), words: "")
    let letter = try #require(compose(occasion, for: try Cases.one(), from: Cases.sender))
    #expect(
      letter.plainText.contains("un règlement de 500,00\u{A0}€ pour le 13\u{A0}novembre 2026"))
    #expect(letter.plainText.contains("malgré nos messages des 9\u{A0}septembre 2026 et"))
  }

  @Test func onlyTheLastThreeMessagesAreNamedEachDayOnce() throws {
    var occasion = Cases.occasion(.firm)
    occasion.earlier = [3, 1, 2, 2, 4].map { Day(2026, 10, $0) }
    let letter = try #require(compose(occasion, for: try Cases.one(), from: Cases.sender))
    #expect(
      letter.plainText.contains(
        "des 2\u{A0}octobre 2026, 3\u{A0}octobre 2026 et 4\u{A0}octobre 2026."))
  }

  /// What the day's list says is claimed is what the letter asks for, without any setting.
  @Test func anOccasionAsksAsTheStandardPlanDoes() {
    for level in DunningPlan.standard.levels {
      let occasion = Occasion(Message(level.name), number: "R-1")
      #expect(occasion.asksAccessories == level.asksAccessories)
    }
  }

  @Test func dailyInterestIsTheSumOverTheRunningBalances() throws {
    let letter = try #require(
      compose(Cases.occasion(.formalNotice), for: try Cases.several(), from: Cases.sender))
    // (3000.00 + 12345.67 + 999.99) x 12.40 % / 365 = 5.553...
    #expect(letter.plainText.contains("5,55\u{A0}€ par jour"))
  }

  /// Rows of each table add up to its total, to the cent, on accounts of all shapes.
  @Test(arguments: 0..<40)
  func tablesAddUp(seed: Int) throws {
    var random = Seeded(seed: UInt64(seed))
    var account = Account(customer: Cases.customer(), currency: .eur)
    account.items = (0..<Int.random(in: 1...12, using: &random)).map { place in
      let issued = Cases.today.adding(days: -Int.random(in: 1...600, using: &random))
      let cents = Int64.random(in: 1...900_000, using: &random)
      let isPaid = Bool.random(using: &random)
      return Cases.invoice(
        place + 1, "F-\(place)", issued: issued, due: issued.adding(days: 30), cents: cents,
        paid: isPaid ? [(issued.adding(days: 45), Int64.random(in: 1...cents, using: &random))] : []
      )
    }
    let claim = try assess(account, on: Cases.today, by: .standard)
    for message in [Message.courtesy, .reminder, .firm, .formalNotice] {
      guard let letter = compose(Cases.occasion(message), for: claim, from: Cases.sender) else {
        continue
      }
      for block in letter.blocks {
        guard case .table(let table) = block, let total = table.totals.first else { continue }
        let sum = table.rows.compactMap { Money(french: $0.last ?? "") }.sum()
        #expect(sum == Money(french: total.last ?? ""), "seed \(seed), \(message)")
      }
      #expect(WordingCheck.faults(in: letter) == [], "seed \(seed), \(message)")
    }
  }
}

extension DunningLevel {
  fileprivate var withoutAccessories: DunningLevel {
    DunningLevel(
      name, delayInDays: delayInDays, tone: tone, channel: channel, isWithCall: isWithCall,
      asksAccessories: false)
  }
}

/// A generator whose seed is printed on failure.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
  mutating func next() -> UInt64 {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct StatementTests {
  @Test func aContestedDocumentIsListedAsSuchAndNotAskedFor() throws {
    var account = Account(customer: Cases.customer(), currency: .eur)
    account.items = [
      Cases.invoice(1, "F-1", issued: Day(2026, 8, 1), due: Day(2026, 9, 1), cents: 100_00),
      Cases.invoice(2, "F-2", issued: Day(2026, 8, 1), due: Day(2026, 9, 1), cents: 200_00),
    ]
    account.disputes = [
      Dated(
        number: EntryNumber(9), happened: Day(2026, 10, 1), learned: Day(2026, 10, 1),
        fact: Dispute(document: EntryNumber(2), reason: "marchandise abîmée"))
    ]
    let claim = try assess(account, on: Cases.today, by: .standard)
    let statement = try #require(
      compose(Cases.occasion(.statement), for: claim, from: Cases.sender))
    #expect(statement.plainText.contains("F-2\u{A0}(litige)"))
    #expect(!statement.plainText.contains("F-1\u{A0}(litige)"))
    let notice = try #require(
      compose(Cases.occasion(.formalNotice), for: claim, from: Cases.sender))
    #expect(!notice.plainText.contains("F-2"))
    #expect(notice.amount == claim.total)
  }

  @Test func anAccountWithoutOpenItemsSaysSo() throws {
    let account = Account(customer: Cases.customer(), currency: .eur)
    let claim = try assess(account, on: Cases.today, by: .standard)
    let statement = try #require(
      compose(Cases.occasion(.statement), for: claim, from: Cases.sender))
    #expect(statement.plainText.contains("aucune pièce ouverte"))
    #expect(statement.amount.isZero)
    for case .payment(let payment) in statement.blocks { #expect(payment.code == nil) }
  }
}

@Suite struct AccessoriesOnlyTests {
  /// An invoice paid late leaves interest and 40 €: no letter speaks of "0 factures".
  @Test(
    arguments: [Message.courtesy, .reminder, .firm, .formalNotice],
    [
      Customer.Language.french, .english,
    ])
  func whatAPaidInvoiceLeavesIsAskedForInItsOwnWords(
    message: Message, language: Customer.Language
  ) throws {
    var account = Account(customer: Cases.customer(language: language), currency: .eur)
    account.items = [
      Cases.invoice(
        1, "F-1", issued: Day(2026, 8, 1), due: Day(2026, 8, 31), cents: 1_000_00,
        paid: [(Day(2026, 10, 30), 1_000_00)])
    ]
    let claim = try assess(account, on: Cases.today, by: .standard)
    #expect(claim.principal.isZero && claim.total.isPositive)
    var occasion = Cases.occasion(message)
    occasion.asksAccessories = true
    let letter = try #require(compose(occasion, for: claim, from: Cases.sender))
    #expect(letter.amount == claim.total)
    #expect(!letter.plainText.contains(" 0 "))
    #expect(WordingCheck.faults(in: letter) == [])
  }
}
