import Foundation
import HTTPTypes
import Testing

/// The contract that programs are written by, held against the program.
@Suite struct ContractTests {
  private static let operations = ["get", "post", "put", "patch", "delete"]

  /// `POST /api/v1/rush-offers` of each operation, from the contract.
  private func promised(_ contract: Contract) -> Set<String> {
    Set(
      (contract["paths"]?.members ?? []).flatMap { path, item in
        item.members.map(\.0).filter(ContractTests.operations.contains)
          .map { $0.uppercased() + " " + path }
      })
  }

  @Test func everyRouteIsInTheContractAndTheOtherWayRound() throws {
    let table = try Contract.text(of: "Sources/Web/Routes.swift")
    let routes = table.matches(of: /\.(page|call)\("(\/api\/[^"]*)"/).map { match in
      let path = match.2.split(separator: "/").map { part in
        part.hasPrefix(":") ? "{\(part.dropFirst())}" : String(part)
      }
      return (match.1 == "call" ? "POST /" : "GET /") + path.joined(separator: "/")
    }
    #expect(routes.count >= 6)
    #expect(promised(try Contract.read()) == Set(routes))
  }

  @Test func theContractIsServedAsItStands() async throws {
    let answer = try await Site(withFiles: false).get("/api/v1/openapi.yaml")
    #expect(answer.status == 200 && answer.headers[.contentType] == "application/yaml")
    #expect(answer.text == (try Contract.text(of: "docs/openapi.yaml")))
  }

  @Test func everyExampleIsAnsweredAsPromised() async throws {
    let contract = try Contract.read()
    let site = try Site()
    let recorded = try await site.call(
      "/api/v1/rush-offers",
      ["amount": "8000", "currency": "EUR", "askedDays": 7, "customer": "C2", "record": true])
    let offer = try #require(recorded.object["offer"] as? Int)
    var asked = 0
    for (path, item) in contract["paths"]?.members ?? [] {
      for (method, operation) in item.members {
        let address = path.replacing("{id}", with: String(offer))
        if path.hasSuffix(".yaml") { continue }
        asked += 1
        let example = operation["requestBody", "content", "application/json", "example"]
        #expect((example != nil) == (method == "post"), "\(path)")
        let answer =
          example == nil
          ? try await site.get(address) : try await site.call(address, example?.json ?? [:])
        #expect(answer.status == 200, "\(method) \(address): \(answer.text)")
        let schema = try #require(
          operation["responses", "200", "content", "application/json", "schema"])
        #expect(breaches(answer.object, of: schema, in: contract) == [], "\(method) \(path)")
      }
    }
    #expect(asked >= 5)
    let schema = try #require(contract["components", "schemas", "RushAnswer"])
    #expect(breaches(recorded.object, of: schema, in: contract) == [])
  }

  @Test func everyRefusalIsAProblemAsPromised() async throws {
    let contract = try Contract.read()
    let schema = try #require(contract["components", "schemas", "Problem"])
    let site = try Site()
    let offers = "/api/v1/rush-offers"
    let answers = [
      try await site.call(offers, ["amount": 0]), try await site.get("/api/v1/none"),
      try await site.call(offers, bytes: Array("{".utf8)),
      try await site.ask(.delete, offers, [:], []), try await site.get(offers + "/7"),
      try await site.call(offers, bytes: Array(repeating: 32, count: 65_537)),
      try await site.call(offers, bytes: [], type: "text/plain"),
      try await site.call(offers, [:], headers: [.origin: "http://elsewhere.example"]),
    ]
    #expect(answers.map(\.status) == [422, 404, 400, 405, 404, 413, 415, 403])
    for answer in answers {
      #expect(answer.headers[.contentType] == "application/problem+json")
      #expect(breaches(answer.object, of: schema, in: contract) == [], "\(answer.text)")
      #expect(answer.object["status"] as? Int == answer.status)
      let type = try #require(answer.object["type"] as? String)
      let page = try await site.get(type)
      #expect(page.status == 200 && page.text.contains(type), "\(type)")
    }
    #expect(try await site.get("/problems/none").status == 404)
  }

  @Test func wrongAnswersAreFound() throws {
    let contract = try Contract.read()
    let schema = try #require(contract["components", "schemas", "Term"])
    #expect(breaches(["kind": "net", "days": 3], of: schema, in: contract) == [])
    #expect(breaches(["days": "3", "x": 1], of: schema, in: contract).count == 3)
    let amount = try #require(contract["components", "schemas", "Amount"])
    #expect(breaches("8000.5", of: amount, in: contract).count == 1)
  }
}
