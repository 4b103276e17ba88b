import Law
public import Ledger
import Quantities

extension CounterpartStep {
  /// The step in one line, as the page and the command print it.
  public func words(in language: Customer.Language) -> String {
    language == .french ? french : english
  }

  private var french: String {
    switch self {
    case .notFaster(let usual, let asked):
      "\(asked)\u{A0}j demandés pour \(usual)\u{A0}j habituels\u{A0}: rien de plus rapide, "
        + "rien à demander en échange"
    case .halvings(let usual, let asked, let count, let rounding):
      "\(usual)\u{A0}j → \(asked)\u{A0}j\u{A0}: délai divisé par \(ratio(usual, asked, ",")), "
        + "soit \(count) division\(count > 1 ? "s" : "") par deux (\(rounding.french))"
    case .betweenRungs(let average, let below):
      "délai habituel d’environ \(average)\u{A0}j, entre deux échelons\u{A0}: la première "
        + "division mène à l’échelon du dessous, \(below.words(in: .french))"
    case .rungDown(let from, let to):
      "un échelon de moins\u{A0}: \(from.words(in: .french)) → \(to.words(in: .french))"
    case .belowOrder(let count):
      "\(count) division\(count > 1 ? "s" : "") de plus que l’échelle n’a d’échelons\u{A0}: "
        + "un supplément express en répond"
    case .proportion(let average, let usual, let asked, let days):
      "\(average)\u{A0}j × \(asked) / \(usual) = \(days)\u{A0}j, arrondi au jour inférieur"
    case .downToRung(let days, let to):
      "\(days)\u{A0}j ramenés à l’échelon inférieur\u{A0}: \(to.words(in: .french))"
    case .ceiling(let days, let citation):
      "plafond légal de \(days)\u{A0}j (\(citation.text), art. \(citation.article))"
    case .noDayGained(let day):
      "à cette date, le délai habituel s’arrête déjà le \(day.french)\u{A0}: aucun jour gagné"
    case .alreadyOnOrder:
      "ce client paie déjà à la commande\u{A0}: la contrepartie est un supplément, ou le solde de "
        + "ce qui est échu"
    case .publicBuyer(let citation):
      "acheteur public\u{A0}: son délai est fixé par le \(citation.text) "
        + "(art. \(citation.article)), il ne se négocie pas à la commande"
    }
  }

  private var english: String {
    switch self {
    case .notFaster(let usual, let asked):
      "\(asked) days asked for, \(usual) as a rule: nothing faster, nothing to ask in return"
    case .halvings(let usual, let asked, let count, let rounding):
      "\(usual) → \(asked) days: lead time divided by \(ratio(usual, asked, ".")), that is "
        + "\(count) halving\(count == 1 ? "" : "s") (\(rounding.english))"
    case .betweenRungs(let average, let below):
      "usual term of about \(average) days, between two rungs: the first halving leads to the "
        + "rung below, \(below.words(in: .english))"
    case .rungDown(let from, let to):
      "one rung down: \(from.words(in: .english)) → \(to.words(in: .english))"
    case .belowOrder(let count):
      "\(count) more halving\(count == 1 ? "" : "s") than the ladder has rungs: an express "
        + "surcharge answers for them"
    case .proportion(let average, let usual, let asked, let days):
      "\(average) days × \(asked) / \(usual) = \(days) days, rounded down to the day"
    case .downToRung(let days, let to):
      "\(days) days brought down to the rung below: \(to.words(in: .english))"
    case .ceiling(let days, let citation):
      "legal ceiling of \(days) days (\(citation.text), \(citation.article))"
    case .noDayGained(let day):
      "on this date the usual term ends on \(day.englishLong) already: no day is gained"
    case .alreadyOnOrder:
      "this customer already pays with the order: the counterpart is a surcharge, or settling "
        + "what is overdue"
    case .publicBuyer(let citation):
      "public buyer: its term is set by the \(citation.text) (\(citation.article)) and is not "
        + "bargained over with an order"
    }
  }

  /// `5`, `2,3` or `1,07`: the ratio of the lead times, two decimals at the most.
  private func ratio(_ usual: Int, _ asked: Int, _ point: String) -> String {
    let hundredths = (usual * 200 + asked) / (asked * 2)
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    if rest == 0 { return String(whole) }
    if rest % 10 == 0 { return "\(whole)\(point)\(rest / 10)" }
    return "\(whole)\(point)\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension CounterpartPolicy.Rounding {
  /// How halvings are counted, for French readers.
  public var french: String {
    switch self {
    case .nearest: "la plus proche compte"
    case .forSupplier: "toute division entamée compte"
    case .forCustomer: "seules les divisions entières comptent"
    }
  }

  /// How halvings are counted, for English readers.
  public var english: String {
    switch self {
    case .nearest: "the nearest one counts"
    case .forSupplier: "a halving begun counts"
    case .forCustomer: "only whole halvings count"
    }
  }
}
