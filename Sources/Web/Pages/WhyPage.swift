import Ledger
import Office
import Printing
import Quantities

/// Why an invoice was asked for on a day, or not, with what was known that day.
func whyPage(_ visit: Visit) throws -> Reply {
  let voice = visit.voice
  let day = try visit.asOf
  guard let story = try visit.desk.story(of: visit.entry, on: day) else { throw Refusal.notFound }
  var page = Page(
    voice("Pourquoi\u{A0}? ", "Why? ") + story.item.number, in: .customers
  ) {
    for chapter in story.chapters(in: voice.language) {
      div {
        h2(chapter.title)
        ul { for line in chapter.lines { li(capitalised(line)) } }.class("plain")
      }.class("card")
    }
  }
  page.crumbs = [
    (story.customer.name, "/clients/\(story.customer.id.raw)"),
    (story.item.number, "/factures/\(story.item.id.raw)"),
  ]
  page.lead = voice(
    "Ce que le livre savait le \(voice.day(story.day)), et ce qui en a été décidé.",
    "What the book knew on \(voice.day(story.day)), and what was decided from it.")
  page.tools = HTML { asOfForm(visit, story.day.iso) }
  return try page.reply(to: visit)
}
