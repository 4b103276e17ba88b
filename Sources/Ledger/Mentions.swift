public import Quantities

/// What an electronic invoice says beside its figures: its mentions (mentions de la facture).
///
/// A table carries none of them, and says nothing about what stands on the invoice itself.
public struct Mentions: Sendable {
  /// How much the file's profile can carry; what it cannot carry is not missing.
  public enum Scope: Sendable {
    /// Lines, notes, terms: all of it.
    case full
    /// Factur-X BASIC WL: everything but the lines.
    case withoutLines
    /// Factur-X MINIMUM: the parties' names and numbers, and the totals.
    case minimum
  }

  public var scope = Scope.full
  /// The file is a PDF whose page people read: a sentence may stand there and not in the data.
  public var hasPage = false
  /// BT-22 with BT-21, in the order of the file.
  public var notes: [InvoiceNote] = []
  /// BT-20, the payment terms in words.
  public var terms: [String] = []
  /// A discount for early payment is stated as data.
  public var hasDiscountTerms = false
  /// BT-23, the business process: `B1`, `S1`, `M1`, … tell goods, services or both in France.
  public var process = ""
  /// BT-33, what the seller says of itself: legal form, capital, register.
  public var sellerLegal = ""
  /// One for each VAT category and rate (BG-23).
  public var taxes: [TaxShare] = []
  /// What each line that is invoiced carries.
  public var lines: [LineMention] = []
  /// BT-73 and BT-74, the period invoiced.
  public var period: DayRange?
  /// BG-13, where the goods went; nil when the file does not say.
  public var deliveredTo: Party?
  /// BT-81, codes of UNTDID 4461: 30 and 58 credit transfer, 49 and 59 direct debit, 48 card, …
  public var paymentMeans: [String] = []
  public var references: ProofReference = []
  /// The days of `DocumentDraft.preceding`, in the same order.
  public var precedingDays: [Day?] = []

  public init() {}

  /// Every sentence of the document, wherever the file holds it.
  public var sentences: [String] {
    notes.map(\.text) + terms + taxes.map(\.exemption) + (sellerLegal.isEmpty ? [] : [sellerLegal])
  }
}

/// A note of an invoice with its subject code (UNTDID 4451): PMT the 40 €, PMD the penalties, AAB
/// the discount, REG and ABL the firm's registration; empty when the note has none.
public struct InvoiceNote: Hashable, Sendable {
  public let subject: String
  public let text: String

  public init(subject: String, text: String) {
    self.subject = subject
    self.text = text
  }
}

/// The part of an invoice under one VAT category and rate.
public struct TaxShare: Hashable, Sendable {
  /// UNTDID 5305: S taxed, E exempt, AE reverse charge, K within the Union, G export, O outside.
  public var category = ""
  public var rate: Rate?
  public var base: Money?
  public var tax: Money?
  /// Why no VAT is charged, in words (BT-120).
  public var exemption = ""
  /// The same as a code (BT-121): `VATEX-EU-AE`.
  public var exemptionCode = ""

  public init() {}
}

/// What a line of an invoice carries.
public struct LineMention: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let description = LineMention(rawValue: 1)
  public static let quantity = LineMention(rawValue: 2)
  public static let unitPrice = LineMention(rawValue: 4)
  /// A VAT rate, or the category that stands for one.
  public static let tax = LineMention(rawValue: 8)
  /// Its own day or period of delivery.
  public static let delivery = LineMention(rawValue: 16)
  /// It gathers or explains other lines and is not invoiced itself.
  public static let isHeading = LineMention(rawValue: 32)
}

/// The documents that an invoice points to, and that would prove the claim.
public struct ProofReference: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let contract = ProofReference(rawValue: 1)
  public static let deliveryNote = ProofReference(rawValue: 2)
  public static let receipt = ProofReference(rawValue: 4)
  public static let attachment = ProofReference(rawValue: 8)
}
