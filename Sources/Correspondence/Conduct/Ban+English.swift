/// What English letters, messages and calls may not say.
extension Ban {
  static let english: [Ban] = [
    Ban(
      .threat,
      [
        "you will be convicted", "you will be sentenced", "the judge will order", "criminal",
        "prosecut", "jail", "you will regret", "blacklist", "final warning", "your reputation",
      ]),
    Ban(
      .insult,
      [
        "dishonest", "bad faith", "disgrace", "shame", "crook", "unacceptable", "thief", "liar",
        "fraudster",
      ]),
    Ban(
      .officialAppearance,
      [
        "writ of", "summons", "by order of", "official notice", "ministry of justice", "sheriff",
        "law enforcement", "the police", "prosecutor",
      ]),
    Ban(.seizure, ["bailiff", "seizure", "enforcement officer", "garnish"]),
    Ban(
      .seizure, ["seize", "freeze", "block ", "auction"],
      [
        "your assets", "your accounts", "your bank account", "your goods", "your property",
        "your stock", "your equipment", "your wages",
      ]),
    Ban(
      .falseLaw,
      [
        "the law gives you", "the law requires you to pay within", "legal deadline",
        "statutory deadline", "by law you have", "you have by law", "silence will", "silence means",
        "deemed accepted", "deemed to be accepted",
      ]),
    Ban(.harassment, ["every day until", "every hour until", "day and night", "at your home"]),
    Ban(.thirdParties, ["your employees", "your family", "your bank will be"]),
    Ban(.thirdParties, telling, others, unless: ["please", "you can", "you may", "kindly"]),
    Ban(.publication, ["name and shame"]),
    Ban(
      .publication, ["publish", "make public", "post ", "go public", "disclose", "broadcast"],
      [
        "your name", "your debt", "your company", "your unpaid", "your late", "social media",
        "on the internet", "linkedin", "facebook", "the press",
      ]),
    Ban(
      .costs,
      [
        "collection costs", "collection fee", "collection charge", "recovery costs",
        "administration fee", "handling fee", "reminder fee", "legal fees", "lawyer",
      ],
      [
        "will be charged", "charged to you", "at your expense", "at your cost", "borne by you",
        "will be added", "payable by you", "you will owe", "you will have to pay", "you will bear",
        "we will charge", "you must pay", "will be yours",
      ], unless: ["fixed", "on proof", "justif", "court", "40 "]),
    Ban(.advertisement, ["special offer", "promotion"]),
  ]

  private static let telling =
    ["we will ", "we shall ", "we are going to ", "i will ", "right to ", "forced to ", "have to "]
    .flatMap { start in
      [
        "inform", "tell", "notify", "contact", "warn", "alert", "report", "write to", "call",
        "let", "speak",
      ].map { start + $0 }
    }
    + [
      "and inform", "and tell", "and notify", "and contact", "and warn", "and alert",
      "and report", "will be informed", "will be told", "will be notified", "will be warned",
      "will be contacted", "will hear", "will learn",
    ]

  private static let others = [
    "your customers", "your clients", "your suppliers", "your bank", "bank of france",
    "banque de france", "your partners", "your relatives", "your neighbours", "your neighbors",
    "your staff", "your employer", "your competitors", "your shareholders", "the press",
    "the media", "your landlord", "your spouse", "your wife", "your husband", "your insurer",
  ]
}
