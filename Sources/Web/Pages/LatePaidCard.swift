import Claims
import Ledger
import Office
import Printing
import Quantities

/// What documents paid late still owe: shown beside the claim, and not asked for.
func latePaidCard(_ account: Account, _ late: Claim, _ voice: Voice) -> HTML {
  guard late.total.isPositive else { return HTML() }
  let numbers = Dictionary(
    account.items.map { ($0.id, $0.number) }, uniquingKeysWith: { first, _ in first })
  let amount = voice.money(late.total, late.currency)
  // A customer of years has thousands of such lines: the sum stands for those not shown.
  let shown = Array(late.lines.prefix(100))
  return HTML {
    div {
      details {
        summary(
          voice(
            "Factures payées en retard\u{A0}: \(amount) de pénalités et d’indemnités, non réclamés",
            "Invoices paid late: \(amount) of interest and compensation, not asked for"))
        p(
          voice(
            "Ces sommes sont dues de plein droit, mais ne figurent ni dans la liste du jour ni "
              + "dans les lettres.",
            "These amounts are owed by law, but stand neither on today’s list nor in the letters."))
        if shown.count == late.lines.count {
          derivation(shown, late.currency, voice) { numbers[$0] }
        } else {
          p(
            voice(
              "\(voice.count(late.lines.count)) lignes.", "\(voice.count(late.lines.count)) lines.")
          )
        }
      }.class("lines")
    }.class("card")
  }
}
