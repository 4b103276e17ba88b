import Ledger
import Quantities

/// The lettering of a FEC: rows with one code on one customer's account settle each other.
struct LetterGroups {
  /// One code with the day of its lettering.
  struct Group {
    let code: String
    var day: Day?
  }

  private(set) var groups: [Group] = []
  private var places: [Int: Int32] = [:]
  private var parents: [Int32] = []

  /// The place of a row that is not lettered.
  static let none: Int32 = -1

  /// The group of a row, made when it is new.
  mutating func place(of posting: Posting) -> Int32 {
    if posting.letter.isEmpty { return LetterGroups.none }
    var hasher = Hasher()
    hasher.combine(posting.account)
    hasher.combine(posting.customer.ledgerAccount)
    hasher.combine(posting.letter)
    let key = hasher.finalize()
    if let place = places[key] {
      if groups[Int(place)].day == nil { groups[Int(place)].day = posting.lettered }
      return place
    }
    let place = Int32(groups.count)
    places[key] = place
    groups.append(Group(code: posting.letter, day: posting.lettered))
    parents.append(place)
    return place
  }

  /// Makes one group of two: an entry moves a balance from one to the other.
  mutating func join(_ one: Int32, _ other: Int32) {
    guard one >= 0, other >= 0 else { return }
    let (first, second) = (root(one), root(other))
    if first != second { parents[Int(max(first, second))] = min(first, second) }
  }

  /// The group that stands for all that were joined with this one.
  func root(_ place: Int32) -> Int32 {
    var place = place
    while place >= 0, parents[Int(place)] != place { place = parents[Int(place)] }
    return place
  }

  /// `lettrage AB du 03/02/2026 dans le FEC`.
  func reason(_ place: Int32) -> String {
    let group = groups[Int(place)]
    return ReasonText.stored(
      french: "lettrage \(group.code)" + (group.day.map { " du \($0.french)" } ?? "")
        + " dans le FEC",
      english: "lettered \(group.code)" + (group.day.map { " on \($0.iso)" } ?? "") + " in the FEC")
  }
}
