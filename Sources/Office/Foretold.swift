import Behaviour
import Claims
import Dunning
import Ledger
import Quantities
import Store

/// How likely late invoices are paid within the week without a word, from their payers' habits.
///
/// What all payers teach is learned when the day's list is first made, and kept for the day.
struct Foretold: Sendable {
  let population: PaymentPopulation
  let day: Day

  /// All payers, by some of them taken evenly through the book.
  init(_ traces: DocumentTraces, on day: Day) {
    self.day = day
    let customers = traces.customers
    let step = max(1, customers.count / Desk.payersLearntFrom)
    population = PaymentPopulation(
      knownOn: day,
      payers: stride(from: 0, to: customers.count, by: step).map {
        traces.pastPayments(of: customers[$0], on: day)
      })
  }

  /// The chance for the invoice that leads a contact; nil where nobody is asked or nothing is late.
  func chance(
    _ finding: DailyRun.Finding, _ payments: () throws -> [PastPayment]
  ) rethrows -> Rate? {
    guard case .send(let contact) = finding.decision, !contact.isBeforeDue else { return nil }
    let rhythm = PaymentRhythm(of: try payments(), among: population)
    return rhythm.forecast(due: contact.lead.due, unpaidOn: day)
      .chancePaid(by: day.adding(days: Stake.weekInDays))
  }

  /// The chances for many findings, on all cores.
  func chances(
    _ findings: [AccountKey: DailyRun.Finding], _ traces: DocumentTraces
  ) -> [AccountKey: Rate] {
    let asked = findings.filter { if case .send = $0.value.decision { true } else { false } }
    let keys = Array(asked.keys)
    let chances = keys.mappedOnAllCores { key -> Rate? in
      asked[key].flatMap { finding in
        chance(finding) { traces.pastPayments(of: key.customer, on: day) }
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(keys, chances)).compactMapValues(\.self)
  }

  /// The chance for one account, whose documents are read.
  func chance(_ finding: DailyRun.Finding, _ reader: BookReader) throws -> Rate? {
    try chance(finding) {
      let accounts = try reader.accounts(
        of: finding.claim.customer.id, at: Moment(asOf: day, knownOn: day))
      return accounts.flatMap { $0.pastPayments(on: day) }
    }
  }
}

extension DocumentTraces {
  /// The invoices that tell how a customer pays, as known on a day.
  func pastPayments(of id: CustomerID, on day: Day) -> [PastPayment] {
    traces(of: id).pastPayments(on: day, contested: contested)
  }
}
