import Foundation
import Printing
import Testing

@Suite struct HTMLPageTests {
  @Test func tagsNestAsTheBracesDo() {
    let rows = [("Lemaître & Fils", 2), ("<script>", 0)]
    let list = table {
      thead { tr { th("Client").scope("col") } }
      for (name, count) in rows {
        tr {
          td { a(name).href("/clients?nom=\(count)&tri=1") }
          td { count }.class(count > 1 ? "figure late" : nil)
          if count == 0 { td("rien") } else { td() }
        }
      }
    }
    #expect(
      list.text == "<table><thead><tr><th scope=\"col\">Client</th></tr></thead>"
        + "<tr><td><a href=\"/clients?nom=2&amp;tri=1\">Lemaître &amp; Fils</a></td>"
        + "<td class=\"figure late\">2</td><td></td></tr>"
        + "<tr><td><a href=\"/clients?nom=0&amp;tri=1\">&lt;script&gt;</a></td>"
        + "<td>0</td><td>rien</td></tr></table>")
  }

  @Test func attributesStandInTheOrderGivenAndNilLeavesThemOut() {
    let field = input().type("text").name("q").value("\"><b>").placeholder(nil)
      .required().checked(if: false).data("row", "1").aria("label", "l'âge")
    #expect(
      field.text == "<input type=\"text\" name=\"q\" value=\"&quot;&gt;&lt;b&gt;\" required"
        + " data-row=\"1\" aria-label=\"l&#39;âge\">")
  }

  /// Names that Foundation also knows as C functions.
  @Test func tagsLiveBesideFoundation() {
    #expect(time("lundi").datetime("2026-11-23").text.hasPrefix("<time datetime="))
    #expect(
      select { option("a").selected() }.text == "<select><option selected>a</option></select>")
    #expect(link().rel("icon").text == "<link rel=\"icon\">")
  }

  @Test(arguments: [
    ("javascript:alert(1)", "#"), ("JaVaScript:alert(1)", "#"), ("java\tscript:x", "#"),
    (" javascript:x", "#"), ("data:text/html,x", "#"), ("/a/b?c=d:e", "/a/b?c=d:e"),
    ("https://x.fr/", "https://x.fr/"), ("mailto:a@b.fr", "mailto:a@b.fr"), ("?p=a:b", "?p=a:b"),
    ("#haut", "#haut"), ("vbscript:x", "#"), ("page", "page"),
  ])
  func linksLeadOnlyWhereTheyMay(target: String, expected: String) {
    #expect(a("x").href(target).text == "<a href=\"\(expected)\">x</a>")
  }

  /// Whatever a text holds, the page shows it and is not changed by it.
  @Test func noTextCanLeaveItsPlace() {
    let pieces = [
      "<", ">", "&", "\"", "'", "é", "€", "a", " ", "&amp;", "</td>", "\u{0}", "😀", "=",
    ]
    var seed: UInt64 = 20_261_123
    for round in 0..<2_000 {
      var text = ""
      for _ in 0..<Int(seed % 12) {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count]
      }
      seed = seed &* 6_364_136_223_846_793_005 &+ 1
      let made = td(text).title(text).text
      let inner = made.dropFirst("<td title=\"".count).dropLast("</td>".count)
      let parts = inner.split(separator: "\">", maxSplits: 1, omittingEmptySubsequences: false)
      #expect(parts.count == 2, "round \(round): \(text.debugDescription)")
      for part in parts {
        #expect(!part.contains { "<>\"'".contains($0) }, "round \(round): \(made)")
        let back = part.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
          .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
          .replacing("&amp;", with: "&")
        #expect(back == text.replacing("\u{0}", with: "\u{FFFD}"), "round \(round)")
      }
    }
  }

  @Test func aPageSaysItsLanguageAndTitle() {
    let page = HTMLPage(
      title: "A < B", language: "fr", head: stylesheet("/a.css").html
    ) { HTML.trusted("<hr>") }
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.hasPrefix("<!doctype html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\">"))
    #expect(text.contains("<title>A &lt; B</title><link rel=\"stylesheet\" href=\"/a.css\">"))
    #expect(text.hasSuffix("<body><hr></body></html>\n"))
  }
}
