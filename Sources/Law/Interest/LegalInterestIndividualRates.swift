import Quantities

// One row a change; each source stands beside the figures it gives.

extension LegalRates {
  /// The legal interest rate for creditors who are natural persons outside trade (R2.24).
  static let legalInterestIndividualPublished = DatedTable<Rate>(
    publishedThrough: Day(2026, 12, 31),
    rows: [
      .init(from: Day(2015, 1, 1), .percent(4, 6), source: legalInterestIndividualSources[0]),
      .init(from: Day(2015, 7, 1), .percent(4, 29), source: legalInterestIndividualSources[0]),
      .init(from: Day(2016, 1, 1), .percent(4, 54), source: legalInterestIndividualSources[0]),
      .init(from: Day(2016, 7, 1), .percent(4, 35), source: legalInterestIndividualSources[0]),
      .init(from: Day(2017, 1, 1), .percent(4, 16), source: legalInterestIndividualSources[1]),
      .init(from: Day(2017, 7, 1), .percent(3, 94), source: legalInterestIndividualSources[1]),
      .init(from: Day(2018, 1, 1), .percent(3, 73), source: legalInterestIndividualSources[2]),
      .init(from: Day(2018, 7, 1), .percent(3, 60), source: legalInterestIndividualSources[3]),
      .init(from: Day(2019, 1, 1), .percent(3, 40), source: legalInterestIndividualSources[1]),
      .init(from: Day(2019, 7, 1), .percent(3, 26), source: legalInterestIndividualSources[1]),
      .init(from: Day(2020, 1, 1), .percent(3, 15), source: legalInterestIndividualSources[1]),
      .init(from: Day(2020, 7, 1), .percent(3, 11), source: legalInterestIndividualSources[1]),
      .init(from: Day(2021, 1, 1), .percent(3, 14), source: legalInterestIndividualSources[4]),
      .init(from: Day(2021, 7, 1), .percent(3, 12), source: legalInterestIndividualSources[4]),
      .init(from: Day(2022, 1, 1), .percent(3, 13), source: legalInterestIndividualSources[5]),
      .init(from: Day(2022, 7, 1), .percent(3, 15), source: legalInterestIndividualSources[1]),
      .init(from: Day(2023, 1, 1), .percent(4, 47), source: legalInterestIndividualSources[1]),
      .init(from: Day(2023, 7, 1), .percent(6, 82), source: legalInterestIndividualSources[6]),
      .init(from: Day(2024, 1, 1), .percent(8, 1), source: legalInterestIndividualSources[6]),
      .init(from: Day(2024, 7, 1), .percent(8, 16), source: legalInterestIndividualSources[7]),
      .init(from: Day(2025, 1, 1), .percent(7, 21), source: legalInterestIndividualSources[8]),
      .init(from: Day(2025, 7, 1), .percent(6, 65), source: legalInterestIndividualSources[9]),
      .init(from: Day(2026, 1, 1), .percent(6, 67), source: legalInterestIndividualSources[10]),
      .init(from: Day(2026, 7, 1), .percent(6, 84), source: legalInterestIndividualSources[11]),
    ])

  private static let legalInterestIndividualSources = [
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
    "order of 2026-06-26 (JORF 2026-06-30) as cited by ONE public open-source repository "
      + "(weak; check Légifrance)",
  ]
}
