import Office
import Printing
import Quantities
import Store

/// Whether the program answers and the book can be read, for a watchman.
func healthPage(_ visit: Visit) throws -> Reply {
  let counts = try visit.desk.counts()
  return .json(
    .object([
      ("status", "ok"), ("today", JSON(visit.desk.today)), ("invoices", .number(counts.invoices)),
      ("bankLines", .number(counts.bankLines)), ("customers", .number(counts.customers)),
    ]))
}

/// A file that the pages need beside themselves.
func assetFile(_ visit: Visit) throws -> Reply {
  guard let asset = Asset.all.first(where: { $0.name == visit.places["file"] }) else {
    throw Refusal.notFound
  }
  let isMarked = visit.query["v"] == asset.mark
  return Reply(
    type: asset.type, bytes: asset.bytes,
    headers: [
      ("Cache-Control", isMarked ? "public, max-age=31536000, immutable" : "no-cache")
    ])
}
