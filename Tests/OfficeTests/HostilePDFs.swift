/// PDFs made to take their reader down.
enum HostilePDFs {
  static let all: [(name: String, bytes: [UInt8])] = [
    ("cut", Array(CopyPapers.plain("x").dropLast(500))),
    ("headOnly", Array("%PDF-1.7\n%%EOF\n".utf8)),
    (
      "deep",
      file(["<</Type/Catalog/Pages 2 0 R>>", String(repeating: "[", count: 200_000)])
    ),
    (
      "loopOfPages",
      file(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"])
    ),
    ("loopOfTables", file(onePage, trailer: "/Prev 9")),
    ("hugeStream", file(onePage + ["<</Length 4000000000>>\nstream\nq Q\nendstream"])),
    ("hugeTable", file(onePage, trailer: "/Size 2000000000")),
    ("bomb", tableBomb(megabytes: 1_200)),
  ]

  private static let onePage = [
    "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
  ]

  /// Objects from number 1 on with a true table of places.
  private static func file(_ objects: [String], trailer: String = "") -> [UInt8] {
    var text = "%PDF-1.7\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = text.utf8.count
    text += "xref\n0 \(places.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    let size = trailer.contains("/Size") ? "" : "/Size \(places.count + 1)"
    // A table that leads to itself, once its place is known.
    let more = trailer == "/Prev 9" ? "/Prev \(table)" : trailer
    text += "trailer<<\(size)/Root 1 0 R\(more)>>\nstartxref\n\(table)\n%%EOF\n"
    return Array(text.utf8)
  }

  /// A table of places that is packed from so many million zero bytes: in fixed codes a match of
  /// 258 zeros takes 13 bits, so 104 of them are 169 whole bytes.
  private static func tableBomb(megabytes: Int) -> [UInt8] {
    let match = "1100010100000"
    var head = "1" + "10" + "00110000"
    while head.count % 8 != 0 { head += match }
    let round = packed(String(repeating: match, count: 104))
    var stream: [UInt8] = [0x78, 0x9C] + packed(head)
    for _ in 0..<(megabytes << 20) / (258 * 104) { stream += round }
    stream += [0, 0, 0]
    var bytes = Array("%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\n".utf8)
    let table = bytes.count
    bytes += "2 0 obj\n<</Type/XRef/Size 300000000/W[1 2 1]/Root 1 0 R".utf8
    bytes += "/Filter/FlateDecode/Length \(stream.count)>>\nstream\n".utf8
    return bytes + stream + Array("\nendstream\nendobj\nstartxref\n\(table)\n%%EOF\n".utf8)
  }

  private static func packed(_ bits: String) -> [UInt8] {
    let bits = Array(bits.utf8)
    return stride(from: 0, to: bits.count, by: 8).map { start in
      (0..<8).reduce(UInt8(0)) { $0 | (bits[start + $1] == 49 ? 1 << UInt8($1) : 0) }
    }
  }
}
