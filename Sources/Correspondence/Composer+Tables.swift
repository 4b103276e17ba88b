import Claims
import Law
import Ledger
import Quantities

/// The tables of a letter: what is owed, how each euro of accessories comes about, and the sum.
extension Composer {
  typealias Column = Letter.Table.Column

  func money(_ amount: Money) -> String { wording.amount(amount, in: facts) }

  func code(_ title: String) -> Column { Column(title: title, kind: .code) }
  func words(_ title: String) -> Column { Column(title: title, kind: .words) }
  func figure(_ title: String) -> Column { Column(title: title, kind: .figure) }

  /// The invoices asked for: number, dates, total, paid, balance (R5.5).
  var itemsTable: Letter.Table {
    let isComing = facts.message == .preDue
    let asked = { (item: OpenItem) in isComing ? item.notYetDue : item.principal }
    let isFull = facts.message == .formalNotice
    let showsPaid = isFull || facts.items.contains { $0.total != asked($0) }
    let showsBalance = isFull || showsPaid
    let showsDemandable = facts.items.contains { $0.balance != asked($0) }
    var columns = [
      code(labels.invoice), code(labels.issued), code(labels.due), figure(labels.gross),
    ]
    if showsPaid { columns.append(figure(labels.paid)) }
    if showsBalance { columns.append(figure(labels.balance)) }
    if showsDemandable { columns.append(figure(isComing ? labels.toPay : labels.demandable)) }
    let rows = facts.items.map { item in
      var row = [
        item.number, wording.shortDate(item.issue),
        wording.shortDate(isComing ? item.nextDue ?? item.due : item.due), money(item.total),
      ]
      if showsPaid { row.append(money(item.total - item.balance)) }
      if showsBalance { row.append(money(item.balance)) }
      if showsDemandable { row.append(money(asked(item))) }
      return row
    }
    let totals = itemsTotals(facts.items.map(asked).sum(), columns: columns.count)
    return Letter.Table(columns: columns, rows: rows, totals: totals)
  }

  /// The sum of the invoices, and what is taken off it when nothing else follows.
  private func itemsTotals(_ sum: Money, columns: Int) -> [[String]] {
    var totals: [[String]] = []
    func add(_ label: String, _ amount: Money) {
      totals.append([label] + Array(repeating: "", count: columns - 2) + [money(amount)])
    }
    if facts.items.count > 1 || facts.deductions.isPositive { add(labels.total, sum) }
    if facts.deductions.isPositive, !facts.occasion.asksAccessories {
      add(labels.deductions, -facts.deductions)
      add(labels.toPay, facts.amount)
    }
    return totals
  }

  /// Interest segment by segment and the compensation, each with its derivation and article, then
  /// the sum of the whole claim.
  var accessoryBlocks: [Letter.Block] {
    var blocks: [Letter.Block] = []
    if !facts.accessories.isEmpty {
      blocks.append(.heading(labels.accessories))
      blocks.append(.table(accessoriesTable))
    }
    if !facts.accessories.isEmpty || facts.deductions.isPositive {
      blocks.append(.heading(labels.summary))
      blocks.append(.table(summaryTable))
    }
    return blocks
  }

  private var accessoriesTable: Letter.Table {
    let numbers = Dictionary(
      facts.claim.items.map { ($0.document, $0.number) }, uniquingKeysWith: { first, _ in first })
    let language = facts.language
    let rows = facts.accessories.map { line in
      let number = numbers[line.document] ?? ""
      let nature: String
      var derivation = line.derivation(in: language, facts.claim.currency)
      if let segment = line.segment {
        nature = wording.period(segment.days)
        derivation = segment.derivation(in: language, facts.claim.currency)
      } else {
        nature = line.title(in: language)
      }
      return [number, nature, derivation, line.citation.article, money(line.amount)]
    }
    let total = facts.claim.interest + facts.claim.compensation
    return Letter.Table(
      columns: [
        code(labels.invoice), words(labels.item), words(labels.derivation), code(labels.article),
        figure(labels.amount),
      ], rows: rows, totals: [[labels.total, "", "", "", money(total)]])
  }

  private var summaryTable: Letter.Table {
    let claim = facts.claim
    var rows = [[labels.principal, money(claim.principal)]]
    if claim.interest.isPositive { rows.append([labels.interest, money(claim.interest)]) }
    if claim.compensation.isPositive {
      rows.append([labels.compensation, money(claim.compensation)])
    }
    if facts.deductions.isPositive {
      rows.append([labels.deductions, money(-facts.deductions)])
    }
    return Letter.Table(
      columns: [words(""), figure("")], rows: rows,
      totals: [[facts.deductions.isPositive ? labels.toPay : labels.total, money(facts.amount)]])
  }

  /// The relevé: all open items, receipts not allocated, age, accessories, sum.
  var statementBlocks: [Letter.Block] {
    guard !facts.claim.items.isEmpty || facts.claim.unapplied.isPositive else { return [] }
    var blocks: [Letter.Block] = [
      .table(openItemsTable), .heading(labels.ageing), .table(ageingTable),
    ]
    let isOwed = facts.claim.overdue.isPositive || !facts.accessories.isEmpty
    if facts.occasion.asksAccessories, isOwed {
      blocks += accessoryBlocks
    }
    return blocks
  }

  private var openItemsTable: Letter.Table {
    let claim = facts.claim
    let rows = facts.items.map { item in
      [
        item.disputed.isPositive ? item.number + "\u{A0}" + labels.disputed : item.number,
        wording.shortDate(item.issue),
        item.isCredit ? "" : wording.shortDate(item.due),
        item.daysOverdue > 0 ? "\(item.daysOverdue)" : "", money(item.total),
        money(item.total - item.balance), money(item.balance),
      ]
    }
    var totals: [[String]] = []
    func add(_ label: String, _ amount: Money) {
      totals.append([label, "", "", "", "", "", money(amount)])
    }
    let receipts = claim.lines.filter { if case .unapplied = $0.kind { true } else { false } }
    if receipts.map(\.amount).sum() == -claim.unapplied {
      for line in receipts {
        let nature = line.derivation(in: facts.language, claim.currency)
        add(nature.uppercasedFirst, line.amount)
      }
    } else {
      // What is left of them after the claim is in the customer's favour: shown in one sum.
      add(labels.receipts, -claim.unapplied)
    }
    add(labels.accountBalance, claim.balance)
    if claim.overdue.isPositive { add(labels.ofWhichOverdue, claim.overdue) }
    return Letter.Table(
      columns: [
        code(labels.invoice), code(labels.issued), code(labels.due), figure(labels.daysLate),
        figure(labels.gross), figure(labels.paid), figure(labels.balance),
      ], rows: rows, totals: totals)
  }

  private var ageingTable: Letter.Table {
    let ageing = facts.claim.ageing
    let isFrench = facts.language == .french
    var columns = AgeingBucket.allCases.map { figure(isFrench ? $0.french : $0.english) }
    var row = AgeingBucket.allCases.map { money(ageing[$0]) }
    columns += [figure(labels.unallocated), figure(labels.total)]
    row += [money(ageing.unallocated), money(ageing.total)]
    return Letter.Table(columns: columns, rows: [row], totals: [])
  }
}
