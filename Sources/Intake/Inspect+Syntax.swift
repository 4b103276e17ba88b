/// The syntax of a file as other tools name it.
enum Syntax {
  /// `CAMT.053.02`, `MT940`, `CSV`; empty for what tells its own.
  static func name(_ format: FileFormat, _ bytes: UnsafeRawBufferPointer) -> String {
    switch format {
    case .camt052: camt("CAMT.052", "camt.052.001.", bytes)
    case .camt053: camt("CAMT.053", "camt.053.001.", bytes)
    case .camt054: camt("CAMT.054", "camt.054.001.", bytes)
    case .mt940: "MT940"
    case .ofx: "OFX"
    case .cfonb120: "CFONB120"
    case .qif: "QIF"
    case .csvStatement, .csvInvoices, .csvCustomers: "CSV"
    default: ""
    }
  }

  /// The syntax of an invoice, by its format and its root.
  static func name(_ format: FileFormat, root: String) -> String {
    switch format {
    case .ubl: root == "CreditNote" ? "UBL-CN" : "UBL"
    case .zugferd1: "CII-1"
    default: "CII"
    }
  }

  /// With the version that the namespace ends with.
  private static func camt(
    _ name: String, _ mark: StaticString, _ bytes: UnsafeRawBufferPointer
  ) -> String {
    let start = UnsafeRawBufferPointer(rebasing: bytes.prefix(4096))
    let head = start.bindMemory(to: UInt8.self)
    let length = mark.utf8CodeUnitCount
    guard head.count >= length + 2 else { return name }
    for place in 0...(head.count - length - 2) where head[place] == UInt8(ascii: "c") {
      if Bytes(rebasing: head[place..<(place + length)]).equals(mark) {
        let version = Bytes(rebasing: head[(place + length)..<(place + length + 2)])
        return version.allSatisfy { $0 &- 48 <= 9 } ? name + "." + version.text : name
      }
    }
    return name
  }
}
