import Ledger

/// What the columns of a bank's table may hold, from the words of its header and from its values.
struct ColumnGuess {
  private(set) var places: [Column: [Int]] = [:]
  /// Sure enough to be read without asking.
  private(set) var isSure = false

  private let sample: TableSample
  private var free: Set<Int>
  private let keys: [String]

  init(_ sample: TableSample) {
    self.sample = sample
    keys = sample.shape.names.map { ColumnName($0).key }
    free = Set(sample.shape.names.indices)
    if keys.last == TableShape.reason { free.remove(keys.count - 1) }
    guard !sample.rows.isEmpty else { return }
    takeDays()
    let isMoneySure = takeMoney()
    takeWords()
    isSure =
      isMoneySure && places[.booked] ?? places[.value] != nil && places[.label] != nil
      && !speaksOfInvoices && !speaksOfBooks
  }

  private mutating func take(_ column: Column, _ place: Int) {
    places[column, default: []].append(place)
    free.remove(place)
  }

  /// The free columns of a kind whose header speaks of a column, the surest word first.
  private func named(_ column: Column, _ holds: (Int) -> Bool) -> [Int] {
    let words = ColumnGuess.words[column] ?? []
    func rank(_ place: Int) -> Int? {
      let key = keys[place]
      return key.isEmpty ? nil : words.firstIndex { key.contains($0) }
    }
    return free.filter { rank($0) != nil && holds($0) }
      .sorted { (rank($0) ?? 0, $0) < (rank($1) ?? 0, $1) }
  }

  // MARK: - Days

  private mutating func takeDays() {
    if let value = named(.value, sample.isDays).first { take(.value, value) }
    if let booked = named(.booked, sample.isDays).first { take(.booked, booked) }
    let days = free.filter(sample.isDays).sorted()
    if places[.booked] == nil, let first = days.first {
      take(.booked, first)
      if places[.value] == nil, days.count > 1 { take(.value, days[1]) }
    }
    // Other days are no amounts, whatever they look like.
    free.subtract(days)
  }

  // MARK: - Amounts

  /// Finds the movement, and whether there is no doubt about it.
  private mutating func takeMoney() -> Bool {
    let money = free.filter(sample.isMoney).sorted()
    let sense = named(.sign, sample.isSenses).first ?? free.filter(sample.isSenses).min()
    if let running = RunningBalance(sample, money, sense: sense) {
      take(.balance, running.balance)
      switch running.movement {
      case .signed(let amount): take(.amount, amount)
      case .marked(let amount):
        take(.amount, amount)
        if let sense { take(.sign, sense) }
      case .split(let debit, let credit):
        take(.debit, debit)
        take(.credit, credit)
      }
      return true
    }
    if let balance = named(.balance, sample.isMoney).first { take(.balance, balance) }
    if let debit = named(.debit, sample.isAmounts).first,
      let credit = named(.credit, sample.isAmounts).first(where: { $0 != debit })
    {
      take(.debit, debit)
      take(.credit, credit)
      return true
    }
    if let amount = named(.amount, sample.isAmounts).first {
      take(.amount, amount)
      if let sense { take(.sign, sense) }
      return true
    }
    return takeUnnamedMoney(sense)
  }

  private mutating func takeUnnamedMoney(_ sense: Int?) -> Bool {
    let money = free.filter(sample.isMoney).sorted()
    if let pair = SplitMovement(sample, money) {
      take(.debit, pair.debit)
      take(.credit, pair.credit)
      return pair.isSure
    }
    guard let amount = money.first else { return false }
    take(.amount, amount)
    if let sense {
      take(.sign, sense)
      return money.count == 1
    }
    return money.count == 1 && isSigned(amount) && speaksLikeABank
  }

  private func isSigned(_ place: Int) -> Bool {
    let values = sample.rows.indices.compactMap { sample.cents($0, place) }
    return values.contains { $0 < 0 } && values.contains { $0 > 0 }
  }

  /// Most movements are named as banks name them: VIR, PRLV, CB, CHQ.
  private var speaksLikeABank: Bool {
    let said = sample.rows.count { row in
      row.cells.contains { cell in
        var words = sample.text(cell)
        return cell.count > 1 && words.withUTF8 { BankWords.kind(in: $0) } != .other
      }
    }
    return said >= 4 && said * 2 >= sample.rows.count
  }

  // MARK: - Words

