import Foundation
import HTTPTypes
import Ledger
import Office
import Quantities
import Store
import Testing

/// Bank lines decided by a script, line by line, and the rules that come of it.
@Suite struct WorklistTests {
  private func send(
    _ site: Site, _ address: String, _ fields: [(String, String)]
  ) async throws -> (status: Int, said: [String: Any]) {
    let headers: HTTPFields = [.origin: "http://localhost:8080", .accept: "application/json"]
    let answer = try await site.post(
      address, fields, token: try await site.token(), headers: headers)
    let said = try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
    return (answer.status, said ?? [:])
  }

  private func line(_ site: Site, _ cents: Int64) throws -> Int64 {
    let rows = try site.desk.reconciliation().rows
    return try #require(rows.first { $0.open == Money(cents: cents) }).line.raw
  }

  @Test func aDecisionAnswersWithTheLineAsItStands() async throws {
    let site = try Site()
    let unknown = try line(site, 7770)
    let invoice = try site.document("INV-5").raw
    let client = String(try site.customer("C3").raw)
    let split = try await send(
      site, "/rapprochement/\(unknown)/imputer",
      [("client", client), ("piece-\(invoice)", "70,00")])
    #expect(split.status == 200)
    let html = try #require(split.said["html"] as? String)
    // What is decided, small, then the rest of the line, which still waits.
    #expect(html.contains("data-done") && html.contains("data-row"))
    #expect(html.contains("INV-5") && html.contains("7,70"))
    #expect(!html.contains("<img") && !html.contains("<script"))
    #expect((split.said["lead"] as? String)?.hasPrefix("3") == true)
    let back = try await send(site, "/rapprochement/\(unknown)/reprendre", [])
    #expect(back.status == 200)
    #expect((back.said["html"] as? String)?.contains("77,70") == true)
    let again = try await send(site, "/rapprochement/\(unknown)/reprendre", [])
    #expect(again.status == 400 && again.said["message"] != nil)
    #expect(try site.desk.verify().isSound)
  }

  @Test func withoutScriptTheListSaysWhatCanBeTakenBack() async throws {
    let site = try Site()
    let line = try line(site, 1234)
    let aside = try await site.post(
      "/rapprochement/\(line)/ecarter", [("raison", "TVA"), ("retour", "/rapprochement")])
    #expect(aside.location == "/rapprochement?fait=ecarte&ligne=\(line)")
    let page = try await site.get(aside.location).text
    #expect(page.contains("action=\"/rapprochement/\(line)/reprendre\""))
    // The next form of that page does not carry the line along.
    #expect(!page.contains("ligne=\(line)"))
    let back = try await site.post("/rapprochement/\(line)/reprendre", [])
    #expect(back.status == 303)
    #expect(try site.desk.reconciliation(of: EntryNumber(line)) != nil)
  }

  @Test func aRuleIsMadeShownAndRemoved() async throws {
    let site = try Site()
    let line = try line(site, 1234)
    let short = try await send(site, "/rapprochement/\(line)/jamais", [("mots", "VIR")])
    #expect(short.status == 400)
    #expect((short.said["message"] as? String)?.contains("quatre lettres") == true)
    let rule = try await send(
      site, "/rapprochement/\(line)/jamais", [("mots", "Somebody else")])
    #expect(rule.status == 200)
    let page = try await site.get("/rapprochement/regles").text
    #expect(page.contains("Somebody else") && page.contains("jamais un client"))
    let number = try #require(try site.desk.payerRules().first).standing.number.raw
    let gone = try await site.post("/rapprochement/regles/\(number)/retirer", [])
    #expect(gone.status == 303)
    #expect(try site.desk.payerRules().isEmpty)
    #expect(try site.desk.reconciliation(of: EntryNumber(line)) != nil)
    let twice = try await site.post("/rapprochement/regles/\(number)/retirer", [])
    #expect(twice.status == 400)
  }

  @Test func aSearchAnswersWithFormsForTheLine() async throws {
    let site = try Site()
    let line = try line(site, 7770)
    let answer = try await site.get(
      "/rapprochement/\(line)/chercher?client=INV-5", [.accept: "application/json"])
    #expect(answer.text.contains("piece-\(try site.document("INV-5").raw)"))
    let more = try await site.get("/rapprochement?depuis=1", [.accept: "application/json"])
    let said = try JSONSerialization.jsonObject(with: Data(more.bytes)) as? [String: Any]
    #expect((said?["rows"] as? [Any])?.count == 2)
  }
}
