import Ledger

/// The payers that lines name, each once, and the customers each of them may pay for.
struct PayerBook {
  /// Why these customers.
  enum Ground: UInt8 { case account, name, group, unknown }

  struct Payer {
    let account: UInt64?
    let name: UInt64?
    /// The name without its legal form.
    let plain: UInt64?
    let nameAsWritten: String
    var first: Int32 = 0
    var count: Int32 = 0
    var ground = Ground.unknown
    /// Whether only earlier payments say so, not the customer file.
    var isLearned = false
  }

  private(set) var payers: [Payer] = []
  private var customers: [Int32] = []
  private var byKey = KeyTable()
  private var scratch = RemittanceText()

  /// The place of a line's payer.
  mutating func place(of line: BankLine) -> Int32 {
    let account = payerKey(line.payerIBAN, seed: 11)
    let name = payerKey(line.payer, seed: 13)
    let key = (account ?? 1) &* 0x9e37_79b9_7f4a_7c15 ^ (name ?? 2)
    if let known = byKey.newest(key) { return known }
    let place = Int32(payers.count)
    let plain = PayerName(line.payer, scratch: &scratch).plainKey
    payers.append(Payer(account: account, name: name, plain: plain, nameAsWritten: line.payer))
    byKey.insert(place, for: key)
    return place
  }

  /// Whom a payer may pay for, once `resolve` has said it.
  func customers(of payer: Int32) -> ArraySlice<Int32> {
    let payer = payers[Int(payer)]
    return customers[Int(payer.first)..<Int(payer.first + payer.count)]
  }

  /// Finds whom each payer may pay for: by the account in the customer file, else by the name and
  /// by what was learned.
  mutating func resolve(in index: OpenItemIndex, by memory: PayerMemory) {
    customers.removeAll(keepingCapacity: true)
    var scratch = RemittanceText()
    var found: [Int32] = []
    for place in payers.indices {
      found.removeAll(keepingCapacity: true)
      payers[place].ground = PayerBook.ground(of: payers[place], in: index, into: &found, &scratch)
      payers[place].isLearned = found.isEmpty
      if payers[place].ground != .account { recall(place, from: memory, &found, in: index) }
      payers[place].first = Int32(customers.count)
      payers[place].count = Int32(found.count)
      customers += found
    }
  }

  /// By the customer file: the account, else the name.
  private static func ground(
    of payer: Payer, in index: OpenItemIndex, into found: inout [Int32],
    _ scratch: inout RemittanceText
  ) -> Ground {
    if let account = payer.account { index.customers(ofAccount: account, into: &found) }
    if !found.isEmpty { return .account }
    guard payer.name != nil else { return .unknown }
    let name = PayerName(payer.nameAsWritten, scratch: &scratch)
    found = index.names.bearers(of: name)
    if !found.isEmpty { return .name }
    found = index.groups.bearers(of: name)
    return found.isEmpty ? .unknown : .group
  }

  /// By what was learned: the account, else the name.
  private mutating func recall(
    _ place: Int, from memory: PayerMemory, _ found: inout [Int32], in index: OpenItemIndex
  ) {
    let payer = payers[place]
    PayerBook.add(memory.customers(of: payer.account), in: index, to: &found)
    if payer.isLearned, !found.isEmpty { payers[place].ground = .account }
    guard found.isEmpty else { return }
    PayerBook.add(memory.customers(of: payer.name), in: index, to: &found)
    if found.isEmpty { PayerBook.add(memory.customers(of: payer.plain), in: index, to: &found) }
    if !found.isEmpty { payers[place].ground = .name }
  }

  private static func add(
    _ learned: [CustomerID], in index: OpenItemIndex, to found: inout [Int32]
  ) {
    for customer in learned {
      if let place = index.knownPlace(of: customer), !found.contains(place) { found.append(place) }
    }
  }
}

extension PayerBook {
  /// The ground in words.
  func reason(for payer: Int32) -> Reason {
    let payer = payers[Int(payer)]
    return switch payer.ground {
    case .account: .payerAccount
    case .name: .payerName(payer.nameAsWritten)
    case .group: .payerGroup
    case .unknown: .unknownPayer
    }
  }
}
