extension UnsafeBufferPointer<UInt8> {
  /// The text with the usual entities replaced.
  var unescaped: String {
    guard contains(38) else { return written }
    var plain: [UInt8] = []
    plain.reserveCapacity(count)
    var place = 0
    while place < count {
      guard self[place] == 38, let (bytes, length) = entity(at: place) else {
        plain.append(self[place])
        place += 1
        continue
      }
      plain += bytes
      place += length
    }
    return plain.withUnsafeBufferPointer { $0.written }
  }

  /// The bytes that an entity stands for, and its length with its `&` and `;`.
  private func entity(at place: Int) -> (bytes: [UInt8], length: Int)? {
    guard let end = self[place...].prefix(10).firstIndex(of: 59) else { return nil }
    let name = Bytes(rebasing: self[(place + 1)..<end])
    let length = end - place + 1
    if name.equals("amp") { return ([38], length) }
    if name.equals("lt") { return ([60], length) }
    if name.equals("gt") { return ([62], length) }
    if name.equals("quot") { return ([34], length) }
    if name.equals("apos") { return ([39], length) }
    if name.equals("nbsp") { return ([32], length) }
    guard name.count > 1, name[0] == 35 else { return nil }
    let isHexadecimal = name[1] | 32 == 120
    let digits = Bytes(rebasing: name[(isHexadecimal ? 2 : 1)...]).text
    guard let code = UInt32(digits, radix: isHexadecimal ? 16 : 10), code >= 32,
      let scalar = Unicode.Scalar(code)
    else { return nil }
    return (Array(String(scalar).utf8), length)
  }
}
