import Quantities

/// What a payer writes beside a transfer, from the exact number to nothing at all.
struct RemittanceWords {
  /// How the text names the documents, for the truth that tests score against.
  enum Text: String { case exact, variant, misspelt, order, month, none }

  let documents: [DemoDocument]
  let shares: [Share]
  let numberWidth: Int

  /// The longest text that every bank passes on.
  static let longest = 140

  func put(
    _ receipt: Receipt, by customer: DemoCustomer, into text: inout ByteText,
    _ random: inout SplitMix64
  ) -> Text {
    let places = named(receipt)
    // The words beside a direct debit are our own.
    let isOurs = receipt.kind == .directDebit || receipt.kind == .returned
    let way = isOurs ? Text.exact : way(customer.quoting, count: places.count, &random)
    switch way {
    case .exact, .variant, .misspelt:
      putNumbers(places, way, into: &text, &random)
    case .order:
      text.put("VOTRE CDE ")
      if let place = places.first { text.put(number: documents[place].order) }
    case .month:
      text.put("REGLEMENT FACTURES ")
      text.put(text: Self.months[receipt.day.adding(days: -30).month - 1])
    case .none:
      if random.chance(500) { text.put("VIREMENT FOURNISSEUR") }
    }
    return way
  }

  /// The documents a payer would quote: those the receipt pays, or pays a second time.
  private func named(_ receipt: Receipt) -> [Int] {
    let first = Int(receipt.firstShare)
    var places = shares[first..<first + Int(receipt.shareCount)].map { Int($0.document) }
    if receipt.amount == .twice {
      // The first payment's shares stand just before those of the second.
      places = [Int(shares[first - 1].document)]
    }
    return places.filter { $0 >= 0 }
  }

  private func way(
    _ quoting: DemoCustomer.Quoting, count: Int, _ random: inout SplitMix64
  ) -> Text {
    let draw = random.below(100)
    // More than eight numbers do not fit: the payer sends a list that the bank does not pass on.
    if count > 8 { return .month }
    switch quoting {
    case .exact: return draw < 94 ? .exact : draw < 97 ? .misspelt : .month
    case .variant: return draw < 88 ? .variant : draw < 94 ? .misspelt : .month
    case .order: return draw < 80 && count == 1 ? .order : .exact
    case .sloppy: return draw < 30 ? .misspelt : draw < 55 ? .variant : draw < 75 ? .month : .none
    }
  }

  private func putNumbers(
    _ places: [Int], _ way: Text, into text: inout ByteText, _ random: inout SplitMix64
  ) {
    if random.chance(500) { text.put(places.count > 1 ? "FACTURES " : "FACTURE ") }
    let wrong = way == .misspelt ? random.below(places.count) : -1
    let style = random.below(3)
    for (rank, place) in places.enumerated() {
      if rank > 0 { text.put(style == 0 ? ", " : " ") }
      let document = documents[place]
      if rank == wrong {
        putMisspelt(document, into: &text, &random)
      } else if way == .variant {
        putVariant(document, style, into: &text)
      } else {
        text.put(numberOf: document, width: numberWidth)
      }
    }
  }

  /// The number without its hyphens, without its prefix, or without its leading zeros.
  private func putVariant(_ document: DemoDocument, _ style: Int, into text: inout ByteText) {
    let year = document.issue.year
    let prefix: StaticString = document.isCredit ? "AV" : "FA"
    switch style {
    case 0:
      text.put(prefix)
      text.put(number: year)
      text.put(number: Int(document.sequence), width: numberWidth)
    case 1:
      text.put(prefix)
      text.put(" ")
      text.put(number: year)
      text.put(" ")
      text.put(number: Int(document.sequence), width: numberWidth)
    default:
      text.put(document.isCredit ? "AVOIR " : "FACT ")
      text.put(number: year)
      text.put("/")
      text.put(number: Int(document.sequence))
    }
  }

  /// Two neighbouring digits change places, or the last one is wrong.
  private func putMisspelt(
    _ document: DemoDocument, into text: inout ByteText, _ random: inout SplitMix64
  ) {
    var number = ByteText()
    number.put(numberOf: document, width: numberWidth)
    var digits = number.bytes
    let last = digits.count - 1
    if digits[last] != digits[last - 1], random.chance(600) {
      digits.swapAt(last, last - 1)
    } else {
      digits[last] = 48 + (digits[last] - 48 + UInt8(random.within(1...9))) % 10
    }
    text.put(bytes: digits)
  }

  static let months = [
    "JANVIER", "FEVRIER", "MARS", "AVRIL", "MAI", "JUIN", "JUILLET", "AOUT", "SEPTEMBRE",
    "OCTOBRE", "NOVEMBRE", "DECEMBRE",
  ]
}
