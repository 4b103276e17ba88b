public import Ledger
import Quantities

extension Evidence {
  /// The evidence in one sentence, with its figures and days.
  public func words(in language: Customer.Language) -> String {
    language == .french ? french : english
  }

  private var french: String {
    switch self {
    case .delay(let average, let count):
      "paie \(Evidence.after(average)) en moyenne, sur \(factures(count))"
    case .trend(let change, let count):
      "paie \(change)\u{A0}jours plus tard depuis six mois (\(factures(count)))"
    case .lateInvoices(let late, let all):
      "\(late) \(late > 1 ? "factures" : "facture") sur \(all) à plus de dix jours de retard"
    case .partialPayments(let parts, let all):
      "\(parts) \(parts > 1 ? "factures" : "facture") sur \(all) "
        + "\(parts > 1 ? "payées" : "payée") en plusieurs fois, sans accord"
    case .promises(let kept, let broken, let last):
      "promesses\u{A0}: \(kept) \(kept > 1 ? "tenues" : "tenue"), "
        + "\(broken) non \(broken > 1 ? "tenues" : "tenue")"
        + (last.map { ", la dernière depuis le \($0.french)" } ?? "")
    case .disputes(let raised, let afterDue, let last):
      "\(raised) \(raised > 1 ? "factures contestées" : "facture contestée"), dont \(afterDue) "
        + "seulement après l’échéance (la dernière le \(last.french))"
    case .rushRefused(let asked, let refused, let last):
      "\(asked) \(asked > 1 ? "commandes urgentes demandées" : "commande urgente demandée"), "
        + "contrepartie refusée \(refused) fois (la dernière le \(last.french)), et paie en retard"
    default: secondFrench
    }
  }

  private var secondFrench: String {
    switch self {
    case .insolvency(let insolvency):
      "procédure collective ouverte le \(insolvency.opened.french) (\(insolvency.source))"
    case .returnedDebits(let count, let last):
      "\(count) \(count > 1 ? "prélèvements rejetés" : "prélèvement rejeté") faute de provision "
        + "(\(count > 1 ? "le dernier " : "")le \(last.french))"
    case .stoppedPaying(let last, let overdue, let days):
      (last.map { "plus aucun règlement depuis le \($0.french) (\(days)\u{A0}jours)" }
        ?? "aucun règlement en \(days)\u{A0}jours")
        + ", \(factures(overdue)) en souffrance"
    case .paysOthers(let customers, let last):
      "a payé pour \(customers) \(customers > 1 ? "autres sociétés" : "autre société") de son "
        + "groupe jusqu’au \(last.french), pendant que nos factures attendaient"
    case .silence(let reminders, let since):
      "\(reminders) relances depuis le \(since.french) sans la moindre réaction"
    default: ""
    }
  }

  private var english: String {
    switch self {
    case .delay(let average, let count):
      "pays \(Evidence.afterEnglish(average)) on average, over \(invoices(count))"
    case .trend(let change, let count):
      "has paid \(change) days later for six months (\(invoices(count)))"
    case .lateInvoices(let late, let all): "\(late) of \(invoices(all)) more than ten days late"
    case .partialPayments(let parts, let all):
      "\(parts) of \(invoices(all)) paid in parts, without an agreement"
    case .promises(let kept, let broken, let last):
      "promises: \(kept) kept, \(broken) broken"
        + (last.map { ", the last one since \($0.englishLong)" } ?? "")
    case .disputes(let raised, let afterDue, let last):
      "\(invoices(raised)) disputed, \(afterDue) of them only after the due date "
        + "(the last on \(last.englishLong))"
    case .rushRefused(let asked, let refused, let last):
      "\(asked) rush \(asked > 1 ? "orders" : "order") wanted, anything in return refused "
        + "\(refused > 1 ? "\(refused) times" : "once") (last on \(last.englishLong)), "
        + "and pays late"
    default: secondEnglish
    }
  }

  private var secondEnglish: String {
    switch self {
    case .insolvency(let insolvency):
      "insolvency proceedings opened on \(insolvency.opened.englishLong) (\(insolvency.source))"
    case .returnedDebits(let count, let last):
      "\(count) direct \(count > 1 ? "debits" : "debit") returned for lack of funds "
        + "(\(count > 1 ? "the last " : "")on \(last.englishLong))"
    case .stoppedPaying(let last, let overdue, let days):
      (last.map { "no payment since \($0.englishLong) (\(days) days)" }
        ?? "no payment in \(days) days") + ", \(invoices(overdue)) waiting"
    case .paysOthers(let customers, let last):
      "has paid for \(customers) other \(customers > 1 ? "firms" : "firm") of its group until "
        + "\(last.englishLong), while our invoices waited"
    case .silence(let reminders, let since):
      "\(reminders) reminders since \(since.englishLong) without any reaction"
    default: ""
    }
  }

  private func factures(_ count: Int) -> String { "\(count) \(count > 1 ? "factures" : "facture")" }

  private func invoices(_ count: Int) -> String {
    "\(count) \(count == 1 ? "invoice" : "invoices")"
  }

  private static func after(_ days: Int) -> String {
    switch days {
    case 0: "à l’échéance"
    case 1...: "\(days)\u{A0}\(days > 1 ? "jours" : "jour") après l’échéance"
    default: "\(-days)\u{A0}\(days < -1 ? "jours" : "jour") avant l’échéance"
    }
  }

  private static func afterEnglish(_ days: Int) -> String {
    switch days {
    case 0: "on the due date"
    case 1...: "\(days) \(days > 1 ? "days" : "day") after the due date"
    default: "\(-days) \(days < -1 ? "days" : "day") before the due date"
    }
  }
}
