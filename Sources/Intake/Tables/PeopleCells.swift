import Ledger

/// Reads the cells about the people to speak to at a customer's: three roles, each with a name, an
/// e-mail address and a telephone number.
struct PeopleCells {
  private let cells: TableCells
  private var bad: [BadCell] = []

  private static let columns: [(role: ContactRole, name: Column, email: Column, phone: Column)] = [
    (.payables, .payablesName, .payablesEmail, .payablesPhone),
    (.approver, .approverName, .approverEmail, .approverPhone),
    (.decisionMaker, .deciderName, .deciderEmail, .deciderPhone),
  ]

  init(_ cells: TableCells) { self.cells = cells }

  var hasPassed: Bool { !bad.isEmpty }

  /// The cells left out since the last call.
  mutating func passed() -> [BadCell] {
    defer { bad = [] }
    return bad
  }

  /// The people of a record. An address without a name is nobody's, and is told.
  mutating func people(_ row: UnsafePointer<Cell>) throws(BadCell) -> [ContactPerson] {
    var found: [ContactPerson] = []
    for (role, nameColumn, emailColumn, phoneColumn) in PeopleCells.columns {
      let name = try cells.text(row, cells.columns[nameColumn])
      var email = try cells.text(row, cells.columns[emailColumn])
      let phone = try cells.text(row, cells.columns[phoneColumn])
      guard !name.isEmpty else {
        if !email.isEmpty || !phone.isEmpty {
          let column = email.isEmpty ? phoneColumn : emailColumn
          leaveOut(
            column,
            Phrase(
              french: "le nom de la personne avec son adresse (\(role.french))",
              english: "the person's name with the address (\(role.english))"))
        }
        continue
      }
      let halves = email.split(separator: "@", omittingEmptySubsequences: false)
      if !email.isEmpty, halves.count < 2 || halves.contains(where: \.isEmpty) {
        leaveOut(emailColumn, "compta@client.fr")
        email = ""
      }
      found.append(ContactPerson(role: role, name: name, email: email, phone: phone))
    }
    return found
  }

  private mutating func leaveOut(_ column: Column, _ wanted: Phrase) {
    bad.append(BadCell(place: cells.columns[column], wanted: wanted, isPassable: true))
  }
}
