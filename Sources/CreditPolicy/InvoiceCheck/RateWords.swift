import Quantities

/// The numbers of a stretch of folded text that say how high a rate is.
struct RateWords {
  /// Words and numbers in order; a number has a point for its comma.
  private let words: [String]

  init(_ bytes: ArraySlice<UInt8>) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 16)
    var previous: UInt8 = 32
    for place in bytes.indices {
      let byte = bytes[place]
      let next = place + 1 < bytes.endIndex ? bytes[place + 1] : 32
      switch byte {
      // Between digits a decimal sign, elsewhere punctuation.
      case 44, 46: text.append(previous.isDigit && next.isDigit ? 46 : 32)
      case 37, 43: text += [32, byte, 32]
      case _ where byte.isWord:
        if previous.isWord, previous.isDigit != byte.isDigit { text.append(32) }
        text.append(byte)
      default: text.append(32)
      }
      previous = byte
    }
    words = text.split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Points above a reference rate: « majoré de 10 points », « + 10 », « plus dix points ».
  var points: Rate? {
    for (place, word) in words.enumerated() where isPoint(word) {
      if let rate = number(at: place - 1) { return rate }
      // « points de pourcentage » may have a word between.
      if let rate = number(at: place - 2) { return rate }
    }
    for (place, word) in words.enumerated() where RateWords.increases.contains(word) {
      if let rate = number(at: place + 1) ?? number(at: place + 2) { return rate }
    }
    return nil
  }

  private func isPoint(_ word: String) -> Bool { word == "points" || word == "point" }

  private static let increases: Set<String> = ["+", "majore", "augmente", "plus", "majoree"]

  /// « trois fois », « 3 fois », « 1,5 fois », « three times », counted in halves.
  var timesInHalves: Int? {
    for (place, word) in words.enumerated() where word == "fois" || word == "times" {
      guard place > 0, let rate = number(at: place - 1) else { continue }
      return Int(rate.partsPerMillion / 5_000)
    }
    if words.contains("triple") { return 6 }
    return words.contains("double") ? 4 : nil
  }

  /// The first percentage, brought to a year: « 1 % par mois » is 12 %.
  var yearly: Rate? {
    for (place, word) in words.enumerated() where word == "%" || word == "percent" {
      guard let rate = number(at: place - 1) else { continue }
      let after = words.dropFirst(place + 1).prefix(4)
      if after.contains(where: { ["mois", "mensuel", "month", "mensuels"].contains($0) }) {
        return rate * 12
      }
      if after.contains(where: { ["jour", "day", "journalier"].contains($0) }) {
        return rate * 365
      }
      return rate
    }
    return nil
  }

  private func number(at place: Int) -> Rate? {
    guard words.indices.contains(place) else { return nil }
    if let spelled = RateWords.spelled[words[place]] { return .percent(spelled) }
    return words[place].utf8.first?.isDigit == true ? Rate(percent: words[place]) : nil
  }

  private static let spelled: [String: Int64] = [
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "quinze": 15, "two": 2, "three": 3, "ten": 10,
  ]
}

extension ArraySlice<UInt8> {
  /// Each place where the words begin.
  func places(of words: StaticString) -> [Int] {
    var places: [Int] = []
    withUnsafeBufferPointer { bytes in
      var start = 0
      while let place = bytes.place(of: words, from: start) {
        places.append(startIndex + place)
        start = place + 1
      }
    }
    return places
  }

  func says(any words: [StaticString]) -> Bool {
    withUnsafeBufferPointer { bytes in words.contains { bytes.place(of: $0) != nil } }
  }
}
