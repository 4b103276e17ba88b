import Quantities

// One row a change; each source stands beside the figures it gives.

extension LegalRates {
  /// The ECB rate on main refinancing operations, by the day each rate took effect (R2.3).
  ///
  /// Checked to the state date of the sheet; the rate of 1 January 2027 is not known yet.
  static let refinancingPublished = DatedTable<Rate>(
    publishedThrough: Day(2026, 11, 23),
    rows: [
      .init(from: Day(2008, 12, 10), .percent(2, 50), source: refinancingSources[0]),
      .init(from: Day(2009, 1, 21), .percent(2), source: refinancingSources[0]),
      .init(from: Day(2009, 3, 11), .percent(1, 50), source: refinancingSources[0]),
      .init(from: Day(2009, 4, 8), .percent(1, 25), source: refinancingSources[0]),
      .init(from: Day(2009, 5, 13), .percent(1), source: refinancingSources[0]),
      .init(from: Day(2011, 4, 13), .percent(1, 25), source: refinancingSources[0]),
      .init(from: Day(2011, 7, 13), .percent(1, 50), source: refinancingSources[0]),
      .init(from: Day(2011, 11, 9), .percent(1, 25), source: refinancingSources[0]),
      .init(from: Day(2011, 12, 14), .percent(1), source: refinancingSources[0]),
      .init(from: Day(2012, 7, 11), .percent(0, 75), source: refinancingSources[0]),
      .init(from: Day(2013, 5, 8), .percent(0, 50), source: refinancingSources[0]),
      .init(from: Day(2013, 11, 13), .percent(0, 25), source: refinancingSources[0]),
      .init(from: Day(2014, 6, 11), .percent(0, 15), source: refinancingSources[0]),
      .init(from: Day(2014, 9, 10), .percent(0, 5), source: refinancingSources[0]),
      .init(from: Day(2016, 3, 16), .percent(0), source: refinancingSources[0]),
      .init(from: Day(2022, 7, 27), .percent(0, 50), source: refinancingSources[0]),
      .init(from: Day(2022, 9, 14), .percent(1, 25), source: refinancingSources[0]),
      .init(from: Day(2022, 11, 2), .percent(2), source: refinancingSources[0]),
      .init(from: Day(2022, 12, 21), .percent(2, 50), source: refinancingSources[0]),
      .init(from: Day(2023, 2, 8), .percent(3), source: refinancingSources[0]),
      .init(from: Day(2023, 3, 22), .percent(3, 50), source: refinancingSources[0]),
      .init(from: Day(2023, 5, 10), .percent(3, 75), source: refinancingSources[0]),
      .init(from: Day(2023, 6, 21), .percent(4), source: refinancingSources[0]),
      .init(from: Day(2023, 8, 2), .percent(4, 25), source: refinancingSources[0]),
      .init(from: Day(2023, 9, 20), .percent(4, 50), source: refinancingSources[0]),
      .init(from: Day(2024, 6, 12), .percent(4, 25), source: refinancingSources[0]),
      .init(from: Day(2024, 9, 18), .percent(3, 65), source: refinancingSources[0]),
      .init(from: Day(2024, 10, 23), .percent(3, 40), source: refinancingSources[0]),
      .init(from: Day(2024, 12, 18), .percent(3, 15), source: refinancingSources[1]),
      .init(from: Day(2025, 2, 5), .percent(2, 90), source: refinancingSources[1]),
      .init(from: Day(2025, 3, 12), .percent(2, 65), source: refinancingSources[1]),
      .init(from: Day(2025, 4, 23), .percent(2, 40), source: refinancingSources[1]),
      .init(from: Day(2025, 6, 11), .percent(2, 15), source: refinancingSources[2]),
      .init(from: Day(2026, 6, 17), .percent(2, 40), source: refinancingSources[3]),
      .init(from: Day(2026, 9, 16), .percent(2, 65), source: refinancingSources[4]),
    ])

  private static let refinancingSources = [
    "https://www.banque-france.fr/en/policy-rates",
    "http://www.bsi.si./en/ecb-interest-rates",
    "https://deenazaidi.com/ecb-lowers-three-key-interest-rates-europe-inflation-falls ; "
      + "level 2.15 confirmed "
      + "https://www.boursorama.com/bourse/actualites/"
      + "la-bce-maintient-ses-taux-directeurs-inchanges-7f26fb33b5ac8dfab96caf5a0e205929",
    "public open-source penalty calculator citing the ECB Key ECB interest rates table "
      + "read 2026-10-03 (secondary; check "
      + "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/key_ecb_interest_rates/"
      + "html/index.en.html)",
    "same public calculator (decision 2026-09-10) and a public legal note of 2026-10-10 "
      + "(secondary; check the ECB table)",
  ]
}
