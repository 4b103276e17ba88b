public import Ledger

/// Why a customer pays as it does, as far as the evidence tells: can't pay, won't pay, or won't
/// pay this.
public struct PayerProfile: Hashable, Sendable {
  /// The families of payers; each calls for other steps, another tone and other terms.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Pays on time or nearly: a late invoice is an oversight (bon payeur).
    case goodPayer
    /// Pays late and irregularly, and always pays (désorganisé).
    case disorganised
    /// Pays once its objections are answered (contestataire).
    case disputing
    /// Could pay and gains time: waits for reminders, breaks promises, asks for favours and gives
    /// nothing in return (opportuniste).
    case opportunist
    /// Cannot pay all it owes (en difficulté).
    case distress
    /// Too little is known to tell (encore inconnu).
    case unknown
  }
}

extension PayerProfile.Kind {
  /// The kind in the words of a reader.
  public func words(in language: Customer.Language) -> String {
    switch (self, language) {
    case (.goodPayer, .french): "bon payeur"
    case (.goodPayer, .english): "good payer"
    case (.disorganised, .french): "désorganisé"
    case (.disorganised, .english): "disorganised"
    case (.disputing, .french): "contestataire"
    case (.disputing, .english): "disputing"
    case (.opportunist, .french): "opportuniste"
    case (.opportunist, .english): "opportunist"
    case (.distress, .french): "en difficulté"
    case (.distress, .english): "in distress"
    case (.unknown, .french): "encore inconnu"
    case (.unknown, .english): "still unknown"
    }
  }
}
