import Law
import Testing

@Suite("XP Z12-012: what a lifecycle status asks of dunning (R11.4, R13.1)")
struct LifecycleEffectSuite {
  @Test("statuses that say nothing about the debt", arguments: [200, 201, 202, 203, 204, 214, 224])
  func silent(code: Int) {
    #expect(LifecycleEffect(status: code) == .none)
    #expect(LifecycleEffect(status: 999) == .none)
  }

  @Test("disputed, suspended, refused, rejected, paid: each has its own effect")
  func effects() {
    let codes = [205, 206, 207, 208, 209, 210, 211, 212, 213, 225]
    #expect(
      codes.map(LifecycleEffect.init(status:)) == [
        .clears, .contestsPart, .contests, .contests, .clears, .stops, .announcesPayment, .clears,
        .stops, .assigns,
      ])
  }

  @Test("the buyer ends a dispute; the seller's answer ends a suspension only")
  func ends() {
    for hold in [206, 207, 208, 210] {
      #expect(LifecycleEffect.isHold(of: hold, endedBy: 205))
      #expect(LifecycleEffect.isHold(of: hold, endedBy: 212))
      #expect(!LifecycleEffect.isHold(of: hold, endedBy: 204))
    }
    #expect([206, 207, 210, 211].allSatisfy { !LifecycleEffect.isHold(of: $0, endedBy: 209) })
    #expect(LifecycleEffect.isHold(of: 208, endedBy: 209))
    #expect(LifecycleEffect.isHold(of: 213, endedBy: 202))
    #expect(!LifecycleEffect.isHold(of: 210, endedBy: 202))
    #expect(LifecycleEffect.isHold(of: 225, endedBy: 228))
    #expect(!LifecycleEffect.isHold(of: 225, endedBy: 205))
  }
}
