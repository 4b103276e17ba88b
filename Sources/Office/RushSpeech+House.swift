public import Correspondence
public import Ledger

extension RushSpeech {
  /// The house's words for a rush order of a firm that has no book yet.
  public init(
    _ file: RushFile, tone: RushTone?, language: Customer.Language?
  ) throws(RushWordingFault) {
    let language = language ?? .french
    let tone = tone ?? .courteous
    let facts = RushFacts(
      file.offer, for: file.customer, from: Sender(name: ""), in: file.question.currency)
    self.init(
      texts: try composeRush(facts, in: RushTemplates(language, tone)), tone: tone,
      language: language, fault: nil)
  }
}
