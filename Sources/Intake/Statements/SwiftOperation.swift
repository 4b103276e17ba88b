import Ledger

/// The codes of the movement types of SWIFT statements, reduced to what we need.
enum SwiftOperation {
  /// Three characters after `N`, `F` or `S`: letters of SWIFT, or digits of the bank's own.
  static func kind(_ type: Bytes) -> BankLine.Operation {
    guard type.count == 3 else { return .other }
    return kinds[UInt32(type[0]) << 16 | UInt32(type[1]) << 8 | UInt32(type[2])] ?? .other
  }

  /// The three digits that German banks put before the details (Geschäftsvorfallcode).
  static func kind(germanCode code: Bytes) -> BankLine.Operation {
    guard code.count == 3 else { return .other }
    let number = code.reduce(0) { $0 * 10 + Int($1) - 48 }
    return germanKinds[number] ?? .other
  }

  private static let kinds: [UInt32: BankLine.Operation] = {
    let groups: [(String, BankLine.Operation)] = [
      ("TRF CLR TCK SWP BOE STO", .transfer), ("DDT", .directDebit), ("CHK TCH", .cheque),
      ("CHG COM BRF INT", .fee), ("RTI RTN", .returned), ("CMI CMN CMS", .other),
    ]
    var kinds: [UInt32: BankLine.Operation] = [:]
    for (codes, kind) in groups {
      for code in codes.split(separator: " ") {
        kinds[code.utf8.reduce(0) { $0 << 8 | UInt32($1) }] = kind
      }
    }
    return kinds
  }()

  private static let germanKinds: [Int: BankLine.Operation] = {
    let groups: [([Int], BankLine.Operation)] = [
      ([9, 59, 108, 109, 159, 181, 182, 183, 184], .returned),
      ([4, 5, 71, 104, 105, 171, 174, 192, 193, 194, 195, 196, 197], .directDebit),
      (
        [20, 51, 52, 53, 54, 116, 117, 119, 152, 153, 154, 156, 166, 167, 168, 169, 177, 191, 201],
        .transfer
      ),
      ([1, 2, 70, 101, 102], .cheque), ([106], .card), ([805, 806, 808, 809, 818], .fee),
    ]
    return Dictionary(
      groups.flatMap { codes, kind in codes.map { ($0, kind) } }, uniquingKeysWith: { $1 })
  }()
}
