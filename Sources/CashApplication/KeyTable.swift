/// From a 64-bit key to the documents or customers that bear it, several where need be.
///
/// Open addressing over integers: a book of a million documents needs no string in its index.
struct KeyTable: Sendable {
  private struct Slot {
    var key: UInt64 = 0
    var head: Int32 = -1
  }
  private struct Link {
    let value: Int32
    let following: Int32
  }

  private var slots: [Slot]
  private var links: [Link] = []
  private var used = 0

  init(capacity: Int = 8) {
    var size = 16
    while size * 10 < capacity * 15 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    links.reserveCapacity(capacity)
  }

  mutating func insert(_ value: Int32, for key: UInt64) {
    if used * 10 >= slots.count * 7 { grow() }
    let slot = place(of: key)
    if slots[slot].head < 0 {
      slots[slot].key = key
      used += 1
    }
    links.append(Link(value: value, following: slots[slot].head))
    slots[slot].head = Int32(links.count - 1)
  }

  /// The entry to begin with, or -1; then `next` until it gives -1. The last inserted comes first.
  @inline(__always) func first(_ key: UInt64) -> Int32 { slots[place(of: key)].head }
  @inline(__always) func next(_ entry: Int32) -> Int32 { links[Int(entry)].following }
  @inline(__always) func value(_ entry: Int32) -> Int32 { links[Int(entry)].value }

  /// The value inserted last for a key; nil when there is none.
  @inline(__always) func newest(_ key: UInt64) -> Int32? {
    let entry = first(key)
    return entry < 0 ? nil : value(entry)
  }

  @inline(__always) private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: mixed(key)) & mask
    while slots[slot].head >= 0, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.head >= 0 { slots[place(of: slot.key)] = slot }
  }
}

/// Sorts numbers of which most stand in order as they are: documents in order of issue, which fall
/// due in much the same order.
func sortNearlySorted(_ numbers: inout [Int64]) {
  let isSorted = numbers.withUnsafeMutableBufferPointer { numbers in
    // Beyond so many steps the numbers are in no order, and another way is quicker.
    var left = numbers.count * 8
    for place in numbers.indices.dropFirst() {
      let number = numbers[place]
      var free = place
      while free > 0, numbers[free - 1] > number {
        numbers[free] = numbers[free - 1]
        free -= 1
      }
      numbers[free] = number
      left -= place - free
      if left < 0 { return false }
    }
    return true
  }
  if !isSorted { numbers.sort() }
}

/// Spreads the bits of a key over the whole word.
@inline(__always) func mixed(_ key: UInt64) -> UInt64 {
  var word = key ^ (key >> 33)
  word = word &* 0xff51_afd7_ed55_8ccd
  word ^= word >> 33
  return word
}

/// A hash of bytes that grows one byte at a time.
struct RollingKey: Sendable {
  private(set) var word: UInt64

  @inline(__always) init(seed: UInt64) { word = 0xcbf2_9ce4_8422_2325 ^ (seed &* 0x9e37_79b9) }

  @inline(__always) mutating func add(_ byte: UInt8) {
    word = (word ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    word ^= word >> 29
  }

  @inline(__always) var key: UInt64 { mixed(word) }
}
