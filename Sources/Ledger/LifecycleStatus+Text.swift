extension LifecycleStatus {
  /// The name of the status for French readers: `en litige`.
  public var french: String { LifecycleStatus.meanings[code]?.french ?? "statut non répertorié" }

  /// The name of the status for English readers: `disputed`.
  public var english: String { LifecycleStatus.meanings[code]?.english ?? "status not listed" }

  private static let meanings: [Int: (french: String, english: String)] = [
    200: ("déposée", "submitted"),
    201: ("émise par la plateforme", "issued by the platform"),
    202: ("reçue par la plateforme", "received by the platform"),
    203: ("mise à disposition", "made available"),
    204: ("prise en charge", "taken in hand"),
    205: ("approuvée", "approved"),
    206: ("approuvée partiellement", "approved in part"),
    207: ("en litige", "disputed"),
    208: ("suspendue", "suspended"),
    209: ("complétée", "completed"),
    210: ("refusée", "refused"),
    211: ("paiement transmis", "payment sent"),
    212: ("encaissée", "payment received"),
    213: ("rejetée", "rejected"),
    214: ("visée", "stamped"),
    220: ("annulée", "cancelled"),
    221: ("erreur de routage", "routing error"),
    224: ("demande de paiement direct", "direct payment asked for"),
    225: ("affacturée", "assigned to a factor"),
    226: ("affacturée, affacturage confidentiel", "assigned to a factor, undisclosed"),
    227: ("changement de compte à payer", "account to pay changed"),
    228: ("non affacturée", "not assigned to a factor"),
    501: ("irrecevable", "inadmissible"),
  ]

  /// The reasons in one line; empty when the message gives none.
  public func reasons(in language: Customer.Language) -> String {
    reasons.map { language == .french ? $0.french : $0.english }
      .joined(separator: language == .french ? "\u{A0}; " : "; ")
  }
}
