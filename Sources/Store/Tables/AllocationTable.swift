import Ledger
import Quantities

extension BookWriter {
  func insert(_ allocation: Allocation, under header: Header) throws {
    let row = try prepared(.insertAllocation)
    row.bind(1, header.number)
    row.bind(2, header.company)
    row.bind(3, header.owner)
    row.bind(4, header.currency)
    row.bind(5, header.happened)
    row.bind(6, header.learned)
    row.bind(7, allocation.line?.raw)
    row.bind(8, allocation.document?.raw)
    row.bind(9, allocation.amount.cents)
    row.bind(10, allocation.mode.rawValue)
    row.bind(11, Int64(allocation.score))
    row.bind(12, allocation.reasons)
    row.bindOrNull(13, allocation.creditReason?.rawValue ?? "")
    try row.run()
    if let document = allocation.document {
      try reduce(document: document.raw, by: allocation.amount.cents)
    }
    if let line = allocation.line { try reduce(line: line.raw, by: allocation.amount.cents) }
  }

  /// False when the target was reversed before.
  func insert(_ reversal: Reversal, under header: Header) throws -> Bool {
    let row = try connection.prepare(
      """
      INSERT INTO reversal_entry (number, company, customer, happened, learned, target, reason)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (target) DO NOTHING
      """)
    row.bind(1, header.number)
    row.bind(2, header.company)
    row.bind(3, header.customer)
    row.bind(4, header.happened)
    row.bind(5, header.learned)
    row.bind(6, reversal.of.raw)
    row.bind(7, reversal.reason)
    try row.run()
    guard connection.changes == 1 else { return false }
    try giveBack(reversal.of.raw)
    return true
  }

  private func giveBack(_ target: Int64) throws {
    let taken = try connection.prepare(
      """
      SELECT line, document, amount FROM allocation_entry WHERE number = ?1
      UNION ALL
      SELECT line, document, amount FROM incident_entry
      WHERE number = ?1 AND kind IN ('writeOff', 'setAside')
      """)
    taken.bind(1, target)
    guard try taken.step() else { return }
    let (line, document) = (taken.intOrNil(0), taken.intOrNil(1))
    let amount = taken.int(2)
    taken.reset()
    if let document { try reduce(document: document, by: -amount) }
    if let line { try reduce(line: line, by: -amount) }
  }

  func insertIncident(_ fact: Fact, under header: Header) throws {
    var incident = Incident(fact)
    if let line = incident.line {
      incident.amount = try openAmount(ofLine: line)
      try reduce(line: line, by: incident.amount ?? 0)
    }
    let row = try connection.prepare(
      """
      INSERT INTO incident_entry (number, company, customer, currency, happened, learned, kind,
        document, line, amount, day, label, channel, documents, words, answers, person,
        parts)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
      """)
    row.bind(1, header.number)
    row.bind(2, header.company)
    row.bind(3, header.customer)
    row.bind(4, header.currency)
    row.bind(5, header.happened)
    row.bind(6, header.learned)
    row.bind(7, incident.kind)
    row.bind(8, incident.document)
    row.bind(9, incident.line)
    row.bind(10, incident.amount)
    row.bind(11, incident.day)
    row.bind(12, incident.label)
    row.bind(13, incident.channel)
    row.bind(14, incident.documents)
    row.bind(15, incident.words)
    row.bind(16, incident.answers)
    row.bindOrNull(17, incident.person)
    row.bindOrNull(18, incident.parts)
    try row.run()
    if incident.kind == "writeOff", let document = incident.document {
      try reduce(document: document, by: incident.amount ?? 0)
    }
  }
}
