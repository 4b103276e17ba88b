import ArgumentParser
import Ledger
import Office
import Printing
import Store

struct RushAnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rush-answer",
    abstract: "Noter ce que le client a répondu à une proposition.",
    discussion: """
      Une réponse ultérieure remplace la précédente, qui reste lisible.

      Exemple : encaisse rush-answer --book ma-societe.encaisse --offer 812 --outcome accepted \
      --counterpart shorterTerm
      """)

  @OptionGroup var book: BookOption
  @Option(help: "Le numéro de la proposition.") var offer: Int64
  @Option(help: "accepted, refused ou noAnswer.") var outcome: String?
  @Option(help: "shorterTerm, deposit, surcharge ou settleOverdue.") var counterpart: String?
  @Option(parsing: .unconditional, help: "Le montant convenu : acompte, supplément, échu réglé.")
  var amount: String?
  @Option(help: "Ce que le client a dit.") var words: String?
  @Flag(help: "Rendre la proposition en JSON.") var json = false

  func run() throws {
    try Failure.explained {
      let desk = try book.desk()
      let number = EntryNumber(offer)
      guard let found = try desk.rushChapter(number) else {
        throw DeskRefusal.unknownOffer(number)
      }
      let typed = [
        ("outcome", outcome), ("counterpart", counterpart), ("amount", amount), ("words", words),
      ]
      let reading = RushAnswerReading(
        typed.compactMap { name, value in value.map { (name, .text($0)) } },
        to: found.story.offer.fact, .typed)
      try FieldFault.complain(
        of: reading.faults,
        example: "encaisse rush-answer --book \(book.book) --offer \(offer) --outcome accepted "
          + "--counterpart shorterTerm")
      let chapter = try desk.answer(number, as: reading)
      if json { return Terminal.print(chapter.json.string) }
      Terminal.print(Terminal.green("✓ ") + chapter.line)
    }
  }
}
