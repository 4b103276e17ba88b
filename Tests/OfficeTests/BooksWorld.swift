import Foundation
import Ledger
import Office
import Quantities
import Store

/// A generated world with its firm's books, and what is truly owed at its end.
struct BooksWorld {
  let folder: String
  /// What each customer owes, by the account in the books.
  let owed: [String: Money]
  /// What is open of each document.
  let open: [String: Money]
  /// The bank's references of the lines that pay no document.
  let unidentified: Set<String>
  let customers: Int
  let invoices: Int

  private static let generator = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "../../../shared/bench/generate.py").standardized

  /// Writes a world; nil, with a message, where the generator is not beside the checkout.
  init?(in folder: String, size: String, seed: String, numbering: String = "fa") throws {
    let python = "/usr/bin/python3"
    guard FileManager.default.fileExists(atPath: BooksWorld.generator.path),
      FileManager.default.isExecutableFile(atPath: python)
    else {
      print("skipped: no generator beside the checkout, or no python3")
      return nil
    }
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [
      BooksWorld.generator.path, "--size", size, "--seed", seed, "--numbering", numbering,
      "--formats", "camt,fec", "--out", folder, "--quiet",
    ]
    try process.run()
    process.waitUntilExit()
    self.folder = folder
    let accounts = Dictionary(
      uniqueKeysWithValues: try BooksWorld.rows(folder + "/customers.csv").map { ($0[0], $0[1]) })
    var owed: [String: Money] = [:]
    var open: [String: Money] = [:]
    for row in try BooksWorld.rows(folder + "/open_truth.csv") {
      let amount = Money(cents: Int64(row[3]) ?? 0)
      owed[accounts[row[1]] ?? "", default: .zero] += amount
      open[row[0]] = amount
    }
    let truth = try BooksWorld.rows(folder + "/truth.csv")
    unidentified = Set(truth.map { $0[0] })
      .subtracting(truth.filter { !$0[7].isEmpty }.map { $0[0] })
    customers = accounts.count
    invoices = try BooksWorld.rows(folder + "/invoices.csv").count { $0[1] == "FA" }
    self.owed = owed.filter { !$0.value.isZero }
    self.open = open
  }

  /// The cells of a file without its header; the cells wanted stand before any quoted one.
  private static func rows(_ path: String) throws -> [[String]] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  func path(_ name: String) -> String { folder + "/" + name }
}

/// What a book says that customers owe.
struct OwedInBook {
  /// By the account in the firm's books; money on the account taken off.
  var owed: [String: Money] = [:]
  var open: [String: Money] = [:]
  /// Documents of customers with money on their account that pays none yet.
  var unsettled: Set<String> = []
  /// What the program took for customers' payments among lines that the books leave unidentified.
  var identified: [String: Money] = [:]

  init(_ desk: Desk, unidentified: Set<String> = []) throws {
    try desk.store.read { reader in
      try reader.forEachStandingAllocation(.first) { allocation in
        guard allocation.isDeduced, let line = allocation.line,
          let reference = try reader.bankLine(line)?.reference, unidentified.contains(reference)
        else { return }
        let account = try reader.customer(allocation.customer)?.party.ledgerAccount ?? ""
        identified[account, default: .zero] += allocation.amount
      }
      for customer in try reader.customers(.first) {
        for account in try reader.accounts(of: customer.id) {
          let cash = account.unapplied.filter { $0.certainty == .onAccount }.map(\.amount).sum()
          let sum = account.items.map(\.open).sum() - cash
          if !sum.isZero { owed[customer.party.ledgerAccount, default: .zero] += sum }
          for item in account.items {
            if !item.open.isZero { open[item.number] = item.open }
            if account.unapplied.contains(where: { $0.certainty == .onAccount }) {
              unsettled.insert(item.number)
            }
          }
        }
      }
    }
  }
}
