/// What an account of the French chart (plan comptable général) means for customers.
enum FECAccount: UInt8 {
  /// Customers, doubtful ones too: 411, 416.
  case customer
  /// Advances received from customers: 419.
  case deposit
  /// Bank, till, cheques and cards to cash, transfers on their way: 51, 53, 54, 58; bills of
  /// exchange: 413.
  case money
  /// 70, and what is sold besides.
  case product
  /// VAT collected: 4457.
  case tax
  /// Receipts and payments to be identified: 47.
  case suspense
  /// Equity and loans: only what a year begins with sets them against customers.
  case capital
  /// Costs and revenue other than sales: 6, 7.
  case result
  case other

  init(_ account: Cell) {
    func digit(_ place: Int) -> UInt8 {
      place < account.count ? account.start[place] &- 48 : 255
    }
    switch (digit(0), digit(1), digit(2)) {
    case (4, 1, 1), (4, 1, 6): self = .customer
    case (4, 1, 9): self = .deposit
    case (4, 1, 3), (5, 1, _), (5, 3, _), (5, 4, _), (5, 8, _): self = .money
    case (7, 0, _): self = .product
    case (4, 4, 5): self = digit(3) == 7 ? .tax : .other
    case (4, 7, _): self = .suspense
    case (1, _, _), (8, 9, _): self = .capital
    case (6, _, _), (7, _, _): self = .result
    default: self = .other
    }
  }
}
