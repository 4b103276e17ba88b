import CashApplication
import Foundation
import Intake
import Ledger
import Quantities

/// Weighs the bank lines of a demo world against its documents: the engine alone, no book.
///
/// Reading the files is not counted; the index, the lines and the answers are. Where the world has
/// its truth, a second line says how many of the answers are right.
func applyMoney(ofWorld folder: String) throws {
  let world = try MatchingWorld(files: folder + "/fichiers")
  var answers: [AllocationProposal] = []
  measure("matching") {
    for (currency, lines) in world.lines.sorted(by: { $0.key < $1.key }) {
      let index = OpenItemIndex(
        documents: world.documents[currency] ?? [], payers: world.payers)
      var run = CashRun(on: index)
      for line in lines { run.take(line) }
      while let some = run.answerNext(atLeast: 20_000) { answers += some.map(\.answer) }
    }
    return world.lineCount
  }
  let truth = folder + "/verite/truth.csv"
  guard FileManager.default.fileExists(atPath: truth) else { return }
  print(MatchingScore(of: answers, in: world, by: try MatchingTruth(truth)).words)
}

/// Customers, documents and bank lines of a world, as the book would give them to the engine on
/// its first import.
struct MatchingWorld {
  private(set) var payers: [KnownPayer] = []
  private(set) var documents: [Currency: [OpenDocument]] = [:]
  private(set) var lines: [Currency: [IncomingLine]] = [:]
  private(set) var numbers: [EntryNumber: String] = [:]
  /// The invoice of each credit note, both by number.
  private(set) var corrected: [String: String] = [:]
  private var owners: [String: CustomerID] = [:]
  private var entries: Int64 = 0

  init(files folder: String) throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    func read(_ beginning: String, _ take: (Draft) -> Void) throws {
      for name in names where name.contains(".") && name.hasPrefix(beginning) {
        let file = try SourceFile(path: folder + "/" + name)
        try Intake.read(file, pdf: .inProcess) { $0.drafts.forEach(take) }
      }
    }
    try read("clients") { draft in
      if case .customer(let party, _) = draft { add(party) }
    }
    try read("facture") { draft in
      if case .document(let document) = draft { add(document) }
    }
    try read("releve") { draft in
      if case .bankLine(let line) = draft {
        lines[line.currency, default: []].append(IncomingLine(id: nextEntry(), line: line))
      }
    }
  }

  var lineCount: Int { lines.values.reduce(0) { $0 + $1.count } }

  private mutating func nextEntry() -> EntryNumber {
    entries += 1
    return EntryNumber(entries)
  }

  private mutating func add(_ party: Party) {
    let customer = CustomerID(Int64(payers.count + 1))
    owners[party.code] = customer
    payers.append(
      KnownPayer(
        customer: customer, name: party.name, parent: party.parent,
        ibans: party.iban.isEmpty ? [] : [party.iban], siren: party.siren, code: party.code,
        means: party.means))
  }

  /// As a book takes a document in: whole, and a credit note below nothing.
  private mutating func add(_ draft: DocumentDraft) {
    guard let owner = owners[draft.buyer?.code ?? ""], let issue = draft.issue else {
      fatalError("document \(draft.number): its customer or its day is not known")
    }
    let gross = draft.payable ?? (draft.gross ?? .zero) - (draft.prepaid ?? .zero)
    let open = draft.isCredit ? -gross.magnitude : gross
    let id = nextEntry()
    numbers[id] = draft.number
    let corrects = draft.isCredit ? draft.preceding.first ?? "" : ""
    if !corrects.isEmpty { corrected[draft.number] = corrects }
    documents[draft.currency, default: []].append(
      OpenDocument(
        id: id, customer: owner, number: draft.number, issue: issue,
        due: draft.isCredit ? issue : draft.dues.map(\.day).max() ?? issue.adding(days: 30),
        open: open, order: draft.order, paymentReference: draft.paymentReference,
        corrects: corrects))
  }
}
