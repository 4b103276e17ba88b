import Store

extension StoreFailure {
  /// What happened to the book and what to do, for English readers.
  var english: String {
    switch self {
    case .inUse(let path):
      "The book “\(path)” is being written by another program. Wait for it to end, then try "
        + "again; nothing was changed."
    case .full(let path):
      "The disk is full: “\(path)” cannot grow. Make room, then try again; nothing was changed."
    case .cannotOpen(let path, let reason):
      "The book “\(path)” cannot be opened or written (\(reason)). Check the path and the rights."
    case .cannotKeep(let path, let reason):
      "Copies of invoices cannot be kept in “\(path)” (\(reason)). Check that folder and its "
        + "rights, then try again."
    case .notABook(let path): "“\(path)” is not a book of Encaisse. Name an .encaisse file."
    case .tooNew(let path, let version):
      "The book “\(path)” was made by a newer version (schema \(version)). Update Encaisse."
    case .damaged(let path, let reason):
      "The book “\(path)” is damaged (\(reason)). Restore your latest backup."
    case .failed(let reason, _): "Database error: \(reason)"
    }
  }
}
