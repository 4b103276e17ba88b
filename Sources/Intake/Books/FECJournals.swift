import Ledger

/// The journals of a FEC, and what their names say where an entry's accounts say nothing.
struct FECJournals {
  struct Journal {
    let code: String
    let isOpening: Bool
    /// The words of its name, for extracts that hold the customers' accounts only.
    let isSales: Bool
    let isMoney: Bool
  }

  private var known: [(code: Cell, name: Cell, journal: Journal)] = []
  private let encoding: TableEncoding

  init(_ encoding: TableEncoding) { self.encoding = encoding }

  /// The journal that two cells name.
  mutating func journal(code: Cell, name: Cell) -> Journal {
    if let place = known.firstIndex(where: { $0.code.hasSameBytes(code) }) {
      return known[place].journal
    }
    let journal = Journal(code: encoding.text(code), name: encoding.text(name))
    if known.count < 500 { known.append((code, name, journal)) }
    return journal
  }
}

extension FECJournals.Journal {
  private static let openings: Set<String> = [
    "an", "ano", "anouv", "anouveau", "anouveaux", "ran", "rn", "ouv", "open", "opening",
  ]
  private static let openingWords = ["nouveau", "ouverture", "opening", "report"]
  private static let salesWords = ["vente", "factur", "sales", "invoice", "client"]
  private static let moneyWords = [
    "banque", "bank", "caisse", "cash", "tresor", "cheque", "reglement", "encaissement",
  ]

  init(code: String, name: String) {
    let word = ColumnName(code).key
    let words = ColumnName(name).key
    func holds(_ list: [String]) -> Bool { list.contains(where: words.contains) }
    self.code = code
    isOpening =
      FECJournals.Journal.openings.contains(word) || holds(FECJournals.Journal.openingWords)
    isSales = holds(FECJournals.Journal.salesWords) || ["ve", "vt", "vte", "fa"].contains(word)
    isMoney = holds(FECJournals.Journal.moneyWords) || ["bq", "ba", "cai"].contains(word)
  }
}

/// The customers of a FEC, each made once however many rows name it.
struct FECCustomers {
  private var known: [UInt64: Party] = [:]
  private(set) var accounts: Set<UInt64> = []
  /// Rows that name no auxiliary account: the ledger account stands for the customer.
  private(set) var rowsWithoutAuxiliary = 0

  /// Distinct customers kept; past it they are made anew, so that memory stays bounded.
  private static let most = 1 << 20

  /// Counts the account of a row.
  mutating func count(_ cells: UnsafePointer<Cell>, _ header: FECHeader) {
    var key = cells[header[.auxiliary]]
    if key.isEmpty {
      key = cells[header[.account]]
      rowsWithoutAuxiliary += 1
    }
    guard accounts.count < FECCustomers.most else { return }
    accounts.insert(FECHash.of(key))
  }

  /// The customer of a row: its auxiliary account, or else the account itself, and its name.
  mutating func party(_ cells: UnsafePointer<Cell>, _ from: FECCells) -> Party {
    let header = from.header
    let isOwn = cells[header[.auxiliary]].isEmpty
    let number = cells[header[isOwn ? .account : .auxiliary]]
    let name = cells[header[isOwn ? .accountName : .auxiliaryName]]
    let key = FECHash.of(number, FECHash.of(name))
    if let party = known[key] { return party }
    let account = from.encoding.text(number)
    let title = from.encoding.text(name)
    let party = Party(ledgerAccount: account, name: title.isEmpty ? account : title)
    if known.count >= FECCustomers.most { known.removeAll(keepingCapacity: true) }
    known[key] = party
    return party
  }
}

/// A number made of the bytes of cells (FNV-1a).
enum FECHash {
  @inline(__always)
  static func of(_ cell: Cell, _ seed: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    var hash = seed
    for place in 0..<cell.count {
      hash = (hash ^ UInt64(cell.start[place])) &* 0x0000_0100_0000_01b3
    }
    return (hash ^ 0xFF) &* 0x0000_0100_0000_01b3
  }
}
