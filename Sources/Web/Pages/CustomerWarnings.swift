import Ledger
import Office
import Printing

/// What to know before asking this customer for anything.
@HTMLBuilder func warnings(_ visit: Visit, _ file: CustomerFile) -> HTML {
  missingRate(visit, file.missingRate)
  foreignLaw(file.customer, visit.voice)
}

/// The claim is counted by French law; abroad the contract's law governs (R2.26).
@HTMLBuilder private func foreignLaw(_ customer: Customer, _ voice: Voice) -> HTML {
  if !["", "FR"].contains(customer.party.country.uppercased()) {
    div {
      strong(voice("Client établi à l’étranger", "Customer abroad"))
      p(
        voice(
          "Les pénalités et les 40\u{A0}€ sont comptés selon le droit français. Vérifiez que votre "
            + "contrat le prévoit avant de les réclamer.",
          "Interest and the €40 are counted by French law. Check that your contract says so before "
            + "you claim them."))
    }.class("banner warn").role("note")
  }
}
