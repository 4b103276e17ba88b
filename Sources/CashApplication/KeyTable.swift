/// From a 64-bit key to the documents or customers that bear it, several where need be.
///
/// Open addressing over integers: a book of a million documents needs no string in its index.
struct KeyTable: Sendable {
  private var keys: [UInt64]
  private var heads: [Int32]
  private var values: [Int32] = []
  private var following: [Int32] = []
  private var used = 0

  init(capacity: Int = 16) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    heads = Array(repeating: -1, count: size)
    values.reserveCapacity(capacity)
    following.reserveCapacity(capacity)
  }

  mutating func insert(_ value: Int32, for key: UInt64) {
    if used * 10 > keys.count * 7 { grow() }
    let slot = place(of: key)
    if heads[slot] < 0 {
      keys[slot] = key
      used += 1
    }
    values.append(value)
    following.append(heads[slot])
    heads[slot] = Int32(values.count - 1)
  }

  /// The entry to begin with, or -1; then `next` until it gives -1.
  @inline(__always) func first(_ key: UInt64) -> Int32 { heads[place(of: key)] }
  @inline(__always) func next(_ entry: Int32) -> Int32 { following[Int(entry)] }
  @inline(__always) func value(_ entry: Int32) -> Int32 { values[Int(entry)] }

  @inline(__always) private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: mixed(key)) & mask
    while heads[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldHeads) = (keys, heads)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    heads = Array(repeating: -1, count: oldKeys.count * 2)
    for (key, head) in zip(oldKeys, oldHeads) where head >= 0 {
      let slot = place(of: key)
      keys[slot] = key
      heads[slot] = head
    }
  }
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
