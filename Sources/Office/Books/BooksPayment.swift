import Ledger
import Quantities

/// A payment as the books have it, taken apart: the money of each account, what of it goes to each
/// customer's row, and what the customer was let off.
struct BooksPayment {
  /// One amount on one account of ours.
  struct Receipt {
    let account: String
    let piece: String
    /// Positive for money in.
    let cents: Int64
  }

  /// A customer's row: money, and what a cost in the same entry stands for.
  struct Share {
    let posting: Int
    /// Positive for money in.
    var cents: Int64
  }

  /// A customer's row was credited with more than the money: charges, discount, loss.
  struct Allowance {
    let posting: Int
    let cents: Int64
    let account: String
  }

  /// What the money holds beside the customers' rows.
  enum Rest {
    case nothing
    /// An advance, or a receipt nobody has identified: it waits for a person.
    case waits
    /// No customer's money: the account and its name say what.
    case foreign(String)
  }

  private(set) var receipts: [Receipt] = []
  private(set) var shares: [Share] = []
  private(set) var allowances: [Allowance] = []
  private(set) var rest = Rest.nothing

  init(_ entry: JournalEntry) {
    for counterpart in entry.counterparts where counterpart.kind == .money {
      receipts.append(
        Receipt(
          account: counterpart.account, piece: counterpart.piece, cents: counterpart.amount.cents))
    }
    for (place, posting) in entry.postings.enumerated() {
      shares.append(Share(posting: place, cents: -posting.amount.cents))
    }
    takeAllowances(entry)
    nameRest(entry)
    complete(entry)
  }

  /// Costs on the debit side stand for what the customers paid less than they were credited with.
  private mutating func takeAllowances(_ entry: JournalEntry) {
    let paid = shares.reduce(0) { $0 + $1.cents }
    let received = receipts.reduce(0) { $0 + max(0, $1.cents) }
    let others = entry.counterparts.filter { $0.kind != .money }
    let elsewhere = others.reduce(0) { $0 - min(0, $1.amount.cents) }
    guard paid > 0, received > 0 else { return }
    var lacking = paid - (received - elsewhere)
    for cost in others where cost.amount.isPositive && lacking > 0 {
      let amount = min(cost.amount.cents, lacking)
      guard let place = share(of: amount, near: cost.place) else { continue }
      shares[place].cents -= amount
      lacking -= amount
      allowances.append(
        Allowance(posting: shares[place].posting, cents: amount, account: cost.account))
    }
  }

  /// The row that a cost belongs to: the one before it in the file, or else any large enough.
  private func share(of amount: Int64, near place: Int) -> Int? {
    let before = place - 1
    if shares.indices.contains(before), shares[before].cents >= amount { return before }
    if shares.indices.contains(place), shares[place].cents >= amount { return place }
    return shares.indices.max { shares[$0].cents < shares[$1].cents }
      .flatMap { shares[$0].cents >= amount ? $0 : nil }
  }

  private mutating func nameRest(_ entry: JournalEntry) {
    let others = entry.counterparts.filter { $0.kind != .money }
    if others.contains(where: { $0.kind != .other }) {
      rest = .waits
    } else if let largest = others.max(by: { $0.amount.magnitude < $1.amount.magnitude }) {
      rest = .foreign(
        [largest.account, largest.name].filter { !$0.isEmpty }.joined(separator: " "))
    } else if let other = receipts.first(where: { $0.cents < 0 }) {
      rest = .foreign(other.account)
    }
  }

  /// Money that no row shows, as in an extract of the customers' accounts alone.
  private mutating func complete(_ entry: JournalEntry) {
    let paid = shares.reduce(0) { $0 + $1.cents }
    let seen = receipts.filter { ($0.cents > 0) == (paid > 0) }.reduce(0) { $0 + $1.cents }
    guard paid != 0, abs(paid) > abs(seen) else { return }
    receipts.append(
      Receipt(
        account: receipts.first?.account ?? entry.journal, piece: entry.postings.first?.piece ?? "",
        cents: paid - seen))
  }
}

/// A part of a share that comes by one line.
struct Portion {
  let share: Int
  let slot: Int
  let cents: Int64
}

extension BooksPayment {
  /// Puts the shares on the amounts of bank lines: what fits to the cent first, then in order.
  ///
  /// Where money went both ways, each row goes by its own side; otherwise a refund or a credit note
  /// is netted within the line.
  static func portions(of shares: [Int64], on slots: [Int64]) -> [Portion] {
    var left = slots
    var portions: [Portion] = []
    func put(_ share: Int, _ slot: Int, _ cents: Int64) {
      guard cents != 0 else { return }
      portions.append(Portion(share: share, slot: slot, cents: cents))
      left[slot] -= cents
    }
    let isOneWay = !(slots.contains { $0 > 0 } && slots.contains { $0 < 0 })
    var rest = shares
    for (place, share) in shares.enumerated() {
      guard let slot = left.firstIndex(of: share), share != 0 else { continue }
      put(place, slot, share)
      rest[place] = 0
    }
    // What goes against the money of its line makes room in it.
    for (place, share) in rest.enumerated() where isOneWay && share != 0 {
      guard let slot = slots.firstIndex(where: { ($0 > 0) != (share > 0) }) else {
        continue
      }
      put(place, slot, share)
      rest[place] = 0
    }
    for place in rest.indices {
      for slot in left.indices where rest[place] != 0 && (left[slot] > 0) == (rest[place] > 0) {
        let cents = left[slot] > 0 ? min(left[slot], rest[place]) : max(left[slot], rest[place])
        put(place, slot, cents)
        rest[place] -= cents
      }
    }
    return portions
  }
}
