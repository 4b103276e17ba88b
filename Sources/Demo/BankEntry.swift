import Quantities

/// One movement as CAMT.053 shows it: an entry, with one detail or the details of a batch.
struct BankEntry {
  /// The bank transaction code of ISO 20022: domain, family and sub-family.
  enum Operation {
    case transferIn, directDebit, returned, cheques, transferOut, salaries, debitedFrom, fee

    var code: (domain: StaticString, family: StaticString, sub: StaticString) {
      switch self {
      case .transferIn: ("PMNT", "RCDT", "ESCT")
      case .directDebit: ("PMNT", "IDDT", "ESDD")
      case .returned: ("PMNT", "IDDT", "UPDD")
      case .cheques: ("PMNT", "RCHQ", "CCHQ")
      case .transferOut: ("PMNT", "ICDT", "ESCT")
      case .salaries: ("PMNT", "ICDT", "SALA")
      case .debitedFrom: ("PMNT", "RDDT", "ESDD")
      case .fee: ("ACMT", "MDOP", "CHRG")
      }
    }
  }

  struct Detail {
    var cents: Int64
    /// Escaped for XML, like `text`.
    var name: [UInt8] = []
    var iban = ""
    var text: [UInt8] = []
    var endToEnd = ""
    /// The bank's reason code when a direct debit comes back.
    var returnReason = ""
  }

  let number: Int
  let day: Day
  let cents: Int64
  let currency: Currency
  let operation: Operation
  let label: String
  /// Several details make a batch; none leaves its parts unknown.
  let details: [Detail]
  /// How many payments a batch without details holds; 0 when it is not one.
  var batchCount = 0
}

extension ByteText {
  /// The bank's own reference of a movement.
  mutating func put(bankReference number: Int) {
    put("B")
    put(number: number, width: 9)
  }

  /// The entry in the given version of CAMT.053: 2 to 8.
  mutating func put(_ entry: BankEntry, version: Int) {
    put("<Ntry>")
    putAmount(entry.cents, entry.currency, signed: true)
    put(version >= 8 ? "<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>" : "<Sts>BOOK</Sts><BookgDt><Dt>")
    put(iso: entry.day)
    put("</Dt></BookgDt><ValDt><Dt>")
    put(iso: entry.day)
    put("</Dt></ValDt><AcctSvcrRef>")
    put(bankReference: entry.number)
    put("</AcctSvcrRef><BkTxCd><Domn><Cd>")
    let code = entry.operation.code
    put(code.domain)
    put("</Cd><Fmly><Cd>")
    put(code.family)
    put("</Cd><SubFmlyCd>")
    put(code.sub)
    put("</SubFmlyCd></Fmly></Domn></BkTxCd>")
    putDetails(of: entry, version: version)
    put("<AddtlNtryInf>")
    put(xml: entry.label)
    put("</AddtlNtryInf></Ntry>\n")
  }

  private mutating func putDetails(of entry: BankEntry, version: Int) {
    let batch = max(entry.batchCount, entry.details.count)
    guard batch > 0 else { return }
    put("<NtryDtls>")
    if batch > 1 || entry.batchCount > 0 {
      put("<Btch><NbOfTxs>")
      put(number: batch)
      put("</NbOfTxs></Btch>")
    }
    for detail in entry.details { put(detail, of: entry, version: version) }
    put("</NtryDtls>")
  }

  private mutating func put(_ detail: BankEntry.Detail, of entry: BankEntry, version: Int) {
    put("<TxDtls><Refs><EndToEndId>")
    if detail.endToEnd.isEmpty { put("NOTPROVIDED") } else { put(xml: detail.endToEnd) }
    put("</EndToEndId></Refs>")
    if version >= 8 {
      putAmount(detail.cents, entry.currency, signed: true)
    } else {
      put("<AmtDtls><TxAmt>")
      putAmount(detail.cents, entry.currency, signed: false)
      put("</TxAmt></AmtDtls>")
    }
    putParty(of: detail, incoming: detail.cents >= 0 || entry.operation == .returned, version)
    if !detail.text.isEmpty {
      put("<RmtInf><Ustrd>")
      put(bytes: detail.text)
      put("</Ustrd></RmtInf>")
    }
    if !detail.returnReason.isEmpty {
      put("<RtrInf><Rsn><Cd>")
      put(text: detail.returnReason)
      put("</Cd></Rsn></RtrInf>")
    }
    put("</TxDtls>")
  }

  private mutating func putParty(
    of detail: BankEntry.Detail, incoming: Bool, _ version: Int
  ) {
    guard !detail.name.isEmpty || !detail.iban.isEmpty else { return }
    put("<RltdPties>")
    if !detail.name.isEmpty {
      put(incoming ? "<Dbtr>" : "<Cdtr>")
      put(version >= 8 ? "<Pty><Nm>" : "<Nm>")
      put(bytes: detail.name)
      put(version >= 8 ? "</Nm></Pty>" : "</Nm>")
      put(incoming ? "</Dbtr>" : "</Cdtr>")
    }
    if !detail.iban.isEmpty {
      put(incoming ? "<DbtrAcct><Id><IBAN>" : "<CdtrAcct><Id><IBAN>")
      put(text: detail.iban)
      put(incoming ? "</IBAN></Id></DbtrAcct>" : "</IBAN></Id></CdtrAcct>")
    }
    put("</RltdPties>")
  }

  private mutating func putAmount(_ cents: Int64, _ currency: Currency, signed: Bool) {
    put("<Amt Ccy=\"")
    put(text: currency.code)
    put("\">")
    put(cents: abs(cents))
    put("</Amt>")
    guard signed else { return }
    put(cents < 0 ? "<CdtDbtInd>DBIT</CdtDbtInd>" : "<CdtDbtInd>CRDT</CdtDbtInd>")
  }
}
