import Ledger
import Office
import Printing
import Quantities

// What the forms of a bank line do. A script gets the line as it now stands; a browser without it
// goes back to the list.

func acceptProposal(_ visit: Visit) throws -> Reply {
  try decided(visit, .accepte, visit.desk.accept(line: visit.entry))
}

func splitLine(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  var shares: [Desk.Share] = []
  let customer = Int64(visit.form.text("client")).map { CustomerID($0) }
  for field in visit.form.fields {
    let isPiece = field.name.hasPrefix("piece-")
    guard isPiece || field.name == "en-compte", !visit.form.text(field.name).isEmpty else {
      continue
    }
    let amount = try visit.form.money(
      field.name, Field("la répartition", "the split"), voice)
    guard !amount.isZero else { continue }
    if isPiece {
      guard let number = Int64(field.name.dropFirst(6)) else { throw Refusal.notFound }
      shares.append(Desk.Share(document: EntryNumber(number), amount: amount))
    } else {
      shares.append(Desk.Share(document: nil, customer: customer, amount: amount))
    }
  }
  return try decided(visit, .impute, visit.desk.allocate(line: visit.entry, to: shares))
}

func setLineAside(_ visit: Visit) throws -> Reply {
  let reason = try visit.form.required("raison", Field("la raison", "the reason"), visit.voice)
  return try decided(visit, .ecarte, visit.desk.setAside(line: visit.entry, reason: reason))
}

func neverPays(_ visit: Visit) throws -> Reply {
  let words = try visit.form.required("mots", Field("les mots", "the words"), visit.voice)
  return try decided(visit, .jamais, visit.desk.neverPays(line: visit.entry, words: words))
}

func paysFor(_ visit: Visit) throws -> Reply {
  guard let customer = Int64(visit.form.text("client")), customer > 0 else {
    throw Refusal.notFound
  }
  try visit.desk.pays(line: visit.entry, for: CustomerID(customer))
  return visit.back(.payeur)
}

/// Takes back what was decided last about a line.
func takeBackDecision(_ visit: Visit) throws -> Reply {
  let line = try visit.entry
  try visit.desk.takeBack(line: line)
  guard visit.wantsJSON else { return visit.back(.repris) }
  guard let row = try visit.desk.reconciliation(of: line) else { throw Refusal.notFound }
  return .json(
    .object([
      ("html", .text(HTML { lineBlock(visit, row, on: "/rapprochement") }.text)),
      ("lead", .text(waitingWords(try visit.desk.decided(line).waiting, visit.voice))),
    ]))
}

private func decided(_ visit: Visit, _ deed: Deed, _ decision: LineDecision) throws -> Reply {
  let line = try visit.entry
  guard visit.wantsJSON else { return visit.back(deed, line: line) }
  let (row, rest, waiting) = try visit.desk.decided(line)
  let html = HTML {
    decidedBlock(visit, row, deed, decision)
    if let rest { lineBlock(visit, rest, on: "/rapprochement") }
  }
  return .json(
    .object([
      ("html", .text(html.text)), ("lead", .text(waitingWords(waiting, visit.voice))),
      // Lines that the same decision took off the list, and those now seen otherwise.
      ("others", .flag(decision.otherLines > 0)),
      ("changed", .list(try decision.changed.compactMap { try listed($0, visit) })),
    ]))
}

/// A line of the list as the script puts it there; nil when it waits no more.
func listed(_ line: EntryNumber, _ visit: Visit) throws -> JSON? {
  guard let row = try visit.desk.reconciliation(of: line) else { return nil }
  return .object([
    ("line", .number(Int(line.raw))),
    ("html", .text(HTML { lineBlock(visit, row, on: "/rapprochement") }.text)),
  ])
}

/// A line just decided, small, with the way back.
private func decidedBlock(
  _ visit: Visit, _ row: Reconciliation.Row, _ deed: Deed, _ decision: LineDecision
) -> Element {
  let voice = visit.voice
  let line = row.bankLine
  return li {
    div {
      strong(deed.said(voice))
      div {
        (line.payer.isEmpty ? line.text : line.payer) + " · "
          + voice.money(line.amount, line.currency)
      }.class("quiet")
      if deed == .accepte || deed == .impute { div { parts(row, voice) }.class("quiet") }
      if let learned = decision.learned { div(words(learned, decision, voice)).class("quiet") }
    }
    takeBackForm(visit, row.line)
  }.class("task flat done").data("line", String(row.line.raw)).data("done", "")
}

private func words(_ rule: PayerRule, _ decision: LineDecision, _ voice: Voice) -> String {
  if rule.kind == .neverPays {
    let others = voice.count(
      decision.otherLines, ("autre ligne écartée", "autres lignes écartées"),
      ("other line set aside", "other lines set aside"))
    return voice("Règle «\u{A0}\(rule.words)\u{A0}»\u{A0}: ", "Rule “\(rule.words)”: ") + others
  }
  let payer = rule.payer.isEmpty ? grouped(rule.iban, by: 4) : rule.payer
  return voice(
    "Appris\u{A0}: «\u{A0}\(payer)\u{A0}» paie pour ce client.",
    "Learned: “\(payer)” pays for this customer.")
}

extension Deed {
  /// Whether it can be taken back by its line.
  var isAboutALine: Bool { [.accepte, .impute, .ecarte, .jamais].contains(self) }
}

extension Visit {
  /// Back to the list, which says what was done to which line.
  fileprivate func back(_ deed: Deed, line: EntryNumber) -> Reply {
    var reply = back(deed)
    reply.headers = reply.headers.map { name, value in
      name == "Location" ? (name, value + "&ligne=\(line.raw)") : (name, value)
    }
    return reply
  }
}
