import Claims
import Law
import Ledger
import Quantities
import Testing

/// What must hold for every account, drawn from seeds; a failure prints its seed.
@Suite("Claims that always hold")
struct InvariantTests {
  static let seeds: Range<UInt64> = 1..<1500
  static let practices: [Practice] = {
    var contract = Practice.Choices()
    contract.contractRate = .percent(8)
    var interestFirst = Practice.Choices()
    interestFirst.order = .interestFirst
    var actual = Practice.Choices()
    actual.dayCount = .actualActual
    return [.standard, Practice(contract), Practice(interestFirst), Practice(actual)]
  }()

  private func claims(_ body: (Account, Claim, UInt64) throws -> Void) throws {
    for seed in Self.seeds {
      let account = RandomAccount(seed: seed).account
      let day = RandomAccount.today.adding(days: -Int(seed % 400))
      let practice = Self.practices[Int(seed) % Self.practices.count]
      try body(account, try assess(account, on: day, by: practice), seed)
    }
  }

  @Test func linesSumToTheTotal() throws {
    try claims { _, claim, seed in
      #expect(claim.lines.map(\.amount).sum() == claim.total, "seed \(seed)")
      #expect(!claim.total.isNegative, "seed \(seed)")
      let gross = claim.principal + claim.interest + claim.compensation
      let credits = claim.credits + claim.unapplied
      #expect(claim.total == max(.zero, gross - credits), "seed \(seed)")
    }
  }

  @Test func itemsSumToTheClaim() throws {
    try claims { _, claim, seed in
      #expect(claim.items.map(\.principal).sum() == claim.principal, "seed \(seed)")
      #expect(claim.items.map(\.interest).sum() == claim.interest, "seed \(seed)")
      #expect(claim.items.map(\.compensation).sum() == claim.compensation, "seed \(seed)")
      for item in claim.items {
        let own = claim.lines(of: item.document).filter { $0.kind != .credit }
        #expect(own.map(\.amount).sum() == item.claimable, "seed \(seed)")
        #expect(
          item.isSettled || item.overdue + item.notYetDue == item.balance, "seed \(seed)")
      }
    }
  }

  @Test func bucketsSumToTheBooks() throws {
    try claims { account, claim, seed in
      let documents = account.items.map { $0.balance(on: claim.day) }.sum()
      let cash = account.unapplied.filter { $0.certainty == .onAccount && $0.received <= claim.day }
      #expect(claim.balance == documents - cash.map(\.amount).sum(), "seed \(seed)")
      #expect(claim.ageing.total == claim.balance, "seed \(seed)")
    }
  }

  @Test func nothingIsClaimedOfWhatIsContestedInWhole() throws {
    try claims { account, claim, seed in
      for dispute in account.disputes
      where dispute.fact.amount == nil && dispute.happened <= claim.day
        && account.standing(of: dispute, on: claim.day) == .open
      {
        let lines = claim.lines(of: dispute.fact.document).filter { $0.amount.isPositive }
        #expect(lines.isEmpty, "seed \(seed)")
      }
    }
  }

  @Test func nothingIsClaimedOfWhatAPlanLetsBePaidLater() throws {
    try claims { _, claim, seed in
      for plan in claim.plans where plan.isRunning {
        for document in plan.plan.fact.documents {
          let lines = claim.lines(of: document).filter { $0.amount.isPositive }
          #expect(lines.isEmpty, "seed \(seed)")
        }
      }
      // Interest first, a payment leaves more of the principal than the books say (R3.4).
      for item in claim.items where !item.isSettled && seed % 4 != 2 {
        #expect(
          item.principal <= max(.zero, item.balance - item.deferred), "seed \(seed)")
      }
    }
  }

  @Test func thePartsOfAPlanTakeWhatCame() throws {
    try claims { account, claim, seed in
      for plan in claim.plans {
        #expect(plan.parts.map(\.part.amount).sum() == plan.plan.fact.total, "seed \(seed)")
        var isFull = true
        for part in plan.parts {
          #expect(part.received <= part.part.amount, "seed \(seed)")
          // Money fills the oldest part first.
          #expect(isFull || part.received.isZero, "seed \(seed)")
          isFull = isFull && part.received == part.part.amount
        }
        #expect((plan.state == .kept) == (isFull && plan.agreement != nil), "seed \(seed)")
      }
    }
  }

  @Test func compensationIsOwedOnceAnInvoice() throws {
    try claims { _, claim, seed in
      for item in claim.items {
        let count = claim.lines(of: item.document).count {
          if case .compensation = $0.kind { true } else { false }
        }
        #expect(count <= 1, "seed \(seed)")
      }
      if claim.customer.kind == .consumer {
        #expect(claim.interest.isZero && claim.compensation.isZero, "seed \(seed)")
      }
    }
  }

  @Test func segmentsNeitherOverlapNorOutliveTheDelay() throws {
    try claims { account, claim, seed in
      guard account.items.allSatisfy(\.hasOneInstalment) else { return }
      for item in claim.items {
        let segments = claim.lines(of: item.document).compactMap(\.segment)
        for (one, next) in zip(segments, segments.dropFirst()) {
          #expect(one.days.last < next.days.first, "seed \(seed)")
        }
        for segment in segments {
          #expect(!segment.days.isEmpty && segment.days.last <= claim.day, "seed \(seed)")
          #expect(segment.balance <= item.total, "seed \(seed)")
        }
      }
    }
  }
}

extension AccountItem {
  var hasOneInstalment: Bool {
    if case .invoice(let invoice) = kind { invoice.instalments.count == 1 } else { true }
  }
}
