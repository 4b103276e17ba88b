import Intake
import Ledger
import Testing

/// JSON made to hurt its reader. None may crash it, hang it or fill its memory.
@Suite struct JSONHostileTests {
  private static let answer = #"{"total_count": 1, "results": ["# + BodaccTests.record + "]}"

  @Test func everyTruncationIsRefused() {
    let bytes = Array(Self.answer.utf8)
    for end in 1..<bytes.count {
      #expect(XMLFixtures.refusal(Array(bytes[..<end])) != nil, "cut at \(end)")
    }
  }

  @Test func deepNestingIsRefused() {
    let start = #"{"dateparution": "#
    for open in ["[", #"{"a":"#] {
      let text = start + String(repeating: open, count: 200_000)
      guard case .excessiveJSON = XMLFixtures.refusal(text) else {
        Issue.record("not refused: \(open)")
        continue
      }
    }
    // A text that holds too deep a JSON is no judgment: the record is read without it.
    let inner = String(repeating: "[", count: 200_000)
    let record = #"{"id": "A202601803235", "familleavis": "collective", "jugement": "\#(inner)"}"#
    #expect(throws: Never.self) { _ = try XMLFixtures.read(record) }
  }

  @Test func tooManyValuesAndTooMuchTextAreRefused() {
    let many = String(repeating: "1,", count: 60_000)
    guard case .excessiveJSON = XMLFixtures.refusal(#"{"dateparution": [\#(many)1]}"#) else {
      Issue.record("not refused: values")
      return
    }
    let long = String(repeating: "x", count: 5 << 20)
    guard case .excessiveJSON = XMLFixtures.refusal(#"{"dateparution": "\#(long)"}"#) else {
      Issue.record("not refused: text")
      return
    }
  }

  @Test(arguments: [
    #"{"dateparution": tru}"#, #"{"dateparution": 1.2.3}"#, #"{"dateparution": "\u12"}"#,
    #"{"dateparution": "\q"}"#, #"{"dateparution" "x"}"#, #"{"dateparution": "x",}"#,
    #"{"dateparution": "x"} x"#, "{\"dateparution\": \"a\nb\"}", #"["dateparution"}"#,
  ])
  func whatIsNoJSONIsRefused(_ text: String) {
    #expect(XMLFixtures.refusal(text) != nil)
  }

  @Test func halfASurrogateIsReplaced() throws {
    let text = BodaccTests.record.replacing("AUBOIS SARL", with: #"\ud83d \ud83d\ude00 \u00e9"#)
    let reading = try XMLFixtures.read(text).reading
    guard case .notice(let notice) = reading.drafts.first else {
      Issue.record("no notice")
      return
    }
    #expect(notice.name == "\u{FFFD} 😀 é")
  }

  @Test(arguments: [UInt64(21), 22, 23]) func randomDamageNeverCrashes(_ seed: UInt64) {
    var random = Seeded(seed)
    let original = Array(Self.answer.utf8)
    for round in 0..<500 {
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
