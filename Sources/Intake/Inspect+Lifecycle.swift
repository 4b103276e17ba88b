import Ledger
import Quantities

extension JSONObject {
  /// A status of a lifecycle message: the document, the status and what goes with it.
  init(_ draft: LifecycleDraft) {
    self.init()
    add("invoice", draft.reference)
    add("invoice_date", draft.issue?.iso)
    add("type", draft.type)
    add("status", String(draft.code))
    add("label", draft.label)
    add("day", draft.day?.iso)
    add("reasons", texts: draft.reasons.map { $0.code.isEmpty ? $0.words : $0.code })
    add("amounts", texts: draft.amounts.map(\.amount.decimal))
    add("seller_id", draft.seller)
    add("buyer_id", draft.buyer)
  }

  /// A notice of the BODACC: whom it is about, what was judged and when.
  init(_ draft: NoticeDraft) {
    self.init()
    add("source", draft.source)
    add("sirens", texts: draft.sirens)
    add("name", draft.name)
    add("judgment", draft.judgment.stored)
    add("nature", draft.nature)
    add("judged", draft.judged?.iso)
    add("published", draft.published?.iso)
    add("court", draft.court)
  }
}
