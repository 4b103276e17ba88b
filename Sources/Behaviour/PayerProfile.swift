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

  /// What the account shows, the strongest first.
  public let evidence: [Evidence]
  /// What a person decided, with the reason; nil when the evidence stands alone.
  public let overrule: Dated<ProfileOverrule>?

  /// Later than this on average is no good payer, whatever else speaks for it.
  public static let goodDelayInDays = 10
  /// With fewer points no kind is named.
  public static let fewestPoints = 2

  public init(evidence: [Evidence], overrule: Dated<ProfileOverrule>? = nil) {
    let weighed = evidence.map { ($0, $0.points.lazy.map(\.points).max() ?? 0) }
    self.evidence = weighed.enumerated().sorted {
      ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
    }.map(\.element.0)
    self.overrule = overrule
  }

  /// The points that the evidence gives to a kind.
  public func points(for kind: Kind) -> Int {
    evidence.lazy.flatMap(\.points).filter { $0.kind == kind }.map(\.points).reduce(0, +)
  }

  /// The kind that the evidence alone tells: the most points, the graver one where two are even.
  public var told: Kind {
    let isLate = evidence.contains {
      if case .delay(let average, _) = $0 { average > PayerProfile.goodDelayInDays } else { false }
    }
    var best = (kind: Kind.unknown, points: PayerProfile.fewestPoints - 1)
    for kind in Kind.gravestFirst where !(isLate && kind == .goodPayer) {
      let points = points(for: kind)
      if points > best.points { best = (kind, points) }
    }
    return best.kind
  }

  /// The kind that holds: a person's, where one has decided.
  public var kind: Kind { overrule.flatMap { Kind(rawValue: $0.fact.kind) } ?? told }
}

extension PayerProfile.Kind {
  /// Those that can be told, the gravest first.
  static let gravestFirst: [PayerProfile.Kind] = [
    .distress, .opportunist, .disputing, .disorganised, .goodPayer,
  ]
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
