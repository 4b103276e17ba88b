import Glibc
import Ledger

/// The parties of a table, each made once however many lines name it.
///
/// Two lines give the same party when all their cells about it have the same bytes. Those bytes are
/// copied side by side, so that a look-up does not travel through the whole file.
struct PartyIndex {
  /// Distinct parties kept; past it the index starts afresh, so that memory stays bounded.
  private static let most = 1 << 17

  /// First and last of neighbouring columns about the party: each stretch is compared at once.
  private let stretches: [(first: Int, last: Int)]
  private var slots: [Int32] = []
  private var known: [(hash: UInt64, start: Int, party: Party)] = []
  private var bytes: [UInt8] = []

  init(_ columns: ColumnMap) {
    let places = Column.allCases.filter { $0.isParty && columns.isPresent($0) }
      .map { columns[$0] }.sorted()
    var stretches: [(first: Int, last: Int)] = []
    for place in places {
      if let last = stretches.last?.last, last + 1 == place {
        stretches[stretches.count - 1].last = place
      } else {
        stretches.append((place, place))
      }
    }
    self.stretches = stretches
    empty()
  }

  private mutating func empty() {
    known.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    slots = Array(repeating: -1, count: 1024)
  }

  /// The party that an earlier line made of the same cells.
  func party(_ row: UnsafePointer<Cell>, _ hash: UInt64) -> Party? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if known[index].hash == hash, isSame(row, index) { return known[index].party }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func isSame(_ row: UnsafePointer<Cell>, _ index: Int) -> Bool {
    var start = known[index].start
    let end = index + 1 < known.count ? known[index + 1].start : bytes.count
    return bytes.withUnsafeBufferPointer { bytes in
      for stretch in stretches {
        let span = PartyIndex.span(row, stretch)
        guard span.count <= end - start,
          memcmp(bytes.baseAddress! + start, span.baseAddress!, span.count) == 0
        else { return false }
        start += span.count
      }
      return start == end
    }
  }

  mutating func keep(_ party: Party, _ row: UnsafePointer<Cell>, _ hash: UInt64) {
    if known.count >= PartyIndex.most { empty() }
    known.append((hash, bytes.count, party))
    for stretch in stretches { bytes.append(contentsOf: PartyIndex.span(row, stretch)) }
    if known.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 4)
      for index in known.indices { occupy(known[index].hash, index) }
    } else {
      occupy(hash, known.count - 1)
    }
  }

  private mutating func occupy(_ hash: UInt64, _ index: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(index)
  }

  /// The bytes of neighbouring cells with what separates them.
  @inline(__always)
  private static func span(
    _ row: UnsafePointer<Cell>, _ stretch: (first: Int, last: Int)
  ) -> UnsafeBufferPointer<UInt8> {
    let last = row[stretch.last]
    let start = row[stretch.first].start
    return UnsafeBufferPointer(start: start, count: last.start + last.count - start)
  }

  /// A number made of all the cells about the party.
  func hash(_ row: UnsafePointer<Cell>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for stretch in stretches { hash = PartyIndex.mixed(hash, PartyIndex.span(row, stretch)) }
    return hash
  }

  private static func mixed(_ seed: UInt64, _ span: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawPointer(span.baseAddress!)
    var hash = seed ^ UInt64(span.count)
    var place = 0
    while place + 16 <= span.count {
      let left = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let right = bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
      hash = spread(hash ^ left, right ^ 0xA076_1D64_78BD_642F)
      place += 16
    }
    while place < span.count {
      hash = (hash ^ UInt64(span[place])) &* 0x0000_0100_0000_01B3
      place += 1
    }
    return spread(hash, 0xE703_7ED1_A0B4_28DB)
  }

  @inline(__always)
  private static func spread(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
