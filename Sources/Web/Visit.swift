import Ledger
import Office
import Quantities

/// What a visitor asks, read from the request: the pages know nothing of HTTP beyond this.
struct Visit: Sendable {
  let desk: Desk
  let voice: Voice
  /// The path without the query, such as `/clients/12`.
  let path: String
  /// The parts of the path that the route names: `id`, `level`.
  let places: [String: String]
  let query: Form
  /// What was posted; empty for a page that is only read.
  let form: Form
  /// The token that every form of ours carries.
  let token: String
  /// Whether a script asks, rather than a person who reads pages.
  let wantsJSON: Bool

  /// Whether a program asks by the contract: failures are told as problems.
  var isFromProgram: Bool { path.hasPrefix("/api/") }

  /// A number in the path; a page that cannot exist is not found.
  func number(_ name: String) throws -> Int64 {
    guard let text = places[name], let number = Int64(text), number > 0 else {
      throw Refusal.notFound
    }
    return number
  }

  var customer: CustomerID { get throws { CustomerID(try number("id")) } }
  var entry: EntryNumber { get throws { EntryNumber(try number("id")) } }

  /// The day that `?au=` names, nil when it names none or today.
  var asOf: Day? {
    get throws {
      guard let text = query["au"], !text.isEmpty else { return nil }
      let day = try query.day("au", Field("la date", "the date"), voice)
      guard day <= desk.today else {
        throw Refusal.wrong(
          voice(
            "Le \(voice.day(day)) n’est pas encore passé\u{A0}: choisissez un jour jusqu’à "
              + "aujourd’hui.",
            "\(voice.day(day)) has not come yet: choose a day up to today."))
      }
      return day == desk.today ? nil : day
    }
  }

  /// The page of a list, from 1.
  var page: Int {
    get throws {
      guard let text = query["page"] else { return 1 }
      guard let page = Int(text), (1...1_000_000).contains(page) else {
        throw Refusal.wrong(
          voice("« \(text) » n’est pas un numéro de page.", "“\(text)” is not a page number."))
      }
      return page
    }
  }

  /// This page's address with some of the query changed.
  func address(_ changes: [(String, String?)]) -> String {
    var fields = query.fields.filter { field in
      !["lang", "fait", "ligne"].contains(field.name)
        && !changes.contains { $0.0 == field.name }
    }
    for (name, value) in changes {
      if let value { fields.append((name, value)) }
    }
    return fields.isEmpty ? path : path + "?" + Form(fields).encoded
  }
}

/// Why a request is not answered as asked, in words for the person who made it.
enum Refusal: Error {
  case notFound
  /// The request cannot be understood; the sentence says what was found and what is wanted.
  case wrong(String)
  /// The form did not come from one of our own pages.
  case forbidden
  case tooLarge
  /// More bytes than are taken here.
  case overLimit(Int)
  case tooBusy
  /// What is wrong with the fields that a program sent, all of it.
  case fields([FieldFault])
  case malformed(JSONReader.Fault)
  /// The address is asked in other ways only.
  case wrongMethod(allowed: [String])
  /// Something else than JSON was sent where a program sends JSON.
  case wrongType
}

/// The name of a field as the refusal of it says it.
struct Field {
  let french: String
  let english: String

  init(_ french: String, _ english: String) {
    self.french = french
    self.english = english
  }
}
