import Law
import Testing

@Suite("Combinations of the example keys beyond the file")
struct ExampleCombinations {
  static let rows: [(String, String, String, String)] = [
    ("penalty", "", "principal=1000;days=30;rate=default;half_year=2024S1", "11.92"),
    ("penalty", "", "principal=1000;due=2026-06-30;days=1", "0.34"),
    ("penalty", "", "principal=24000;due=2026-06-14;paid=2026-09-20;buyer=public", "654.05"),
    (
      "penalty", "", "principal=24000;issue=2026-01-31;term=45 jours fin de mois;paid=2026-04-30",
      "239.67"
    ),
    (
      "penalty", "",
      "principal=2000;first_day=2020-09-01;last_day=2020-09-30;rate=legal_individual",
      "5.11"
    ),
    ("penalty", "", "principal=1000;due=2026-07-10;paid=2026-07-10;indemnity=40", "0"),
    ("penalty", "", "principal=1 000,00;rate_percent=10 %;days=365", "100.00"),
    (
      "penalty", "",
      "principal=10000;due=2026-01-31;payment=4000@2026-03-31;payment=1000@2026-04-30;"
        + "statement=2026-06-30;order=principal_first", "357.85"
    ),
    (
      "imputation", "", "principal=10000;due=2026-01-31;payment=6000@2026-03-31+5000@2026-04-30",
      "balance=0;penalties_open=0;excess=761.69"
    ),
    ("rate", "", "half_year=2026S2;buyer=public", "10.40"),
    ("rate", "", "date=2026-03-05", "12.15"),
    ("rate", "", "half_year=2026S1;increase=5", "7.62"),
    ("rate", "", "half_year=2026S1;creditor=individual", "6.67"),
    ("floor", "", "half_year=2026S2;rate_percent=8.25", "below_floor=false"),
    ("due_date", "", "receipt=2026-03-01;term=none", "2026-03-31"),
    ("due_date", "", "issue=2026-03-01;term=45 jours fin de mois", "A=2026-04-30;B=2026-05-15"),
    ("due_date", "", "issue=2026-03-01;term=45EOM;reading=B", "2026-05-15"),
    ("due_date", "", "delivery=2026-02-12;term=decade(30)", "2026-03-22"),
    (
      "due_date", "Decade rule: start", "delivery=2026-02-28;term=decade(30)",
      "count_start=2026-02-28"
    ),
    ("due_date", "", "received=2026-02-12;term=30d;buyer=public", "2026-03-14"),
    ("due_date", "", "issue=2026-02-12;term=net(90);sector=TRANSPORT", "2026-03-14"),
    ("deadline", "", "act=2026-01-31;period=1m;distance=abroad", "2026-04-30"),
    ("deadline", "L126 procedure", "act=2026-01-15;period=1m", "2026-02-15"),
    ("deadline", "", "act=2026-01-15;period=1m", "2026-02-16"),
    ("limitation", "", "service=2020-02-28;suit=2025-02-28", "time_barred=false"),
    ("limitation", "", "service=2020-02-28;suit=2025-03-01", "time_barred=true"),
    ("limitation", "", "delivery=2025-01-10;kind=carriage", "before=2026-01-10"),
    ("insolvency", "", "principal=20000;due=2026-06-30;opening=2026-06-18;indemnity=40", "0"),
    ("e_invoicing", "SME receiving duty", "size=sme;date=2026-09-01", "mandatory=true"),
    (
      "capitalisation", "",
      "principal=10000;from=2025-01-01;to=2026-06-30;capitalise=yearly;"
        + "rate=default", "1943.29"
    ),
  ]

  @Test("each gives the rule's answer", arguments: rows)
  func row(category: String, title: String, inputs: String, result: String) throws {
    #expect(try answer(category: category, title: title, inputs: inputs) == result)
  }
}
