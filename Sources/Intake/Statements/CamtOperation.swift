import Ledger

/// The bank transaction code (BkTxCd) of an entry or a transaction, reduced to what we need.
struct CamtOperation: Equatable {
  /// Four letters packed in a number, so that each is compared at once; 0 when absent.
  var family: UInt32 = 0
  var subfamily: UInt32 = 0
  var proprietary: UInt32 = 0

  var kind: BankLine.Operation {
    if CamtOperation.returns.contains(subfamily) { return .returned }
    if CamtOperation.fees.contains(subfamily) { return .fee }
    return CamtOperation.families[family] ?? CamtOperation.proprietaries[proprietary] ?? .other
  }

  private static func packed(_ codes: String) -> [UInt32] {
    codes.split(separator: " ").map { code in
      code.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  private static func table(
    _ rows: [(String, BankLine.Operation)]
  ) -> [UInt32: BankLine.Operation] {
    var table: [UInt32: BankLine.Operation] = [:]
    for (codes, kind) in rows {
      for code in packed(codes) { table[code] = kind }
    }
    return table
  }

  private static let returns = packed("RRTN RPCR UPDD UPCQ URCQ RDDC ARET PRDD RIMB XRTN XPCQ")
  private static let fees = packed("CHRG COMM COME COMI COMT FEES LBCA TAXE INTR")
  private static let families = table([
    ("RCDT ICDT RRCT IRCT", .transfer), ("RDDT IDDT", .directDebit),
    ("RCHQ ICHQ LBOX CHEQ", .cheque), ("CCRD MCRD POSD", .card),
  ])

  /// SWIFT's four-letter codes, which many banks put beside or instead of the ISO code.
  private static let proprietaries = table([
    ("NTRF FTRF STRF NCLR", .transfer), ("NDDT FDDT", .directDebit),
    ("NCHK FCHK NRCK", .cheque), ("NCHG FCHG NCOM NBRF", .fee), ("NRTI FRTI", .returned),
  ])
}

extension UnsafeBufferPointer<UInt8> {
  /// The first four letters of a code as one number.
  var packedCode: UInt32 { prefix(4).reduce(0) { $0 << 8 | UInt32($1) } }
}
