import Quantities

// One row a change; each source stands beside the figures it gives.

extension LegalRates {
  /// The legal interest rate, category "all other cases", by half-year (R2.5, R2.24).
  static let legalInterestPublished = DatedTable<Rate>(
    publishedThrough: Day(2026, 12, 31),
    rows: [
      .init(from: Day(2015, 1, 1), .percent(0, 93), source: legalInterestSources[0]),
      .init(from: Day(2015, 7, 1), .percent(0, 99), source: legalInterestSources[0]),
      .init(from: Day(2016, 1, 1), .percent(1, 1), source: legalInterestSources[0]),
      .init(from: Day(2016, 7, 1), .percent(0, 93), source: legalInterestSources[0]),
      .init(from: Day(2017, 1, 1), .percent(0, 90), source: legalInterestSources[1]),
      .init(from: Day(2017, 7, 1), .percent(0, 90), source: legalInterestSources[1]),
      .init(from: Day(2018, 1, 1), .percent(0, 89), source: legalInterestSources[2]),
      .init(from: Day(2018, 7, 1), .percent(0, 88), source: legalInterestSources[3]),
      .init(from: Day(2019, 1, 1), .percent(0, 86), source: legalInterestSources[1]),
      .init(from: Day(2019, 7, 1), .percent(0, 87), source: legalInterestSources[1]),
      .init(from: Day(2020, 1, 1), .percent(0, 87), source: legalInterestSources[1]),
      .init(from: Day(2020, 7, 1), .percent(0, 84), source: legalInterestSources[1]),
      .init(from: Day(2021, 1, 1), .percent(0, 79), source: legalInterestSources[4]),
      .init(from: Day(2021, 7, 1), .percent(0, 76), source: legalInterestSources[4]),
      .init(from: Day(2022, 1, 1), .percent(0, 76), source: legalInterestSources[5]),
      .init(from: Day(2022, 7, 1), .percent(0, 77), source: legalInterestSources[1]),
      .init(from: Day(2023, 1, 1), .percent(2, 6), source: legalInterestSources[1]),
      .init(from: Day(2023, 7, 1), .percent(4, 22), source: legalInterestSources[6]),
      .init(from: Day(2024, 1, 1), .percent(5, 7), source: legalInterestSources[6]),
      .init(from: Day(2024, 7, 1), .percent(4, 92), source: legalInterestSources[7]),
      .init(from: Day(2025, 1, 1), .percent(3, 71), source: legalInterestSources[8]),
      .init(from: Day(2025, 7, 1), .percent(2, 76), source: legalInterestSources[9]),
      .init(from: Day(2026, 1, 1), .percent(2, 62), source: legalInterestSources[10]),
      .init(from: Day(2026, 7, 1), .percent(2, 75), source: legalInterestSources[11]),
    ])

  private static let legalInterestSources = [
    "https://www.moneyvox.fr/credit/actualites/98471/"
      + "une-dette-a-rembourser-a-un-particulier-ce-sera-maintenant-plus-de-8 "
      + "; "
      + "http://www.cbanque.com/actu/58698/"
      + "taux-de-interet-legal-legere-baisse-au-1er-juillet-2016",
    "https://www.moneyvox.fr/credit/actualites/98471/"
      + "une-dette-a-rembourser-a-un-particulier-ce-sera-maintenant-plus-de-8",
    "https://www.moneyvox.fr/credit/actualites/98471/"
      + "une-dette-a-rembourser-a-un-particulier-ce-sera-maintenant-plus-de-8 "
      + "; http://www.ficime.com/taux-dinteret-legal-1er-semestre-2018/",
    "https://www.moneyvox.fr/credit/actualites/98471/"
      + "une-dette-a-rembourser-a-un-particulier-ce-sera-maintenant-plus-de-8 "
      + "; "
      + "https://www.flambard-avocat.com/2018/07/21/"
      + "recouvrement-de-factures-les-penalites-de-retard-en-legere-baisse-au-deuxieme-semest"
      + "re-2018/",
    "https://www.moneyvox.fr/credit/actualites/98471/"
      + "une-dette-a-rembourser-a-un-particulier-ce-sera-maintenant-plus-de-8 "
      + "; https://dandrel-avocats.fr/taux-de-linteret-legal-du-2nd-semestre-2021/",
    "https://www.moneyvox.fr/credit/actualites/98471/"
      + "une-dette-a-rembourser-a-un-particulier-ce-sera-maintenant-plus-de-8 "
      + "; https://droit-pratique.fr/baremes-et-taux/bien-s-assurer/taux-de-l-interet-legal",
    "https://www.moneyvox.fr/credit/actualites/98471/"
      + "une-dette-a-rembourser-a-un-particulier-ce-sera-maintenant-plus-de-8 "
      + "; "
      + "https://www.gerantdesarl.com/actualite/"
      + "factures-les-penalites-de-retard-en-legere-baisse-au-second-semestre-2016",
    "https://www.moneyvox.fr/credit/actualites/98471/"
      + "une-dette-a-rembourser-a-un-particulier-ce-sera-maintenant-plus-de-8 "
      + "; "
      + "https://avencia-eca.fr/blog-actualite-expert-comptable/juridique/actualites/"
      + "6588-taux-de-linteret-legal-pour-le-second-semestre2024",
    "https://www.moneyvox.fr/credit/actualites/98471/"
      + "une-dette-a-rembourser-a-un-particulier-ce-sera-maintenant-plus-de-8 "
      + "; order of 2024-12-17 JORFTEXT000050793726",
    "https://www.moneyvox.fr/credit/actualites/98471/"
      + "une-dette-a-rembourser-a-un-particulier-ce-sera-maintenant-plus-de-8 "
      + "; order of 2025-06-19 JORFTEXT000051783186",
    "https://juriblio.fr/arretes/arrete-du-15-decembre-2025/187383136 ; "
      + "https://adecia.fr/interet-legal-2026-nouveaux-taux-applicables-au-1er-semestre ; "
      + "JORFTEXT000053165408",
    "order of 2026-06-26 (JORF 2026-06-30) as cited by two public open-source "
      + "repositories (secondary)",
  ]
}
