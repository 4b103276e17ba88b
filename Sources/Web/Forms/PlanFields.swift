import Dunning
import Ledger
import Office
import Quantities

/// What a person wrote into the fields of a plan.
struct PlanFields {
  let visit: Visit
  private var form: Form { visit.form }
  private var voice: Voice { visit.voice }

  init(visit: Visit) { self.visit = visit }

  /// The plan that the fields describe. Refuses what cannot be read, naming the field.
  func plan(from former: DunningPlan, most: Int) throws -> DunningPlan {
    var levels: [DunningLevel] = []
    for place in 0...most where !form.text("etape-\(place)-jour").isEmpty {
      guard !form.isTicked("etape-\(place)-retirer") else { continue }
      levels.append(try level(place, named: levels.map(\.key)))
    }
    var plan = former.with(levels)
    plan.title = oneLine(form.text("titre"))
    plan.audience = try audience()
    plan.minimumGapInDays = try number(
      "ecart", Field("les jours entre deux contacts", "the days between two contacts"), 0...90)
    plan.mostContactsAWeek = try number(
      "semaine", Field("les contacts par semaine", "the contacts a week"), 0...99)
    plan.remindersBeforeNotice = try number(
      "relances", Field("les relances avant une mise en demeure", "the reminders"), 0...20)
    plan.minimumAmount = try amount("minimum", Field("le montant minimum", "the least amount"))
    plan.minimumAmountBeforeDue = try amount(
      "minimum-avant", Field("le minimum avant échéance", "the least amount before due"))
    plan.calendar = BankCalendar(keepsAlsaceMoselle: form.isTicked("alsace"))
    plan.hours = try hours()
    for channel in Reminder.Channel.allCases {
      let text = form.text("jours-\(channel.rawValue)")
      guard !text.isEmpty else { continue }
      guard let days = SendingDays(rawValue: text) else {
        throw Refusal.wrong(voice("Choisissez dans les listes.", "Choose from the lists."))
      }
      plan.days[channel] = days == .workingDays ? nil : days
    }
    return plan
  }

  private func level(_ place: Int, named known: [String]) throws -> DunningLevel {
    func text(_ part: String) -> String { form.text("etape-\(place)-\(part)") }
    guard let name = DunningLevel.Name(rawValue: text("nom")),
      let channel = Reminder.Channel(rawValue: text("canal")),
      let tone = DunningLevel.Tone(rawValue: text("ton")),
      let role = ContactRole(rawValue: text("role")),
      let mode = DunningLevel.Mode(rawValue: text("mode"))
    else { throw Refusal.wrong(voice("Choisissez dans les listes.", "Choose from the lists.")) }
    let day = try number(
      "etape-\(place)-jour", Field("le jour de l’étape", "the day of the step"), -180...720)
    var level = DunningLevel(
      name, key: key(text("cle"), name, known), delayInDays: day, tone: tone, channel: channel,
      isWithCall: form.isTicked("etape-\(place)-appel"),
      asksAccessories: form.isTicked("etape-\(place)-accessoires"))
    level.role = role
    level.mode = mode
    level.minimumAmount = try amount(
      "etape-\(place)-minimum", Field("le minimum de l’étape", "the least amount of the step"))
    return level
  }

  /// The step's own key, else one that no step bears: `reminder-2`.
  private func key(_ given: String, _ name: DunningLevel.Name, _ known: [String]) -> String {
    if DunningPlan.isKey(given) { return given }
    let taken = Set(known + (0...40).map { form.text("etape-\($0)-cle") })
    var key = name.rawValue
    var count = 2
    while taken.contains(key) {
      key = "\(name.rawValue)-\(count)"
      count += 1
    }
    return key
  }

  private func audience() throws -> Audience {
    var audience = Audience()
    if let kind = Customer.Kind(rawValue: form.text("nature")) { audience.kinds = [kind] }
    if !form.text("profil").isEmpty { audience.profiles = [oneLine(form.text("profil"))] }
    audience.owesAtLeast = try amount("doit", Field("ce qu’ils doivent", "what they owe"))
    for word in form.text("clients").split(whereSeparator: { " ,;\n\t".contains($0) }) {
      audience.customers.insert(try customer(String(word)))
    }
    return audience
  }

  /// A customer by code, or by the number that the page itself writes (`#12`).
  private func customer(_ word: String) throws -> CustomerID {
    if word.hasPrefix("#"), let number = Int64(word.dropFirst()),
      try visit.desk.customerName(CustomerID(number)) != nil
    {
      return CustomerID(number)
    }
    let found = try visit.desk.customers(matching: word).filter { $0.party.reference == word }
    if found.count == 1 { return found[0].id }
    throw Refusal.wrong(
      voice(
        "« \(word) » n’est le code d’aucun client.", "“\(word)” is the code of no customer."))
  }

  private func number(
    _ name: String, _ field: Field, _ range: ClosedRange<Int>
  ) throws -> Int {
    let text = form.text(name).replacing("−", with: "-").replacing("+", with: "")
    guard let number = Int(text), range.contains(number) else {
      throw Refusal.wrong(
        voice(
          "Pour \(field.french), « \(form.text(name)) » ne va pas\u{A0}: un nombre entier de "
            + "\(range.lowerBound) à \(range.upperBound).",
          "For \(field.english), “\(form.text(name))” will not do: a whole number from "
            + "\(range.lowerBound) to \(range.upperBound)."))
    }
    return number
  }

  private func amount(_ name: String, _ field: Field) throws -> Money {
    if form.text(name).isEmpty { return .zero }
    let amount = try form.money(name, field, voice)
    guard !amount.isNegative else {
      throw Refusal.wrong(
        voice("Le montant ne peut pas être négatif.", "The amount cannot be negative."))
    }
    return amount
  }

  private func hours() throws -> SendingHours {
    let numbers = form.text("heures").split { !$0.isNumber }.compactMap { Int($0) }
    let parts = numbers.count == 2 ? [numbers[0], 0, numbers[1], 0] : numbers
    guard parts.count == 4, parts.allSatisfy({ (0...60).contains($0) }),
      let hours = SendingHours(first: parts[0] * 60 + parts[1], end: parts[2] * 60 + parts[3])
    else {
      throw Refusal.wrong(
        voice(
          "Heures d’envoi\u{A0}: écrivez par exemple 8:30–18:00.",
          "Hours of sending: write for example 8:30–18:00."))
    }
    return hours
  }
}
