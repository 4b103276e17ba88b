import Quantities

/// Movements that pay no invoice: salaries, taxes, suppliers, fees, and money nobody expected.
struct Noise {
  struct Line {
    let cents: Int64
    let operation: BankEntry.Operation
    let name: String
    let label: String
  }

  let seed: UInt64

  /// What happens on a day, given what the account holds: the firm spends what came in, and never
  /// more than that.
  func lines(on day: Day, balance: Int64) -> [Line] {
    var random = SplitMix64(seed, .noise, Int(day.number))
    var lines: [Line] = []
    var left = max(0, balance)
    func spend(_ percent: Int, _ operation: BankEntry.Operation, _ name: String, _ label: String) {
      let cents = Money(cents: left).scaled(by: Int64(percent), over: 100).cents
      guard cents >= 100 else { return }
      left -= cents
      lines.append(Line(cents: -cents, operation: operation, name: name, label: label))
    }
    let (year, month, date) = day.parts
    let monthText = FrenchNumbers.padded(month, to: 2) + "/" + String(year)
    switch date {
    case 5: spend(4, .transferOut, "SCI DES TONNELIERS", "LOYER ATELIER " + monthText)
    case 12: spend(3, .debitedFrom, "ELECTRICITE DE L'OUEST", "PRLV SEPA ENERGIE " + monthText)
    case 15: spend(7, .debitedFrom, "URSSAF PAYS DE LA LOIRE", "PRLV SEPA URSSAF " + monthText)
    case 20: spend(8, .debitedFrom, "DGFIP", "PRLV DGFIP TVA " + monthText)
    case 28: spend(22, .salaries, "SALAIRES", "VIR SALAIRES " + monthText)
    default: break
    }
    if day.weekday == 4 {
      spend(random.within(18...30), .transferOut, "PAPETERIES DU LITTORAL", "VIR FOURNISSEURS")
    }
    if day == day.endOfMonth || (date == 30 && day.weekday == 5) {
      lines.append(Line(cents: -2_490, operation: .fee, name: "", label: "FRAIS TENUE DE COMPTE"))
    }
    lines += surprises(on: day, &random)
    return lines
  }

  /// Money in that pays no invoice: a refund, interest, a stranger's transfer.
  private func surprises(on day: Day, _ random: inout SplitMix64) -> [Line] {
    guard day.weekday <= 5, random.chance(55) else { return [] }
    switch random.below(4) {
    case 0:
      return [
        Line(
          cents: Int64(random.within(80_00...900_00)), operation: .transferIn,
          name: "ASSURANCES MUTUELLES DE LOIRE", label: "INDEMNITE SINISTRE " + random.digits(6))
      ]
    case 1:
      return [
        Line(
          cents: Int64(random.within(300_00...2_500_00)), operation: .transferIn, name: "DGFIP",
          label: "REMBOURSEMENT CREDIT TVA")
      ]
    case 2:
      return [
        Line(
          cents: Int64(random.within(50_00...1_800_00)), operation: .transferIn,
          name: "M OU MME " + random.pick(Vocabulary.surnames).bankCapitals, label: "VIREMENT")
      ]
    default:
      return [
        Line(cents: -1_250, operation: .fee, name: "", label: "COMMISSION VIREMENT INTERNATIONAL")
      ]
    }
  }
}
