import Ledger

/// What came of a call, or what an objection leads to.
public enum CallEnd: String, Hashable, Sendable, CaseIterable {
  case promise, dispute, plan, paid, wrongContact, callBack, noAnswer, insolvency
}

/// What customers answer when they are asked for payment.
public enum CallObjection: String, Hashable, Sendable, CaseIterable {
  case notReceived, oversight, sixtyDays, nextRun, chequeSent, alreadyPaid, approval, accountant
  case signatoryAway, inMeeting, waitingForMoney, noCash, dispute, creditNote, missingOrder
  case interest, leaving, insolvency

  /// An objection with its answer, and the outcome that it leads to.
  public struct Answer: Hashable, Sendable {
    public let objection: CallObjection
    /// What the customer says.
    public let said: String
    public let answer: String
    public let leadsTo: CallEnd
  }

  /// Where the answer leads.
  public var end: CallEnd {
    switch self {
    case .notReceived, .oversight, .sixtyDays, .nextRun, .chequeSent, .interest, .leaving: .promise
    case .alreadyPaid: .paid
    case .approval, .signatoryAway, .inMeeting: .callBack
    case .accountant: .wrongContact
    case .waitingForMoney, .noCash: .plan
    case .dispute, .creditNote, .missingOrder: .dispute
    case .insolvency: .insolvency
    }
  }

  func answer(about occasion: CallOccasion) -> Answer {
    let texts = occasion.language == .french ? CallObjection.french : CallObjection.english
    guard let text = texts[self] else { preconditionFailure("every objection has an answer") }
    return Answer(
      objection: self, said: text.said,
      answer: text.answer.replacing("{numero}", with: occasion.number)
        .replacing("{echeance}", with: occasion.dueDay)
        .replacing("{montant}", with: occasion.money), leadsTo: end)
  }
}

/// What is said on either side.
struct Exchange {
  let said: String
  let answer: String

  init(_ said: String, _ answer: String) {
    self.said = said
    self.answer = answer
  }
}
