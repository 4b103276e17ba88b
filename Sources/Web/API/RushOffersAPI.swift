import CreditPolicy
import Ledger
import Office
import Printing
import Quantities
import Store

/// `POST /api/v1/rush-offers`: what to answer a rush order; written down where `record` says so.
func offerRush(_ visit: Visit, _ body: JSON) throws -> Reply {
  let desk = visit.desk
  var reading = RushReading(try members(of: body), .sent)
  if let words = reading.customerWords {
    do {
      reading.customer = try desk.customer(named: words)
    } catch let unclear as UnclearCustomer {
      reading.note(FieldFault("customer", unclear.words))
    }
  } else if reading.isRecorded {
    reading.note(
      FieldFault(
        "record", french: "Une proposition se note au nom d’un client\u{A0}: ajoutez customer.",
        english: "An offer is written down for a customer: add customer."))
  }
  guard let question = reading.question else { throw Refusal.fields(reading.faults) }
  do {
    let file = try desk.rushFile(for: question)
    let speech = try desk.rushSpeech(for: file, tone: reading.tone, language: reading.language)
    let number = reading.isRecorded ? try desk.record(file, order: reading.order) : nil
    let language = reading.language ?? visit.voice.language
    var reply = Reply.object(
      file.json(in: language, saying: speech, offer: number), in: language,
      status: number == nil ? 200 : 201)
    if let number { reply.headers.append(("Location", "/api/v1/rush-offers/\(number.raw)")) }
    return reply
  } catch let fault as RushFault {
    reading.note(fault)
    throw Refusal.fields(reading.faults)
  }
}

/// `POST /api/v1/rush-offers/:id/answer`: how the customer answered.
func answerOffer(_ visit: Visit, _ body: JSON) throws -> Reply {
  let offer = try chapter(visit).story.offer
  let reading = RushAnswerReading(try members(of: body), to: offer.fact, .sent)
  guard reading.faults.isEmpty else { throw Refusal.fields(reading.faults) }
  return .object(try visit.desk.answer(offer.number, as: reading).json, in: visit.voice.language)
}

/// `GET /api/v1/rush-offers?customer=&limit=`: the offers made, newest first.
func rushOffers(_ visit: Visit) throws -> Reply {
  var faults: [FieldFault] = []
  var customer: CustomerID?
  var limit = 100
  for field in visit.query.fields {
    switch field.name {
    case "lang": break
    case "customer":
      do {
        customer = try visit.desk.customer(named: field.value).id
      } catch let unclear as UnclearCustomer {
        faults.append(FieldFault("?customer", unclear.words))
      }
    case "limit":
      if let number = Int(field.value), (1...1_000).contains(number) {
        limit = number
      } else {
        faults.append(
          FieldFault(
            "?limit", french: "Attendu un nombre de 1 à 1\u{202F}000, par exemple 100.",
            english: "Wanted a number from 1 to 1,000, for example 100."))
      }
    default:
      faults.append(
        FieldFault(
          "?" + field.name, french: "Champ inconnu. Les champs sont\u{A0}: customer, limit.",
          english: "Unknown field. The fields are: customer, limit."))
    }
  }
  guard faults.isEmpty else { throw Refusal.fields(faults) }
  return .object(
    try visit.desk.rushHistory(of: customer).json(limit: limit), in: visit.voice.language)
}

/// `GET /api/v1/rush-offers/:id`: one offer, with its answer and its invoice.
func rushOffer(_ visit: Visit) throws -> Reply {
  .object(try chapter(visit).json, in: visit.voice.language)
}

/// `GET /api/v1/missed-occasions`: fast deliveries for which nothing was asked, this quarter.
func missedOccasions(_ visit: Visit) throws -> Reply {
  .object(try visit.desk.occasions().json, in: visit.voice.language)
}

/// `GET /api/v1/openapi.yaml`: the contract of all this.
func contract(_ visit: Visit) -> Reply {
  Reply(type: "application/yaml", bytes: Asset.contract.bytes)
}

private func chapter(_ visit: Visit) throws -> RushChapter {
  guard let found = try visit.desk.rushChapter(try visit.entry) else { throw Refusal.notFound }
  return found
}

private func members(of body: JSON) throws -> [(String, JSON)] {
  if case .object(let members) = body { return members }
  throw Refusal.fields([
    FieldFault(
      "", french: "Attendu un objet JSON, par exemple {\"askedDays\": 3}.",
      english: "Wanted a JSON object, for example {\"askedDays\": 3}.")
  ])
}

extension Reply {
  /// An object for programs, on indented lines; its sentences are in a language.
  fileprivate static func object(
    _ value: JSON, in language: Customer.Language, status: Int = 200
  ) -> Reply {
    Reply(
      status: status, type: "application/json; charset=utf-8",
      bytes: Array((value.string + "\n").utf8),
      headers: [
        ("Content-Language", language.rawValue), ("Vary", "Accept-Language, Cookie"),
      ])
  }
}
