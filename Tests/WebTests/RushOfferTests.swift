import CreditPolicy
import Foundation
import HTTPTypes
import Ledger
import Office
import Quantities
import Testing

extension Site {
  /// Sends JSON as a program would.
  func call(
    _ address: String, _ body: Any, headers: HTTPFields = [:]
  ) async throws -> Answer {
    let bytes = try JSONSerialization.data(withJSONObject: body)
    return try await call(address, bytes: Array(bytes), headers: headers)
  }

  func call(
    _ address: String, bytes: [UInt8], type: String? = "application/json",
    headers: HTTPFields = [:]
  ) async throws -> Answer {
    var headers = headers
    if let type { headers[.contentType] = type }
    return try await ask(.post, address, headers, bytes)
  }
}

extension Site.Answer {
  /// The object that came back; empty for anything else.
  var object: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any] ?? [:]
  }

  /// The fields that a problem names.
  var wrongFields: [String] {
    (object["errors"] as? [[String: String]] ?? []).compactMap { $0["field"] }
  }
}

/// The rush order as programs ask it.
@Suite struct RushOfferTests {
  private static let offers = "/api/v1/rush-offers"

  private func question(_ changes: [String: Any] = [:]) -> [String: Any] {
    let usual: [String: Any] = [
      "amount": "8000.00", "currency": "EUR", "usualDays": 15, "askedDays": 3, "usualTerm": 60,
    ]
    return usual.merging(changes) { $1 }
  }

  private func term(_ answer: Site.Answer, _ name: String = "counterTerm") -> String {
    let term = answer.object[name] as? [String: Any]
    let days = (term?["days"] as? Int).map { " \($0)" } ?? ""
    return (term?["kind"] as? String ?? "none") + days
  }

  @Test func theCasesOfTheHouse() async throws {
    let site = try Site(withFiles: false)
    for (changes, wanted) in [
      (["askedDays": 7], "net 30"), (["askedDays": 7, "usualTerm": 30], "onOrder"),
      ([:], "onOrder"), (["policy": "proportional"], "net 12"), (["askedDays": 14], "none"),
      (["askedDays": 15], "none"), (["askedDays": 90], "none"),
      (["askedDays": 7, "usualTerm": "60"], "net 30"),
      (["askedDays": 7, "usualTerm": "45 jours fin de mois"], "net 30"),
      (["askedDays": 7, "usualTerm": ["kind": "net", "days": 60]], "net 30"),
      (["askedDays": 7, "usualTerm": "onOrder"], "none"),
    ] as [([String: Any], String)] {
      let answer = try await site.call(RushOfferTests.offers, question(changes))
      #expect(answer.status == 200, "\(answer.text)")
      #expect(term(answer) == wanted, "\(changes)")
    }
  }

  @Test func theHouseOfTheBookDecides() async throws {
    let site = try Site(withFiles: false)
    var house = HousePolicy()
    house.counterpart = CounterpartPolicy(.ladder, rounding: .forSupplier)
    try site.desk.save(house)
    let answer = try await site.call(RushOfferTests.offers, question(["askedDays": 14]))
    #expect(term(answer) == "net 30" && answer.object["halvings"] as? Int == 1)
  }

  @Test func amountsAreExact() async throws {
    let site = try Site(withFiles: false)
    for (amount, wanted) in [
      ("8000.10", "8000.10"), ("1e3", nil), ("0.1", "0.10"), ("999999999.99", "999999999.99"),
      ("8000.001", nil), ("\"8 000,10\"", "8000.10"), ("\"8,000\"", nil), ("\"NaN\"", nil),
      ("1000000001", nil), ("null", nil), ("[8000]", nil), ("123456789012345678901234567890", nil),
    ] as [(String, String?)] {
      let body = "{\"amount\": \(amount), \"currency\": \"EUR\", \"askedDays\": 3}"
      let answer = try await site.call(RushOfferTests.offers, bytes: Array(body.utf8))
      #expect(answer.object["amount"] as? String == wanted, "\(amount)")
      #expect(answer.wrongFields == (wanted == nil ? ["/amount"] : []), "\(amount)")
    }
  }

