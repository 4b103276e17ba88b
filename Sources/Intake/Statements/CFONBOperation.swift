import Ledger

/// What the two characters of the interbank operation code say about a movement.
enum CFONBOperation {
  /// `other` for a code that says nothing we need.
  static func kind(_ code: Bytes) -> BankLine.Operation {
    guard code.count == 2 else { return .other }
    return kinds[UInt16(code[0]) << 8 | UInt16(code[1])] ?? .other
  }

  /// Why a payment came back: the ISO 20022 code of the same meaning where there is one, else the
  /// two digits as they are. Empty for blanks and `00`.
  static func returnReason(_ code: Bytes) -> String {
    guard code.count == 2, !code.isBlank, !code.equals("00") else { return "" }
    return isoReasons[code.text] ?? code.written
  }

  /// Codes of the operations that statements give, grouped by what they are.
  private static let kinds: [UInt16: BankLine.Operation] = {
    let groups: [(String, BankLine.Operation)] = [
      // Cheques paid and remitted, over the counter too.
      ("01 02 15", .cheque),
      // What comes back of each, cancellations, and the R-transactions of SEPA.
      ("03 10 12 26 27 33 34 38 98 99 A3 A4 A5 A6 B3 B4 B5 B6", .returned),
      ("05 06 13 14 18 21 39 41 44 45", .transfer),
      ("08 09 22 24 96 97 A1 A2 B1 B2", .directDebit),
      ("11 28 29 30 36", .card),
      ("61 62 64 65 66 67 70 88", .fee),
    ]
    var kinds: [UInt16: BankLine.Operation] = [:]
    for (codes, kind) in groups {
      for code in codes.split(separator: " ") {
        let bytes = Array(code.utf8)
        kinds[UInt16(bytes[0]) << 8 | UInt16(bytes[1])] = kind
      }
    }
    return kinds
  }()

  /// The French codes of two digits and the codes of the SEPA schemes that mean the same.
  private static let isoReasons = [
    "12": "AC01", "14": "AC04", "16": "BE01", "18": "BE05", "20": "AM04", "31": "MD01",
    "34": "AC06", "35": "MD07", "52": "AG02", "57": "FF01", "58": "MS02", "59": "MS03",
    "60": "RC01", "61": "TM01", "62": "RR04", "63": "SL01", "64": "AM05", "65": "FOCR",
    "66": "MD02", "80": "MD06", "99": "AG01",
  ]
}
