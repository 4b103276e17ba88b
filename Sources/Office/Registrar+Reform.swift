import Intake
import Ledger
import Quantities

/// What platforms say of invoices and the BODACC of customers.
extension Registrar {
  func take(_ status: LifecycleDraft) throws -> Rejection? {
    switch try statuses.take(status) {
    case .new: count(.new, \.statuses)
    case .known: count(.known, \.statuses)
    case .rejected(let rejection): return rejection
    }
    return nil
  }

  func take(_ notice: NoticeDraft) throws -> Rejection? {
    let (new, before) = (notices.new, notices.known)
    let rejection = try notices.take(notice, directory.open())
    accepted += notices.new - new
    report.notices += notices.new - new
    known += notices.known - before
    return rejection
  }

  /// What deserves a look in what was booked: the first fifty.
  var notes: [Phrase] {
    let told = [notices.summary, statuses.awaitedWords].compactMap { $0 }
    return Array((ownNotes + notices.notes + told).prefix(50))
  }

  /// Notices of firms that may become customers: the file may be worth taking again.
  var mayTellMore: Bool { notices.others > 0 }
}
