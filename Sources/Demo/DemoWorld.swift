import Foundation
import Printing
public import Quantities

/// A believable firm that does not exist, with its customers, invoices and bank statements.
///
/// The same numbers and the same `today` give the same files, byte for byte.
public struct DemoWorld {
  public let firm = DemoFirm()
  let plan: WorldPlan
  let customers: [DemoCustomer]
  let sales: Sales
  let payments: Payments

  /// A world of the given size, from eighteen months ago to the working day before `today`.
  ///
  /// Sixty customers or more show each payment habit at least once.
  public init(customers count: Int, invoices: Int, seed: UInt64, today: Day) {
    precondition(count > 0 && invoices > 0, "a firm has customers and invoices")
    plan = WorldPlan(customers: count, invoices: invoices, seed: seed, today: today)
    customers = (0..<count).map { DemoCustomer($0, seed: seed) }
    sales = Sales(plan, customers: customers)
    payments = Payments(plan, sales: sales, customers: customers)
  }

  /// Writes the files to import to `directory/fichiers` and the truth to `directory/verite`.
  ///
  /// `progress` is told how many parts of the work are done, and of how many. A world written there
  /// earlier is replaced; a folder that holds anything else is refused and left as it is.
  public func write(
    to directory: String, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(DemoError) -> DemoSummary {
    let folder = try DemoFolder(directory)
    let total = payments.documents.count + payments.receipts.count
    try writeCustomers(in: folder.files)
    let invoices = InvoiceFiles(world: self, folder: folder.files)
    var summary = try invoices.write { progress($0, total) }
    var truth = try TruthFiles(in: folder.truth, numberWidth: sales.numberWidth)
    var bank = Bank(
      (plan, firm, customers, sales.numberWidth), payments: payments, truth: truth,
      folder: folder.files)
    let written = payments.documents.count
    try bank.write { progress(written + $0, total) }
    try truth.close()
    try truth.writeOpen(payments.documents, customers: customers, in: folder.truth)
    summary.customers = customers.count
    summary.bankLines = bank.euros.lineCount + (bank.dollars?.lineCount ?? 0)
    summary.statementFiles = bank.euros.files.count + (bank.dollars?.files.count ?? 0)
    summary.openDocuments = truth.openCount
    summary.open = truth.openEuros
    summary.folder = folder.files
    try folder.mark(plan)
    return summary
  }

  private func writeCustomers(in folder: String) throws(DemoError) {
    let file = try OutputFile(folder + "/clients.csv")
    file.text.put(text: CustomerTable.header)
    for customer in customers {
      CustomerTable.put(customer, into: &file.text)
      try file.flushWhenLarge()
    }
    try file.flush()
  }

  /// The day the newest invoice and the newest statement speak of.
  public var lastDay: Day { plan.lastDay }
}

/// What was written, for one line on the screen and for tests.
public struct DemoSummary: Hashable, Sendable {
  public var customers = 0
  public var invoices = 0
  public var creditNotes = 0
  /// Invoices and credit notes in files of their own: CII, UBL and Factur-X.
  public var ciiFiles = 0
  public var ublFiles = 0
  public var facturXFiles = 0
  public var statementFiles = 0
  public var bankLines = 0
  /// Documents that are not settled on the last day, credit notes included.
  public var openDocuments = 0
  /// What they come to in euros.
  public var open = Money.zero
  /// The folder to import.
  public var folder = ""

  public init() {}
}
