import Law
import Quantities

/// The rate of late-payment penalties, as an invoice words it.
enum PenaltyWording: Hashable, Sendable {
  /// « 12 % », yearly; a monthly or daily rate is brought to a year.
  case figure(Rate)
  /// « trois fois le taux d’intérêt légal », in halves: three times is 6.
  case timesLegal(halves: Int)
  /// « taux d’intérêt légal majoré de 5 points ».
  case legalPlus(Rate)
  /// « taux de refinancement de la BCE majoré de 10 points ».
  case refinancingPlus(Rate)

  /// The yearly rate in a half-year; throws when the State's figure is not published.
  func rate(in half: HalfYear, by rates: LegalRates) throws(UnknownRate) -> Rate {
    switch self {
    case .figure(let rate): return rate
    case .timesLegal(let halves):
      let legal = try rates.figure(.legalInterest, for: half)
      return Rate(partsPerMillion: legal.partsPerMillion * Int64(halves) / 2)
    case .legalPlus(let points): return try rates.figure(.legalInterest, for: half) + points
    case .refinancingPlus(let points):
      return try rates.figure(.refinancing, for: half) + points
    }
  }
}

/// What an invoice says about penalties: nothing, no rate, or a rate.
struct PenaltyMention {
  let isSpokenOf: Bool
  private(set) var wording: PenaltyWording?

  init(_ texts: [MentionText]) {
    let parts = texts.flatMap { Topic.parts(of: $0) }
    isSpokenOf = parts.contains { $0.topic == .penalty }
    guard isSpokenOf else { return }
    // « Outre l’indemnité de 40 €, … 12 % » : the rate may follow the compensation.
    let ordered = parts.filter { $0.topic == .penalty } + parts.filter { $0.topic == .compensation }
    wording = ordered.lazy.compactMap { PenaltyWording(in: $0.bytes) }.first
  }
}

extension PenaltyMention {
  /// False for a sentence that cannot change what is said of penalties; true says nothing.
  static func mayRest(on text: MentionText) -> Bool {
    text.subject == "PMD" || text.subject == "PMT"
      || Topic.words.contains { word, topic in
        (topic == .penalty || topic == .compensation) && text.mayHold(word)
      }
  }
}

/// What a stretch of a sentence speaks of.
private enum Topic: Hashable {
  case penalty, discount, compensation, other

  init(subject: String) {
    switch subject {
    case "PMD": self = .penalty
    case "PMT": self = .compensation
    case "AAB": self = .discount
    default: self = .other
    }
  }

  struct Part {
    let topic: Topic
    let bytes: ArraySlice<UInt8>
  }

  static let words: [(StaticString, Topic)] = [
    ("penalit", .penalty), ("penalt", .penalty), ("retard", .penalty), ("moratoire", .penalty),
    ("interet", .penalty),
    ("late pay", .penalty), ("late-pay", .penalty), ("escompte", .discount),
    ("discount", .discount), ("anticip", .discount), ("rabais", .discount),
    ("indemnit", .compensation), ("recouvrement", .compensation), ("recovery", .compensation),
    ("tva", .other), ("acompte", .other), ("reserve de propriete", .other), ("capital", .other),
  ]

  /// The parts of a text, sentence by sentence.
  static func parts(of text: MentionText) -> [Part] {
    var topic = Topic(subject: text.subject)
    var parts: [Part] = []
    let words = Topic.words.filter { text.mayHold($0.0) }
    for sentence in text.sentences {
      parts += Topic.parts(of: sentence, by: words, after: topic)
      topic = parts.last?.topic ?? topic
    }
    return parts
  }

  /// The sentence cut where its topic changes. What stands before the first topic belongs to it;
  /// a sentence without any goes on with the topic before.
  private static func parts(
    of sentence: ArraySlice<UInt8>, by words: [(StaticString, Topic)], after topic: Topic
  ) -> [Part] {
    var marks: [(place: Int, topic: Topic)] = []
    for (word, topic) in words {
      for place in sentence.places(of: word) { marks.append((place, topic)) }
    }
    marks.sort { $0.place < $1.place }
    guard let first = marks.first else { return [Part(topic: topic, bytes: sentence)] }
    marks[0] = (sentence.startIndex, first.topic)
    // A topic named again goes on: « 3 fois le taux | d’intérêt légal » is one part.
    marks = marks.indices.filter { $0 == 0 || marks[$0].topic != marks[$0 - 1].topic }
      .map { marks[$0] }
    let ends = marks.dropFirst().map(\.place) + [sentence.endIndex]
    return zip(marks, ends).map { Part(topic: $0.topic, bytes: sentence[$0.place..<$1]) }
  }
}

extension PenaltyWording {
  /// The rate in a stretch that speaks of penalties.
  init?(in bytes: ArraySlice<UInt8>) {
    let words = RateWords(bytes)
    if bytes.says(any: ["bce", "banque centrale", "refinancement", "ecb", "taux directeur"]) {
      self = .refinancingPlus(words.points ?? .zero)
    } else if let halves = words.timesInHalves, bytes.says(any: ["legal"]) {
      self = .timesLegal(halves: halves)
    } else if let figure = words.yearly {
      self = .figure(figure)
    } else if bytes.says(any: ["interet legal", "legal interest"]) {
      self = words.points.map { .legalPlus($0) } ?? .timesLegal(halves: 2)
    } else {
      return nil
    }
  }
}
