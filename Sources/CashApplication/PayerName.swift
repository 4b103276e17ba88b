/// A firm's name as banks garble it: capitals, without accents, punctuation or legal form.
struct PayerName {
  /// The name whole, legal form included, letters and digits only.
  let whole: [UInt8]
  /// A key of its words without the legal form, wherever that stood; nil when nothing is left.
  let key: UInt64?

  init(_ name: String, scratch: inout RemittanceText) {
    scratch.clear()
    scratch.add(name)
    whole = scratch.bytes
    key = PayerName.key(of: scratch.runs[...], in: scratch)
  }

  /// A key of words without the legal form; nil when nothing is left.
  static func key(
    of words: ArraySlice<RemittanceText.Run>, in text: RemittanceText
  ) -> UInt64? {
    var rolling = RollingKey(seed: 7)
    var count = 0
    for run in words {
      if PayerName.forms.first(run.value) >= 0, !run.isDigits { continue }
      let word = text.bytes(of: run)
      for byte in word { rolling.add(byte) }
      count += word.count
    }
    return count >= 2 ? rolling.key : nil
  }

  /// A key of the name without its legal form among what was learned of payers.
  var plainKey: UInt64? { key.map { mixed($0 ^ 0x5eed) } }

  private static let forms: KeyTable = {
    var text = RemittanceText()
    text.add(
      """
      SARL SAS SASU SA EURL SNC SCOP SCA SCS SCI SCM SELARL EARL GAEC GIE EI EIRL GMBH AG KG BV NV
      SRL SPRL LTD STE SOC SOCIETE ETS MONSIEUR MADAME MR MME
      """)
    var table = KeyTable(capacity: text.runs.count)
    for run in text.runs { table.insert(0, for: run.value) }
    return table
  }()
}

/// The shortest piece of a cut name that is trusted to name its bearer.
let shortestCutName = 18

/// Names of customers and of their groups, found whole, without legal form, or cut by the bank.
struct PayerNames: Sendable {
  private var wholes: [[UInt8]] = []
  private var owners: [Int32] = []
  private var sorted: [Int32] = []
  private(set) var byKey = KeyTable()

  /// Adds a form of a customer's name. `finish` must follow before the first search.
  mutating func add(_ name: PayerName, of customer: Int32) {
    guard let key = name.key else { return }
    byKey.insert(customer, for: key)
    wholes.append(name.whole)
    owners.append(customer)
  }

  mutating func finish() {
    sorted = wholes.indices.map { Int32($0) }
    sorted.sort { wholes[Int($0)].lexicographicallyPrecedes(wholes[Int($1)]) }
  }

  /// Whose name this may be, each customer once.
  func bearers(of name: PayerName) -> [Int32] {
    var found: [Int32] = []
    if let key = name.key {
      var entry = byKey.first(key)
      while entry >= 0 {
        if !found.contains(byKey.value(entry)) { found.append(byKey.value(entry)) }
        entry = byKey.next(entry)
      }
    }
    guard found.isEmpty, name.whole.count >= shortestCutName else { return found }
    var position = lowerBound(name.whole)
    while position < sorted.count, wholes[Int(sorted[position])].starts(with: name.whole) {
      let owner = owners[Int(sorted[position])]
      if !found.contains(owner) { found.append(owner) }
      position += 1
    }
    return found
  }

  /// Whose name these words of a text are: four letters at least, or any word would do.
  func bearers(
    ofWords words: ArraySlice<RemittanceText.Run>, in text: RemittanceText
  ) -> [Int32] {
    let letters = words.reduce(0) { $0 + ($1.isDigits ? 0 : Int($1.length)) }
    guard letters >= 4, let key = PayerName.key(of: words, in: text) else { return [] }
    var found: [Int32] = []
    var entry = byKey.first(key)
    while entry >= 0 {
      if !found.contains(byKey.value(entry)) { found.append(byKey.value(entry)) }
      entry = byKey.next(entry)
    }
    return found
  }

  private func lowerBound(_ name: [UInt8]) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if wholes[Int(sorted[middle])].lexicographicallyPrecedes(name) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
