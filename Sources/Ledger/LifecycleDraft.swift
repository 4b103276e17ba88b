public import Quantities

/// A status of one document, as it stands in a lifecycle message (CDAR).
public struct LifecycleDraft: Sendable {
  /// An amount that goes with the status: its code (MDT-207), and its currency when given.
  public struct Amount: Hashable, Sendable {
    public let kind: String
    public let amount: Money
    public let currency: Currency?

    public init(kind: String, amount: Money, currency: Currency?) {
      self.kind = kind
      self.amount = amount
      self.currency = currency
    }
  }

  /// The number of the document.
  public var reference = ""
  /// BT-3 of the document, the UNTDID 1001 code.
  public var type = "380"
  public var issue: Day?
  public var code = 0
  /// The name of the status as the message writes it.
  public var label = ""
  public var day: Day?
  /// Six digits; empty when the message gives no time.
  public var time = ""
  public var reasons: [StatusReason] = []
  public var amounts: [Amount] = []
  /// SIREN of the document's seller and buyer; empty when not given.
  public var seller = ""
  public var buyer = ""
  /// Where it stands in the file.
  public var line = 1

  public init() {}

  public var isCredit: Bool { DocumentDraft.creditTypes.contains(type) }
}

/// A notice of the BODACC, as it stands in a file of its open data.
public struct NoticeDraft: Sendable {
  /// `A`: collective proceedings and sales.
  public var bulletin = "A"
  /// The number of the issue, year first: `20260180`.
  public var issue = ""
  /// The number of the notice in its issue.
  public var number = ""
  public var published: Day?
  /// SIREN of each firm it is about; empty when it gives none.
  public var sirens: [String] = []
  public var name = ""
  public var court = ""
  public var judgment = Judgment.other
  /// The judgment in the words of the notice.
  public var nature = ""
  public var judged: Day?
  /// Where it stands in the file.
  public var line = 1

  public init() {}

  /// What makes two notices the same one: `BODACC A n° 20260180, annonce n° 3235`.
  public var identity: String {
    "BODACC \(bulletin) n°\u{A0}\(issue), annonce n°\u{A0}\(number)"
  }

  /// Where the judgment was published, in the words of a letter.
  public var source: String {
    let day = published.map { ", publiée le \($0.french)" } ?? ""
    return identity + day + (court.isEmpty ? "" : " (\(court))")
  }
}
