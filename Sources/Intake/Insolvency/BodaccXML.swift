import Ledger
import Quantities

/// An issue of the BODACC's notices of collective proceedings (`PCL_BXA20260180.xml`).
enum BodaccXML {
  private static let scope = XMLTreeBuilder.Scope(
    documents: ["parution", "dateParution", "annonce"], skipped: [], lines: .none)

  static func read(
    _ bytes: UnsafeRawBufferPointer, batch: Int, into deliver: (Reading) throws -> Void
  ) throws {
    var notices = NoticeBatch(batch)
    var isEmpty = true
    var issue = ""
    var published: Day?
    try withoutActuallyEscaping(deliver) { deliver in
      let builder = XMLTreeBuilder(scope) { tree in
        switch tree.root.name {
        case "parution": issue = tree.root.text
        case "dateParution": published = Day(bodacc: tree.root.text)
        default:
          isEmpty = false
          try notices.take(draft(of: tree.root, issue, published), into: deliver)
        }
      }
      try XMLEvents.parse(bytes, into: builder)
    }
    guard !isEmpty else { throw Refusal(.missingElement("annonce")) }
    try notices.finish(into: deliver)
  }

  private static func draft(of node: XMLNode, _ issue: String, _ published: Day?) -> NoticeDraft {
    var draft = NoticeDraft()
    draft.line = node.line
    draft.issue = issue
    draft.published = published
    draft.number = node.first("numeroAnnonce")?.text ?? ""
    draft.court = node.first("tribunal")?.text.oneLine ?? ""
    let numbers =
      node.all("numeroImmatriculation").compactMap {
        ($0.first("numeroIdentificationRCS") ?? $0.first("numeroIdentification"))?.text
      } + node.all("inscriptionRM").compactMap { $0.first("numeroIdentificationRM")?.text }
    draft.take(sirens: numbers)
    let person = node.first("personneMorale") ?? node.first("personnePhysique")
    draft.name =
      ["denomination", "nom", "prenom"].compactMap { person?.first($0)?.text }
      .joined(separator: " ").oneLine
    let judgment = node.first("jugement") ?? node.first("jugementAnnule")
    func text(_ name: String) -> String { judgment?.first(name)?.text ?? "" }
    draft.take(
      family: text("famille"), nature: text("nature"), details: text("complementJugement"),
      day: text("date"))
    let isAnnulled = node.first("typeAnnonce", "annulation") != nil
    if isAnnulled || node.first("jugement") == nil { draft.judgment = .closing }
    return draft
  }
}
