public import Behaviour
public import Ledger
import Quantities

/// The plans delivered for each kind of payer: they decide as they are until a person puts them
/// aside, or puts a plan of its own for that kind in force.
extension DunningPlan {
  /// One plan for each kind that evidence can tell; a payer still unknown has the everyday plan.
  public static let house: [DunningPlan] = [
    patient, guiding, settling, brief, sparing,
  ]

  /// The kind of payer that a delivered plan is for; nil for any other plan.
  public var houseKind: PayerProfile.Kind? {
    DunningPlan.house.contains { $0.key == key }
      ? audience.profiles.first.flatMap(PayerProfile.Kind.init(rawValue:)) : nil
  }

  /// What people call it: its title, else the name of a delivered plan in the reader's language.
  public func name(in language: Customer.Language) -> String {
    if !title.isEmpty { return title }
    if let houseKind { return houseKind.planName(in: language) }
    guard key == DunningPlan.standard.key else { return key }
    return language == .french ? "Scénario courant" : "Everyday plan"
  }

  /// A late invoice is an oversight: courteous, and later.
  private static let patient = DunningPlan(
    key: "bon-payeur",
    levels: [
      DunningLevel(.courtesy, delayInDays: 8, tone: .courteous, asksAccessories: false),
      DunningLevel(.reminder, delayInDays: 18, tone: .courteous, asksAccessories: false),
      DunningLevel(.firm, delayInDays: 30, tone: .factual, isWithCall: true),
      DunningLevel(.formalNotice, delayInDays: 45, tone: .formal, channel: .registeredLetter),
    ]
  ).meant(for: .goodPayer)

  /// Pays, but forgets: a word a week before the due date, for smaller amounts too.
  private static let guiding = DunningPlan(
    key: "desorganise",
    levels: [
      DunningLevel(.preDue, delayInDays: -7, tone: .courteous, asksAccessories: false),
      DunningLevel(.courtesy, delayInDays: 2, tone: .courteous, asksAccessories: false),
      DunningLevel(.reminder, delayInDays: 10, tone: .factual),
      DunningLevel(.firm, delayInDays: 20, tone: .firm, isWithCall: true),
      DunningLevel(.formalNotice, delayInDays: 30, tone: .formal, channel: .registeredLetter),
    ]
  ).meant(for: .disorganised, heraldedFrom: Money(cents: 300_00))

  /// The objection is asked for and settled first: no firm step, no notice; a person decides.
  private static let settling = DunningPlan(
    key: "contestataire",
    levels: [
      DunningLevel(
        .courtesy, delayInDays: 3, tone: .courteous, channel: .call, asksAccessories: false),
      DunningLevel(
        .reminder, delayInDays: 12, tone: .factual, isWithCall: true, asksAccessories: false),
      DunningLevel(
        .reminder, key: "settle", delayInDays: 24, tone: .factual, channel: .task,
        asksAccessories: false),
    ]
  ).meant(for: .disputing)

  /// Gains time where it can: short steps, from factual to firm.
  private static let brief = DunningPlan(
    key: "opportuniste",
    levels: [
      DunningLevel(.preDue, delayInDays: -5, tone: .factual, asksAccessories: false),
      DunningLevel(.reminder, delayInDays: 2, tone: .factual),
      DunningLevel(.firm, delayInDays: 9, tone: .firm, isWithCall: true),
      DunningLevel(.formalNotice, delayInDays: 17, tone: .formal, channel: .registeredLetter),
    ]
  ).meant(for: .opportunist)

  /// Cannot pay all at once: a call that proposes instalments, before anything is written.
  private static let sparing = DunningPlan(
    key: "en-difficulte",
    levels: [
      DunningLevel(
        .courtesy, delayInDays: 2, tone: .courteous, channel: .call, asksAccessories: false),
      DunningLevel(
        .reminder, delayInDays: 10, tone: .factual, isWithCall: true, asksAccessories: false),
      DunningLevel(.firm, delayInDays: 20, tone: .firm, isWithCall: true),
      DunningLevel(.formalNotice, delayInDays: 35, tone: .formal, channel: .registeredLetter),
    ]
  ).meant(for: .distress)

  private func meant(
    for kind: PayerProfile.Kind, heraldedFrom amount: Money = Money(cents: 1000_00)
  ) -> DunningPlan {
    var plan = self
    plan.audience.profiles = [kind.rawValue]
    plan.minimumAmountBeforeDue = amount
    return plan
  }
}

extension PlanBook {
  /// The plans of a firm that has set up nothing: the everyday plan, and one for each kind.
  public static let house = PlanBook(DunningPlan.house)
}

extension PayerProfile.Kind {
  fileprivate func planName(in language: Customer.Language) -> String {
    switch (self, language) {
    case (.goodPayer, .french): "Bons payeurs"
    case (.goodPayer, .english): "Good payers"
    case (.disorganised, .french): "Désorganisés"
    case (.disorganised, .english): "Disorganised payers"
    case (.disputing, .french): "Contestataires"
    case (.disputing, .english): "Disputing payers"
    case (.opportunist, .french): "Opportunistes"
    case (.opportunist, .english): "Opportunists"
    case (.distress, .french): "En difficulté"
    case (.distress, .english): "Payers in distress"
    case (.unknown, .french): "Encore inconnus"
    case (.unknown, .english): "Still unknown"
    }
  }
}
