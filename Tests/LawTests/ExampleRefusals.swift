import Law
import Testing

@Suite("Questions that cannot be answered are refused by name")
struct ExampleRefusals {
  static let refused: [(String, String, String)] = [
    ("penalty", "principal=1000;due=2026-06-20;paid=2027-01-10;rate=default", "rate"),
    ("penalty", "principal=abc;rate_percent=10;days=3", "principal"),
    ("penalty", "principal=-5;rate_percent=10;days=3", "principal"),
    ("penalty", "principal=5;rate_percent=10;days=3;colour=red", "colour"),
    ("penalty", "principal=5;rate_percent=ten;days=3", "rate_percent"),
    ("penalty", "principal=5;rate_percent=10;days=-3", "days"),
    ("penalty", "principal=5;rate_percent=10;days=3;days=4", "days"),
    ("penalty", "principal=5;rate_percent=10;days=3;base=360", "base"),
    ("penalty", "principal=5;rate=default;rate_percent=3;due=2026-01-01;paid=2026-02-01", "rate"),
    ("penalty", "principal=8000;due=2026-02-10;credit_note=1@2026-03-20;paid=2026-04-30", "kind"),
    ("penalty", "principal=8000;due=2026-02-10", "paid"), ("penalty", "principal", "inputs"),
    ("imputation", "principal=8000;due=2026-02-10;payment=4000", "payment"),
    ("capitalisation", "principal=100;rate_percent=1000;years=100", "principal"),
    ("floor", "half_year=2014S2", "rate"), ("floor", "half_year=2026S3", "half_year"),
    ("due_date", "issue=2026-02-30;term=net(30)", "issue"),
    ("due_date", "issue=2026-02-01;term=soon", "term"),
    ("due_date", "issue=2026-02-01;term=net(-3)", "term"),
    ("due_date", "issue=2026-02-01;term=decade(30)", "delivery"),
    ("deadline", "act=2026-02-01;period=10x", "period"), ("deadline", "act=2026-02-01", "period"),
    ("limitation", "suit=2026-02-01", "service"), ("insolvency", "principal=1", "opening"),
    ("e_invoicing", "size=huge;date=2026-09-01", "size"), ("poetry", "", "category"),
  ]

  @Test("the key at fault is named", arguments: refused)
  func named(category: String, inputs: String, key: String) {
    let refusal = #expect(throws: Unanswerable.self) {
      try answer(category: category, inputs: inputs)
    }
    #expect(refusal?.key == key)
    #expect(refusal?.english.isEmpty == false)
  }

  @Test("an unpublished rate gives its remedy")
  func remedy() {
    let refusal = #expect(throws: Unanswerable.self) {
      try answer(category: "rate", inputs: "half_year=2027S1")
    }
    #expect(refusal?.english.contains("ecb_mro,2027-01-01,") == true)
  }

  @Test(
    "rows spoilt at random are answered or refused, never fatal",
    arguments: 1...40 as ClosedRange<UInt64>)
  func noise(seed: UInt64) {
    var random = Seeded(state: seed)
    let keys = Set(ExampleRow.all.flatMap { keyed($0.inputs).map(\.0) }).sorted()
    let values = Set(ExampleRow.all.flatMap { keyed($0.inputs).map(\.1) }).sorted()
    let odd = ["0", "-1", "99999999999", "1e9", "9999-12-31", "2200-12-31", "1900-01-01", "400d"]
    for _ in 0..<60 {
      guard let row = ExampleRow.all.randomElement(using: &random) else { return }
      var parts = keyed(row.inputs)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let key = keys.randomElement(using: &random) ?? ""
        let value = (values + odd).randomElement(using: &random) ?? ""
        if Bool.random(using: &random), !parts.isEmpty {
          parts[Int.random(in: 0..<parts.count, using: &random)].1 = value
        } else {
          parts.append((key, value))
        }
      }
      let inputs = parts.map { "\($0.0)=\($0.1)" }.joined(separator: ";")
      let result = try? answer(category: row.category, title: row.title, inputs: inputs)
      #expect(result?.isEmpty != true, "seed \(seed): \(row.category) \(inputs)")
    }
  }

  private func keyed(_ inputs: String) -> [(String, String)] {
    inputs.split(separator: ";").compactMap { part in
      let pair = part.split(separator: "=", maxSplits: 1)
      return pair.count == 2 ? (String(pair[0]), String(pair[1])) : nil
    }
  }
}
