/// The sentences of the invoice that was checked last, as they were understood: a firm prints the
/// same ones on all its invoices, and each is understood once. For one check at a time.
public final class KnownSentences {
  private var sentences: [(source: String, sentence: MentionText)] = []
  private var penalties: PenaltyMention?

  private static let most = 40

  public init() {}

  /// The sentences of an invoice, those that stood at the same place before taken from there.
  func read(_ sources: [(text: String, subject: String)]) -> (
    texts: [MentionText], penalties: PenaltyMention
  ) {
    var texts: [MentionText] = []
    texts.reserveCapacity(sources.count)
    for (place, source) in sources.enumerated() {
      if place < sentences.count, sentences[place].source.utf8.elementsEqual(source.text.utf8),
        sentences[place].sentence.subject == source.subject
      {
        texts.append(sentences[place].sentence)
        continue
      }
      let sentence = MentionText(source.text, subject: source.subject)
      texts.append(sentence)
      let former = place < sentences.count ? sentences[place].sentence : nil
      if PenaltyMention.mayRest(on: sentence) || former.map(PenaltyMention.mayRest) ?? true {
        penalties = nil
      }
      guard place < KnownSentences.most else { continue }
      sentences.replaceSubrange(
        place..<min(place + 1, sentences.count), with: [(source.text, sentence)])
    }
    if sentences.count != sources.count {
      sentences.removeLast(max(0, sentences.count - sources.count))
      penalties = nil
    }
    let mention = penalties ?? PenaltyMention(texts)
    penalties = mention
    return (texts, mention)
  }
}
