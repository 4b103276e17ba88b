import ArgumentParser
import Delivery
import Foundation
import Intake
import Law
import Office
import Quantities
import Store

/// The book that a command works on.
struct BookOption: ParsableArguments {
  @Option(name: .long, help: "Le livre : un fichier .encaisse.")
  var book: String

  /// Opens the book; it must be there unless the command may make it.
  func desk(creates: Bool = false) throws -> Desk {
    try Failure.explained { try Desk.opened(book, creates: creates) }
  }
}

extension Desk {
  /// Opens a book; it must be there unless the command may make it. `day` stands in for today.
  static func opened(_ book: String, creates: Bool = false, on day: Day? = nil) throws -> Desk {
    if !creates, !FileManager.default.fileExists(atPath: book) {
      throw Failure(
        "Le livre « \(book) » n’existe pas. Créez-le : encaisse import --book \(book) DOSSIER/")
    }
    return try Desk(
      book: book, creates: creates, pdf: .ownWorker, clock: { day ?? Today.day() })
  }
}

extension PDFExtractor {
  /// The program itself as a child process, which a malicious PDF may fill or crash alone.
  static var ownWorker: PDFExtractor {
    .worker(executable: "/proc/self/exe", arguments: ["__extract-pdf"])
  }
}

/// What a command could not do, in the user's words, and the exit code 2.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ words: String) { description = words }

  /// Runs a body and turns the failures of the rooms into words and exit code 2.
  static func explained<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      guard let words = words(for: error) else { throw error }
      Terminal.complain(Terminal.red("✗ ") + words)
      throw ExitCode(2)
    }
  }

  /// The words for a failure of a room; nil for one that ArgumentParser explains itself.
  static func words(for error: any Error) -> String? {
    switch error {
    case let failure as Failure: failure.description
    case let failure as StoreFailure: failure.french
    case let refusal as Refusal: refusal.french
    case let refusal as DeskRefusal: refusal.words.french
    case let refusal as OutboxRefusal: refusal.words.french
    case let lost as LostFile: lost.words.french
    case let fault as MailFault: fault.words.french
    case let fault as MailboxFault: "La boîte aux lettres ne répond pas : " + fault.words
    case let refusal as DunningPlanRefusal: refusal.words.french
    case let refusal as StoryRefusal: refusal.words.french
    case let unclear as UnclearCustomer: unclear.words.french
    case let missing as UnknownRate: missing.remedyFrench
    default: nil
    }
  }
}

/// A day given on the command line.
struct DayArgument: ExpressibleByArgument {
  let day: Day

  init?(argument: String) {
    guard let day = Day(iso: argument) ?? Day(french: argument) else { return nil }
    self.day = day
  }
}