  private mutating func takeWords() {
    let small = Vocabulary.statements
    free = free.filter {
      ![.status, .fee].contains(small[ColumnName(sample.shape.names[$0])]?.column)
    }
    for place in free.sorted() where sample.mostly(place, isIBAN) {
      let written = Set(sample.filled(place).map { sample.text($0.cell) })
      let isOurs = written.count == 1 && places[.account] == nil && !isOtherIBAN(place)
      take(isOurs ? .account : .iban, place)
    }
    if places[.iban] == nil, let place = free.sorted().first(where: isOtherIBAN) {
      take(.iban, place)
    }
    if places[.account] == nil, let place = named(.account, isConstant).first {
      take(.account, place)
    }
    if let place = named(.currency, sample.isWords).first { take(.currency, place) }
    if let place = named(.counterparty, { isName($0) }).first { take(.counterparty, place) }
    for place in named(.label, { isTold($0) && !speaksOfAccount($0) }) { take(.label, place) }
    takeReference()
    places[.label]?.sort()
    if let place = named(.operation, sample.isWords).first { take(.operation, place) }
    guard places[.label] == nil else { return }
    let texts = free.filter(sample.isWords)
    if let longest = texts.max(by: { (sample.length($0), $1) < (sample.length($1), $0) }) {
      take(.label, longest)
    }
  }

  /// `Beneficiary IBAN`, `IBAN de la contrepartie`, whatever stands in it.
  private func isOtherIBAN(_ place: Int) -> Bool {
    let others = ["benefic", "counterparty", "contrepartie", "tiers"]
    return keys[place].hasSuffix("iban")
      ? others.contains { keys[place].hasPrefix($0) }
      : keys[place].hasPrefix("iban") && others.contains { keys[place].dropFirst(4).hasPrefix($0) }
  }

  private func isIBAN(_ cell: Cell) -> Bool {
    cell.count >= 15 && cell.count < 45
      && PartyCells.isIBAN(PartyCells.joined(sample.text(cell)).uppercased())
  }

  /// Where nothing else tells, or each movement has a number besides, the reference is what the
  /// payer wrote.
  private mutating func takeReference() {
    guard let place = named(.reference, { _ in true }).first else { return }
    let hasNumbers = keys.indices.contains { $0 != place && keys[$0] == "id" }
    take((places[.label] == nil || hasNumbers) && isTold(place) ? .label : .reference, place)
  }

  /// The other party's name, not its number: `Beneficiary IBAN` is none.
  private func isName(_ place: Int) -> Bool {
    sample.isWords(place) && !speaksOfAccount(place)
      // Beside a beneficiary's account the payer is one of us.
      && !(keys[place] == "payer" && keys.contains { $0.hasPrefix("beneficiary") })
      && !["iban", "bic", "code", "type", "id"].contains { keys[place].hasSuffix($0) }
  }

  private func speaksOfAccount(_ place: Int) -> Bool {
    keys[place].contains("account") || keys[place].contains("compte")
  }

  /// Words that are not the same on every line.
  private func isTold(_ place: Int) -> Bool {
    sample.isWords(place) && (sample.rows.count < 4 || !isConstant(place))
  }

  private func isConstant(_ place: Int) -> Bool {
    let cells = sample.filled(place)
    return cells.count == sample.rows.count
      && cells.allSatisfy { $0.cell.hasSameBytes(cells[0].cell) }
  }

  /// Header words of invoices: such a table is never taken for a bank's without asking.
  private var speaksOfInvoices: Bool {
    sample.shape.names.contains { name in
      guard let meaning = Vocabulary.invoices[ColumnName(name)], !meaning.isWeak else {
        return false
      }
      return [.number, .due].contains(meaning.column)
    }
  }

  /// Header words of accounts: a ledger moves money the other way round than a bank does.
  private var speaksOfBooks: Bool {
    keys.contains { key in
      ["lettr", "journal", "auxili", "ecriturenum", "comptenum"].contains { key.contains($0) }
    }
  }

  /// What headers of banks contain, the surest first.
  private static let words: [Column: [String]] = [
    .value: ["dateval", "datedevaleur", "valeur", "valuedate", "settlement", "valuta", "wert"],
    .booked: ["comptab", "booking", "completed", "operation", "dateop", "posting", "date", "jour"],
    .balance: ["soldeapres", "runningbalance", "solde", "balance", "saldo"],
    .debit: ["debit", "paidout", "moneyout", "sortie", "retrait", "depense", "withdrawal"],
    .credit: ["credit", "paidin", "moneyin", "entree", "versement", "recette", "deposit"],
    .amount: ["montantoperation", "totalamount", "montant", "amount", "somme", "betrag"],
    .sign: ["sens", "dc", "cd", "debitcredit", "creditdebit", "indicat", "signe"],
    .counterparty: [
      "contrepartie", "counterparty", "beneficiaire", "beneficiary", "payee", "payer", "tiers",
      "emetteur", "donneur",
    ],
    .reference: ["reference", "transactionid", "ref"],
    .account: ["compte", "account"],
    .currency: ["devisecompte", "paymentcurrency", "devise", "currency", "monnaie"],
    .label: [
      "libelle", "label", "description", "detail", "motif", "communication", "narrative",
      "wording", "objet", "intitule", "memo", "informations",
    ],
    .operation: ["typeoperation", "type", "nature"],
  ]
}
