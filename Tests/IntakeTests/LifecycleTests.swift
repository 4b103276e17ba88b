import Intake
import Ledger
import Quantities
import Testing

/// Lifecycle messages: what is read of each document, and what is refused.
@Suite struct LifecycleTests {
  private func statuses(_ text: String) throws -> [LifecycleDraft] {
    try XMLFixtures.read(text).reading.drafts.compactMap {
      if case .lifecycle(let draft) = $0 { draft } else { nil }
    }
  }

  @Test func aStatusIsReadWhole() throws {
    var paper = LifecyclePaper(code: "206")
    paper.details = LifecyclePaper.reasons
    let outcome = try XMLFixtures.read(paper.message)
    #expect(outcome.format == .cdar && outcome.reading.rejections.isEmpty)
    let draft = try #require(try statuses(paper.message).first)
    #expect(draft.reference == "FA-1" && draft.code == 206 && !draft.isCredit)
    #expect(draft.issue == Day(2026, 10, 1))
    #expect(draft.day == Day(2026, 11, 12) && draft.time == "093000")
    #expect(draft.seller == "552100554" && draft.buyer == "844696476")
    #expect(
      draft.reasons == [
        StatusReason(code: "QTE_ERR", words: "Il manque une palette"),
        StatusReason(code: "PU_ERR", words: ""),
      ])
    #expect(
      draft.amounts == [.init(kind: "MAPTTC", amount: Money(cents: 700_00), currency: .eur)])
  }

  @Test func manyDocumentsInOneMessage() throws {
    let papers = (1...250).map { LifecyclePaper(number: "FA-\($0)", type: "381", code: "200") }
    let outcome = try XMLFixtures.read(LifecyclePaper.message(papers), batch: 100)
    #expect(outcome.reading.drafts.count == 250 && outcome.batches == 3)
    #expect(try statuses(LifecyclePaper.message(papers)).allSatisfy(\.isCredit))
  }

  @Test(arguments: [
    ("20261112", Day(2026, 11, 12), ""), ("202611120930", Day(2026, 11, 12), "093000"),
    ("2026-11-12T09:30:15Z", Day(2026, 11, 12), "093015"),
    ("20261112093000+0100", Day(2026, 11, 12), "093000"),
  ])
  func momentsAsTheyAreWritten(_ text: String, _ day: Day, _ time: String) throws {
    let draft = try #require(try statuses(LifecyclePaper(moment: text).message).first)
    #expect(draft.day == day && draft.time == time)
  }

  @Test func theDayOfTheMessageStandsInForThatOfTheStatus() throws {
    let text = LifecyclePaper.message([LifecyclePaper()], acknowledged: false)
    #expect(try statuses(text).first?.day == Day(2026, 11, 13))
  }

  @Test func whatIsLackingIsNamedAndTheOthersGoThrough() throws {
    let papers = [
      LifecyclePaper(number: ""), LifecyclePaper(number: "FA-2", code: "trois"),
      LifecyclePaper(number: "FA-3", code: ""), LifecyclePaper(number: "FA-4"),
    ]
    let outcome = try XMLFixtures.read(LifecyclePaper.message(papers))
    #expect(try statuses(LifecyclePaper.message(papers)).map(\.reference) == ["FA-4"])
    #expect(
      outcome.reading.rejections.map(\.field) == [
        "IssuerAssignedID", "ProcessConditionCode", "ProcessConditionCode",
      ])
    #expect(outcome.reading.rejections[1].found == "trois")
    let late = LifecyclePaper(moment: "20261399").message.replacing("20261113", with: "demain")
    #expect(try XMLFixtures.read(late).reading.rejections.map(\.field) == ["IssueDateTime"])
  }

  @Test func aMessageWithoutADocumentIsRefused() {
    #expect(
      XMLFixtures.refusal(LifecyclePaper.message([]))
        == .missingElement("ReferenceReferencedDocument"))
  }

  @Test func everyTruncationIsRefused() {
    var paper = LifecyclePaper()
    paper.details = LifecyclePaper.reasons
    let bytes = Array(paper.message.utf8)
    for end in 1..<bytes.count - 1 {
      #expect(XMLFixtures.refusal(Array(bytes[..<end])) != nil, "cut at \(end)")
    }
  }

  @Test func bombsAndDepthAreRefused() {
    let bomb =
      "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
      + LifecyclePaper(number: "&b;").message.split(separator: "\n").dropFirst()
      .joined(separator: "\n")
    #expect(XMLFixtures.refusal(bomb) == .doctype)
    var deep = LifecyclePaper()
    deep.details = String(repeating: "<a>", count: 100_000)
    #expect(XMLFixtures.refusal(deep.message) != nil)
    deep.details = String(repeating: "<a/>", count: 101_000)
    guard case .excessiveXML = XMLFixtures.refusal(deep.message) else {
      Issue.record("not refused")
      return
    }
    let long = String(repeating: "x", count: 1 << 20)
    let drafts = try? statuses(LifecyclePaper(number: long).message)
    #expect(drafts?.first?.reference.count == 200)
  }

  @Test(arguments: [UInt64(11), 12, 13]) func randomDamageNeverCrashes(_ seed: UInt64) {
    var random = Seeded(seed)
    var paper = LifecyclePaper()
    paper.details = LifecyclePaper.reasons
    let original = Array(paper.message.utf8)
    for round in 0..<300 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      do {
        _ = try XMLFixtures.read(bytes)
      } catch {
        #expect(error is Refusal, "seed \(seed), round \(round): \(error)")
      }
    }
  }
}
