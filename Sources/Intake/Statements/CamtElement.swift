/// The elements of CAMT.052, .053 and .054 that are read, by their local names in any version.
enum CamtElement: Int, CaseIterable {
  case unknown = -1
  case document = 0
  case toCustomerStatement, toCustomerReport, toCustomerNotification
  case statement, report, notification
  case identification, otherID, iban, currency, name, owner, account, creation
  case period, from, fromDay, until, untilDay
  case balance, type, codeOrProprietary, code, proprietary, amount, sign, date, dateTime
  case entry, entryReference, reversal, status, booking, value, bankReference
  case operation, domain, family, subfamily, entryText
  case entryDetails, transaction, references, endToEnd, cheque
  case amounts, instructed, transactionAmount
  case parties, debtor, creditor, ultimateDebtor, ultimateCreditor, party, agent, institution
  case debtorAccount, creditorAccount
  case remittance, unstructured, structured, creditorReference, reference
  case document2, number, moreRemittance, returned, reason, transactionText

  static let vocabulary = XMLVocabulary(names)

  /// Local names, in the order of the cases from `document` on.
  static let names = [
    "Document",
    "BkToCstmrStmt", "BkToCstmrAcctRpt", "BkToCstmrDbtCdtNtfctn",
    "Stmt", "Rpt", "Ntfctn",
    "Id", "Othr", "IBAN", "Ccy", "Nm", "Ownr", "Acct", "CreDtTm",
    "FrToDt", "FrDtTm", "FrDt", "ToDtTm", "ToDt",
    "Bal", "Tp", "CdOrPrtry", "Cd", "Prtry", "Amt", "CdtDbtInd", "Dt", "DtTm",
    "Ntry", "NtryRef", "RvslInd", "Sts", "BookgDt", "ValDt", "AcctSvcrRef",
    "BkTxCd", "Domn", "Fmly", "SubFmlyCd", "AddtlNtryInf",
    "NtryDtls", "TxDtls", "Refs", "EndToEndId", "ChqNb",
    "AmtDtls", "InstdAmt", "TxAmt",
    "RltdPties", "Dbtr", "Cdtr", "UltmtDbtr", "UltmtCdtr", "Pty", "Agt", "FinInstnId",
    "DbtrAcct", "CdtrAcct",
    "RmtInf", "Ustrd", "Strd", "CdtrRefInf", "Ref",
    "RfrdDocInf", "Nb", "AddtlRmtInf", "RtrInf", "Rsn", "AddtlTxInf",
  ]

  /// Elements whose text is read.
  var holdsText: Bool {
    switch self {
    case .identification, .iban, .currency, .name, .creation, .fromDay, .from, .until, .untilDay,
      .code, .proprietary, .amount, .sign, .date, .dateTime, .entryReference, .reversal, .status,
      .bankReference, .subfamily, .entryText, .endToEnd, .cheque, .unstructured, .reference,
      .number, .moreRemittance, .transactionText:
      true
    default: false
    }
  }
}
