import Foundation
import Testing

/// Pages that a screen reader and a keyboard can use.
@Suite struct AccessTests {
  @Test func everyFieldHasItsNameAndEveryNameItsOwn() async throws {
    let site = try Site()
    for address in try PageTests.addresses(site) {
      let page = try await site.get(address).text
      let ids = values(of: " id=\"", in: page)
      #expect(Set(ids).count == ids.count, "\(address): an id twice")
      let labelled = Set(values(of: " for=\"", in: page))
      #expect(labelled.isSubset(of: ids), "\(address): a label without its field")
      for tag in tags(["input", "select", "textarea"], in: page) {
        if tag.contains("type=\"hidden\"") || tag.contains("type=\"checkbox\"") { continue }
        let isNamed =
          tag.contains("aria-label=")
          || values(of: " id=\"", in: tag).contains(where: labelled.contains)
        #expect(isNamed, "\(address): \(tag)")
      }
    }
  }

  @Test func everyPageHasOneTitleAndOneMain() async throws {
    let site = try Site()
    for address in try PageTests.addresses(site) {
      let page = try await site.get(address).text
      #expect(tags(["h1"], in: page).count == 1, "\(address)")
      #expect(tags(["main"], in: page).count == 1, "\(address)")
      #expect(page.contains("class=\"skip\" href=\"#contenu\""), "\(address)")
      for table in page.components(separatedBy: "<table class=\"stack").dropFirst() {
        #expect(table.contains("<caption>"), "\(address)")
        #expect(table.contains("scope=\"col\""), "\(address)")
      }
    }
  }

  @Test func everyFormOfOursCarriesTheToken() async throws {
    let site = try Site()
    let token = try await site.token()
    #expect(token.count > 20)
    for address in try PageTests.addresses(site) {
      let page = try await site.get(address).text
      for form in page.components(separatedBy: "<form").dropFirst() {
        let inside = form.components(separatedBy: "</form>")[0]
        guard inside.prefix(while: { $0 != ">" }).contains("method=\"post\"") else { continue }
        #expect(inside.contains("name=\"jeton\" value=\"\(token)\""), "\(address)")
      }
    }
  }

  private func values(of mark: String, in text: String) -> [String] {
    text.components(separatedBy: mark).dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  private func tags(_ names: [String], in page: String) -> [String] {
    names.flatMap { name in
      page.components(separatedBy: "<" + name).dropFirst()
        .filter { [" ", ">"].contains($0.first) }
        .map { String($0.prefix { $0 != ">" }) }
    }
  }
}
