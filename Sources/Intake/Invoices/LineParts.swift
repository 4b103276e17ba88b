import Ledger

/// Which elements of an invoice line tell what the line carries.
///
/// Lines are never kept: an invoice may have a hundred thousand. Only this is noted of each.
struct LineParts {
  struct Part {
    let name: StaticString
    let mention: LineMention
    /// The level it must stand on, the line's own being 1; 0 for any.
    let depth: Int
    /// The element must hold a text; otherwise its presence is enough.
    let holdsText: Bool

    init(_ name: StaticString, _ mention: LineMention, depth: Int = 0, holdsText: Bool = true) {
      self.name = name
      self.mention = mention
      self.depth = depth
      self.holdsText = holdsText
    }
  }

  /// The elements that are lines.
  let elements: Set<String>
  let parts: [Part]

  /// For documents without lines.
  static let none = LineParts(elements: [], parts: [])

  /// The only text that the part marked `isHeading` has in a line that is invoiced.
  static let plainLine: StaticString = "DETAIL"

  static let cii = LineParts(
    elements: ["IncludedSupplyChainTradeLineItem"],
    parts: [
      Part("Name", .description, depth: 3), Part("Description", .description, depth: 3),
      Part("BilledQuantity", .quantity),
      Part("ChargeAmount", .unitPrice), Part("CategoryCode", .tax),
      Part("RateApplicablePercent", .tax), Part("ApplicablePercent", .tax),
      Part("OccurrenceDateTime", .delivery, holdsText: false),
      Part("BillingSpecifiedPeriod", .delivery, holdsText: false),
      Part("LineStatusReasonCode", .isHeading),
    ])

  static let ubl = LineParts(
    elements: ["InvoiceLine", "CreditNoteLine"],
    parts: [
      Part("Name", .description, depth: 3), Part("Description", .description, depth: 3),
      Part("InvoicedQuantity", .quantity),
      Part("CreditedQuantity", .quantity), Part("PriceAmount", .unitPrice),
      Part("ClassifiedTaxCategory", .tax, holdsText: false),
      Part("ActualDeliveryDate", .delivery), Part("InvoicePeriod", .delivery, holdsText: false),
    ])
}
