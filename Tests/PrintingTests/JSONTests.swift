import Printing
import Quantities
import Testing

@Suite struct JSONTests {
  static let value = JSON.object([
    ("amount", JSON(Money(cents: -1_234_56))), ("day", JSON(Day(2026, 11, 3))),
    ("rate", .decimal("12.40")), ("count", 3), ("none", .null), ("done", true),
    ("empty", .list([])), ("nothing", .object([])),
    ("words", JSON(texts: ["« Déjà »\n\"payé\"\\\t\u{1}"])),
  ])

  @Test func oneLineForScripts() {
    #expect(
      Self.value.line
        == #"{"amount":"-1234.56","day":"2026-11-03","rate":12.40,"count":3,"none":null,"#
        + #""done":true,"empty":[],"nothing":{},"words":["« Déjà »\n\"payé\"\\\t\u0001"]}"#)
  }

  @Test func indentedLinesForPeople() {
    #expect(
      JSON.object([("list", .list([1, .object([("a", "b")])])), ("empty", .list([]))]).string == """
        {
          "list": [
            1,
            {
              "a": "b"
            }
          ],
          "empty": []
        }
        """)
  }
}
