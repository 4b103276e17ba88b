import Claims
import Correspondence
import Foundation
import Ledger
import Office
import Quantities
import Testing

@Suite("Calls, promises, plans and disputes on their pages")
struct CallTests {
  private func customer(_ site: Site, _ name: String) throws -> CustomerID {
    try #require(try site.desk.customers(matching: name).first).id
  }

  private static func outcome(_ more: [(String, String)]) -> [(String, String)] {
    [("devise", "EUR"), ("liste", "tous"), ("passes", ""), ("mots", "")] + more
  }

  @Test func theNextCallHasItsScriptAndOutcomes() async throws {
    let site = try Site()
    let page = try await site.get("/appels?liste=tous")
    #expect(page.status == 200)
    #expect(page.text.contains("Ce que vous dites") && page.text.contains("Promesse"))
    #expect(page.text.contains("S’il répond"))
    // A name that tries to leave the page stays a name.
    #expect(!page.text.contains("<script>alert"))
    let english = try await site.get("/appels?liste=tous&lang=en")
    #expect(english.text.contains("What you say"))
  }

  @Test func aPromiseIsWrittenDownWithTheCallAndItsMail() async throws {
    let site = try Site()
    let id = try customer(site, "Plain Trading")
    let answer = try await site.post(
      "/appels/\(id.raw)/issue",
      Self.outcome([
        ("issue", "promise"), ("montant", "500,00"), ("jour", "2026-12-01"), ("qui", "Mr Plain"),
      ]))
    #expect(answer.status == 303)
    let entries = try #require(try site.desk.customerFile(id)).timeline
    let facts = entries.suffix(3).map(\.fact)
    guard case .promise(let promise) = facts[0], case .reminder(let reminder) = facts[1],
      case .message(let message) = facts[2]
    else {
      Issue.record("\(facts)")
      return
    }
    #expect(promise.amount == Money(cents: 500_00) && promise.saidBy == "Mr Plain")
    #expect(reminder.channel == .call && !reminder.documents.isEmpty)
    #expect(message.recipient == "pay@plain.example" && message.mode == .afterConfirmation)
    #expect(message.text.contains("500,00") || message.text.contains("500.00"))
    let next = try await site.get(answer.location)
    #expect(next.text.contains("Plain Trading") && next.text.contains("confirmation"))
    let list = try await site.get("/suivi")
    #expect(list.text.contains("attendue jusqu’au 03/12/2026"))
  }

  @Test func whatCannotBeIsRefusedAndNothingIsWritten() async throws {
    let site = try Site()
    let id = try customer(site, "Plain Trading")
    let before = try #require(try site.desk.customerFile(id)).timeline.count
    for fields in [
      [("issue", "promise"), ("montant", "500,00"), ("jour", "2026-11-01")],
      [("issue", "promise"), ("montant", "0"), ("jour", "2026-12-01")],
      [("issue", "promise"), ("montant", "beaucoup"), ("jour", "2026-12-01")],
      [("issue", "dispute"), ("piece", "999999"), ("motif", "price"), ("montant", "")],
      [("issue", "callBack"), ("jour", "2026-12-01"), ("heure", "midi")],
      [("issue", "rien")],
    ] {
      let answer = try await site.post("/appels/\(id.raw)/issue", Self.outcome(fields))
      #expect((400..<500).contains(answer.status), "\(fields)")
    }
    #expect(try #require(try site.desk.customerFile(id)).timeline.count == before)
  }

  @Test func aCallToMakeAgainComesFirstOnItsDay() async throws {
    let site = try Site()
    let id = try customer(site, "Quiet Works")
    _ = try await site.post(
      "/appels/\(id.raw)/issue",
      Self.outcome([("issue", "callBack"), ("jour", "2026-11-23"), ("heure", "14:30")]))
    let page = try await site.get("/appels").text
    #expect(page.contains("Quiet Works") && page.contains("14:30"))
  }

  @Test func aDisputeIsDecided() async throws {
    let site = try Site()
    let id = try customer(site, "Plain Trading")
    let item = try #require(try site.desk.customerFile(id)?.claims.first?.claimed.first)
    _ = try await site.post(
      "/appels/\(id.raw)/issue",
      [
        ("issue", "dispute"), ("devise", "EUR"), ("piece", "\(item.document.raw)"),
        ("motif", "quantity"), ("montant", "100,00"), ("mots", "deux cartons"),
      ])
    let dispute = try #require(try site.desk.followUp(of: id).first?.disputes.first)
    #expect(dispute.standing == .open && dispute.dispute.fact.cause == .quantity)
    _ = try await site.post(
      "/litiges/\(dispute.dispute.number.raw)/issue",
      [("issue", "rejected"), ("montant", ""), ("mots", "bon signé")])
    let decided = try #require(try site.desk.followUp(of: id).first?.disputes.first)
    #expect(decided.standing == .closed(.rejected, on: Site.today))
  }

  @Test func aPlanIsDrawnUpKeptPrintedAndSigned() async throws {
    let site = try Site()
    let id = try customer(site, "Plain Trading")
    let page = try await site.get("/clients/\(id.raw)/echeancier?parts=3&debut=2026-12-01&clause=1")
    let mark = "name=\"total\" value=\""
    let start = try #require(page.text.range(of: mark)?.upperBound)
    let total = String(page.text[start...].prefix { $0 != "\"" })
    let answer = try await site.post(
      "/clients/\(id.raw)/echeancier",
      [("parts", "3"), ("debut", "2026-12-01"), ("clause", "1"), ("total", total)])
    #expect(answer.status == 303)
    let plan = try #require(try site.desk.followUp(of: id).first?.plans.first)
    #expect(plan.plan.fact.total == Money(cents: Int64(total) ?? 0))
    #expect(plan.plan.fact.hasAcceleration && !plan.plan.fact.suspendsInterest)
    let number = plan.plan.number.raw
    let paper = try await site.get("/echeanciers/\(number)/pdf")
    #expect(paper.status == 200 && paper.bytes.starts(with: Array("%PDF".utf8)))
    let letter = try #require(try site.desk.planLetter(plan.plan.number, in: .french)).plainText
    #expect(letter.contains("ÉCHÉANCIER DE RÈGLEMENT") && letter.contains("article 2240"))
    #expect(letter.contains("Si une seule échéance n’est pas payée"))
    _ = try await site.post(
      "/echeanciers/\(number)/signature",
      [("jour", "2026-11-23"), ("reconnaissance", "1"), ("preuve", "classeur")])
    let signed = try #require(try site.desk.followUp(of: id).first?.plans.first)
    #expect(signed.isRunning)
    // What was worked out for another claim is not kept.
    let stale = try await site.post(
      "/clients/\(id.raw)/echeancier",
      [("parts", "3"), ("debut", "2026-12-01"), ("total", "1")])
    #expect(stale.status == 400)
  }
}
