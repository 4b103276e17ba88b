/// The open elements from the root to here, with the deepest last.
///
/// The parser refuses more than 256 levels; the room is fixed so that nothing is allocated.
struct CamtPath {
  private(set) var count = 0
  private var elements: InlineArray<260, CamtElement> = .init(repeating: .unknown)

  init() {}

  var last: CamtElement { elements[count - 1] }

  /// The element `steps` above the last; 1 is its parent.
  func above(_ steps: Int) -> CamtElement {
    count > steps ? elements[count - 1 - steps] : .unknown
  }

  subscript(place: Int) -> CamtElement { elements[place] }

  mutating func append(_ element: CamtElement) {
    elements[count] = element
    count += 1
  }

  mutating func removeLast() { count -= 1 }

  func lastIndex(of element: CamtElement) -> Int? {
    var place = count
    while place > 0 {
      place -= 1
      if elements[place] == element { return place }
    }
    return nil
  }
}