  @Test func allWrongFieldsAtOnceInTheReadersLanguage() async throws {
    let site = try Site()
    let body: [String: Any] = [
      "amount": 8000, "usualDays": 0, "askedDays": -3, "usualTerm": 400, "policy": true,
      "customer": "nobody", "a/b~c": 1,
    ]
    let answer = try await site.call(RushOfferTests.offers, body)
    #expect(answer.status == 422)
    #expect(
      answer.wrongFields.sorted() == [
        "/askedDays", "/a~1b~0c", "/currency", "/customer", "/policy", "/usualDays", "/usualTerm",
      ])
    #expect(answer.text.contains("Indiquez la devise, par exemple \\\"EUR\\\"."))
    #expect(answer.headers[.contentLanguage] == "fr")
    let english = try await site.call(
      RushOfferTests.offers, body, headers: [.acceptLanguage: "en-GB,en;q=0.9"])
    #expect(english.text.contains("Give the currency") && !english.text.contains("devise"))
    let list = try await site.call(RushOfferTests.offers, [1])
    #expect(list.status == 422 && list.wrongFields == [""])
  }

  @Test func aQuestionOfAKnownCustomer() async throws {
    let site = try Site()
    let code = try site.customer("C2").raw
    for name: Any in ["C2", "Plain Trading", "844696476", Int(code), "\(code)"] {
      let answer = try await site.call(
        RushOfferTests.offers,
        ["amount": "8000", "currency": "EUR", "askedDays": 7, "customer": name])
      #expect((answer.object["customer"] as? [String: Any])?["code"] as? String == "C2", "\(name)")
      #expect(term(answer, "usualTerm") == "net 30")
      #expect((answer.object["origins"] as? [String: String])?["usualTerm"] == "observed")
      #expect(answer.object["light"] as? String == "red")
    }
    let several = try await site.call(
      RushOfferTests.offers,
      ["amount": "8000", "currency": "EUR", "askedDays": 7, "customer": "a"])
    #expect(several.wrongFields == ["/customer"] && several.text.contains("C2 Plain Trading"))
    let nameless = try await site.call(RushOfferTests.offers, question(["record": true]))
    #expect(nameless.wrongFields == ["/record"])
    #expect(try site.desk.rushStories().isEmpty)
  }

  @Test func anOfferIsRecordedAnsweredAndListed() async throws {
    let site = try Site()
    let made = try await site.call(
      RushOfferTests.offers,
      question(["customer": "C2", "record": true, "order": "BC-12", "askedDays": 7]))
    #expect(made.status == 201)
    let address = made.location
    #expect(address == "/api/v1/rush-offers/\(made.object["offer"] ?? "")")
    #expect(try await site.get(address).object["order"] as? String == "BC-12")
    let wrong = try await site.call(
      address + "/answer", ["outcome": "refused", "counterpart": "x"])
    #expect(wrong.wrongFields == ["/counterpart", "/counterpart"])
    let empty = try await site.call(address + "/answer", [String: String]())
    #expect(empty.wrongFields == ["/outcome"])
    let answer = try await site.call(
      address + "/answer",
      [
        "outcome": "accepted", "counterpart": "deposit", "amount": "3000.00",
        "words": "« d’accord »",
      ])
    #expect(answer.status == 200, "\(answer.text)")
    let recorded = answer.object["answer"] as? [String: Any]
    #expect(recorded?["amount"] as? String == "3000.00")
    #expect(recorded?["words"] as? String == "« d’accord »")
    let list = try await site.get(RushOfferTests.offers + "?customer=C2&limit=1")
    #expect(list.object["count"] as? Int == 1)
    let balance = (list.object["balances"] as? [[String: Any]])?.first
    #expect(balance?["accepted"] as? Int == 1 && balance?["currency"] as? String == "EUR")
    #expect(try await site.get(RushOfferTests.offers + "?customer=C3").object["count"] as? Int == 0)
    let strange = try await site.get(RushOfferTests.offers + "?customer=zz&limit=0&page=2")
    #expect(strange.status == 422 && strange.wrongFields == ["?customer", "?limit", "?page"])
  }

  @Test(arguments: [
    "", "{", "{\"a\":1,}", "{\"a\":1}x", "{'a':1}", "{\"a\":01}", "{\"a\":NaN}", "{\"a\":1e}",
    "{\"a\":-}", "{\"a\":\"\n\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\ud800\"}", "{\"a\":tru}", "nul",
    "{\"a\":1 \"b\":2}", "[1 2]", "{\"a\"}", "{\"a\":\"\\u12", "\"", "\\", "{\"a\":1,\"a\":2}",
    "{\"a\":1,\"\\u0061\":2}",
  ])
  func whatIsNotJSONIsRefusedWithItsPlace(_ body: String) async throws {
    let answer = try await Site(withFiles: false).call(
      RushOfferTests.offers, bytes: Array(body.utf8))
    #expect(answer.status == 400, "\(answer.text)")
    #expect((answer.object["detail"] as? String)?.hasPrefix("Ligne ") == true)
  }

  @Test func nothingBringsTheReaderDown() async throws {
    let site = try Site(withFiles: false)
    let deep = String(repeating: "[", count: 30_000)
    #expect(try await site.call(RushOfferTests.offers, bytes: Array(deep.utf8)).status == 400)
    let deepObject = String(repeating: "{\"a\":", count: 10_000)
    #expect(try await site.call(RushOfferTests.offers, bytes: Array(deepObject.utf8)).status == 400)
    #expect(try await site.call(RushOfferTests.offers, bytes: [0xFF, 0xFE, 0]).status == 400)
    let whole = try JSONSerialization.data(withJSONObject: question(), options: .sortedKeys)
    var random = Seeded(state: 20_261_123)
    for _ in 0..<300 {
      var bytes = Array(whole)
      for _ in 0...Int(random.next() % 3) {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      let answer = try await site.call(RushOfferTests.offers, bytes: bytes)
      #expect([200, 400, 422].contains(answer.status), "seed 20261123: \(bytes) \(answer.text)")
    }
  }

  @Test func onlyOurOwnPagesAndProgramsMayAsk() async throws {
    let site = try Site(withFiles: false)
    let body = Array("{}".utf8)
    for type in ["text/plain", "application/x-www-form-urlencoded", nil, "application/jsonx"] {
      #expect(try await site.call(RushOfferTests.offers, bytes: body, type: type).status == 415)
    }
    for type in ["application/json; charset=utf-8", "Application/JSON;charset=\"UTF-8\""] {
      #expect(try await site.call(RushOfferTests.offers, bytes: body, type: type).status == 422)
    }
    let packed = try await site.call(
      RushOfferTests.offers, bytes: body, headers: [.contentEncoding: "gzip"])
    #expect(packed.status == 415)
    let crossSite = try await site.call(
      RushOfferTests.offers, [:], headers: [.init("Sec-Fetch-Site")!: "cross-site"])
    #expect(crossSite.status == 403)
    let stranger = try await site.ask(
      .post, RushOfferTests.offers, [.contentType: "application/json"], body,
      host: "evil.example")
    #expect(stranger.status == 421)
  }

  @Test func otherMethodsAreToldWhichToUse() async throws {
    let site = try Site(withFiles: false)
    for (address, allowed) in [
      (RushOfferTests.offers, "GET, HEAD, POST"), (RushOfferTests.offers + "/1/answer", "POST"),
      ("/sante", "GET, HEAD"), ("/reglages/taux", "POST"),
    ] {
      for method: HTTPRequest.Method in [.put, .patch, .delete, .options] {
        let answer = try await site.ask(method, address, [:], [])
        #expect(answer.status == 405 && answer.headers[.allow] == allowed, "\(method) \(address)")
      }
    }
    #expect(try await site.get(RushOfferTests.offers + "/1/answer").status == 405)
    #expect(try await site.ask(.head, RushOfferTests.offers, [:], []).status == 200)
  }
}

/// Numbers that look random and are the same for a seed.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 31)
  }
}
