import Foundation
import Testing

/// A day's work with the program: from a folder of files to the list, the claims and the letters.
@Suite(.enabled(if: Encaisse.isHere, "\(Encaisse.missing)")) struct DayTests {
  let demo: DemoBook

  init() throws { demo = try DemoBook.shared.get() }

  @Test func importTakesWhatTheDemoWrote() throws {
    #expect(demo.written.code == 0)
    #expect(demo.imported.code == 0, "\(demo.imported.text)\(demo.imported.complaint)")
    let written = DemoBook.numbers(in: demo.written.text.split(separator: " dans ")[0].description)
    let line = try #require(
      demo.imported.text.split(separator: "\n").first { $0.hasPrefix("Repris\u{A0}:") })
    let taken = DemoBook.numbers(in: String(line))
    #expect(written.count == 4)
    // One says customers, invoices, credit notes, bank lines; the other customers before lines.
    #expect(taken == [written[1], written[2], written[0], written[3]])
  }

  @Test func importingAgainChangesNothing() throws {
    let copy = try Folder()
    #expect(try demo.run("backup", copy["book.encaisse"]).code == 0)
    let before = try Encaisse.run("today", "--book", copy["book.encaisse"], "--json").text
    let again = try Encaisse.run("import", "--book", copy["book.encaisse"], demo.files, "--json")
    #expect(again.code == 0)
    let report = try again.json()
    let files = try #require(report["files"] as? [[String: Any]])
    #expect(!files.isEmpty)
    #expect(files.allSatisfy { $0["outcome"] as? String == "takenBefore" })
    for count in ["invoices", "creditNotes", "bankLines", "customers", "applied"] {
      #expect(report[count] as? Int == 0, "\(count)")
    }
    #expect(try Encaisse.run("today", "--book", copy["book.encaisse"], "--json").text == before)
    // In words, for one file and for a statement that overlaps what is known.
    let file = try #require(FileManager.default.enumerator(atPath: demo.files)?.nextObject())
    let words = try Encaisse.run("import", "--book", copy["book.encaisse"], "\(demo.files)/\(file)")
    #expect(words.text.contains("déjà importé, rien n’a changé"))
  }

  @Test func todayAddsUp() throws {
    let list = try demo.run("today", "--json").json()
    #expect(list["day"] as? String == Encaisse.today)
    let contacts = try #require(list["contacts"] as? [[String: Any]])
    #expect(!contacts.isEmpty)
    let totals = try #require((list["totals"] as? [String: Any])?["EUR"] as? [String: Any])
    let euros = contacts.filter { $0["currency"] as? String == "EUR" }
    #expect(euros.compactMap { cents($0["claimable"]) }.reduce(0, +) == cents(totals["claimable"]))
    let text = try demo.run("today").typed
    let headline = try demo.run("today", "--summary").typed
    #expect(text.hasSuffix(headline))
    #expect(headline.split(separator: "\n").count == 1)
    #expect(headline.contains("\(contacts.count) clients à contacter aujourd’hui"))
    for contact in contacts {
      let name = try #require(contact["name"] as? String)
      #expect(text.contains(name.prefix(34)), "\(name)")
    }
  }

  @Test func todayOnAnotherDay() throws {
    let iso = try demo.run("today", "--on", "2026-06-30", "--json")
    let french = try demo.run("today", "--on", "30/06/2026", "--json")
    #expect(iso.text == french.text)
    #expect(try iso.json()["day"] as? String == "2026-06-30")
    #expect(try demo.run("today", "--on", "2026-06-30").typed.contains("À relancer le 30/06/2026"))
    #expect(try demo.run("today", "--json").text != iso.text)
  }

  @Test func claimsAddUpAndAreThoseOfTheList() throws {
    let list = try demo.run("today", "--json").json()
    let contacts = try #require(list["contacts"] as? [[String: Any]])
    for contact in contacts.prefix(6) {
      let code = try #require(contact["code"] as? String)
      let claims = try demo.run("claim", "--customer", code, "--json").json(
        as: [[String: Any]].self)
      let claim = try #require(claims.first { $0["currency"] as? String == "EUR" })
      let lines = try #require(claim["lines"] as? [[String: Any]])
      let total = try #require(cents(claim["total"]))
      #expect(lines.compactMap { cents($0["amount"]) }.reduce(0, +) == total, "\(code)")
      #expect(lines.allSatisfy { ($0["article"] as? String)?.isEmpty == false })
      #expect(total == cents(contact["claimable"]), "\(code)")
      #expect(cents(claim["overdue"]) == cents(contact["overdue"]), "\(code)")
      let text = try demo.run("claim", "--customer", code).typed
      #expect(text.contains(french(total) + " €   à réclamer"), "\(text)")
    }
  }

  @Test func agedBalanceAddsUp() throws {
    let bands = ["notDue", "days1to30", "days31to60", "days61to90", "over90", "unallocated"]
    for day in [Encaisse.today, "2026-03-31"] {
      let answer = try demo.run("aged", "--on", day, "--json").json(as: [[String: Any]].self)
      let aged = try #require(answer.first { $0["currency"] as? String == "EUR" })
      #expect(aged["day"] as? String == day)
      let totals = try #require(aged["totals"] as? [String: Any])
      let customers = try #require(aged["customers"] as? [[String: Any]])
      #expect(bands.compactMap { cents(totals[$0]) }.reduce(0, +) == cents(totals["total"]))
      for band in bands + ["total"] {
        let sum = customers.compactMap { cents(($0["amounts"] as? [String: Any])?[band]) }
        #expect(sum.reduce(0, +) == cents(totals[band]), "\(band) on \(day)")
      }
      let total = try #require(cents(totals["total"]))
      let text = try demo.run("aged", "--on", day, "--totals").typed
      #expect(text.contains(french(total)))
      if day == Encaisse.today {
        let list = try demo.run("today", "--json").json()
        let book = (list["totals"] as? [String: Any])?["EUR"] as? [String: Any]
        #expect(cents(book?["balance"]) == total)
      }
    }
  }

  @Test func lettersSayTheClaim() throws {
    let list = try demo.run("today", "--json").json()
    let contact = try #require((list["contacts"] as? [[String: Any]])?.first)
    let code = try #require(contact["code"] as? String)
    let total = try #require(cents(contact["claimable"]))
    for level in ["courtesy", "reminder", "firm", "formalNotice", "statement"] {
      let text = try demo.run("letter", "--customer", code, "--level", level)
      #expect(text.code == 0, "\(level): \(text.complaint)")
      #expect(text.text.count > 300, "\(level)")
      #expect(!text.text.contains("{"), "\(level)")
    }
    let firm = try demo.run("letter", "--customer", code, "--level", "firm").typed
    #expect(firm.contains(french(total) + " €"))
    let english = try demo.run("letter", "--customer", code, "--level", "firm", "--lang", "en").text
    #expect(english.contains("Late-payment") || english.contains("late-payment"))
    let folder = try Folder()
    for (name, level) in [("a.pdf", "formalNotice"), ("b.pdf", "statement")] {
      let made = try demo.run(
        "letter", "--customer", code, "--level", level, "--pdf", folder[name])
      #expect(made.code == 0)
      let bytes = [UInt8](FileManager.default.contents(atPath: folder[name]) ?? Data())
      #expect(bytes.starts(with: "%PDF-1.".utf8))
      #expect(bytes.suffix(8).contains(UInt8(ascii: "F")) && bytes.count > 5_000)
    }
  }

  @Test func allocationsAreThoseOfTheTruth() throws {
    let answer = try Encaisse.run("export", "allocations", "--book", demo.book)
    #expect(answer.code == 0)
    let rows = answer.text.split(separator: "\n")
    #expect(rows.first == "bank_reference,invoice,allocated_cents,mode")
    let truth = Set(
      demo.truth.split(separator: "\n").dropFirst().map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return [cells[0], cells[7], cells[8]].joined(separator: ",")
      })
    let applied = rows.dropFirst().filter { $0.hasSuffix(",applied") }
      .map { $0.dropLast(",applied".count) }
    let wrong = applied.filter { !truth.contains(String($0)) }
    #expect(applied.count > 80)
    // A credit note taken out by two payments in another order than the truth has it counts here.
    #expect(wrong.count * 100 <= applied.count * 3, "wrong: \(wrong)")
  }

  @Test func verifyReplaysTheBook() throws {
    let answer = try demo.run("verify", "--json")
    #expect(answer.code == 0)
    let found = try answer.json()
    #expect(found["sound"] as? Bool == true)
    let written = DemoBook.numbers(in: demo.written.text.split(separator: " dans ")[0].description)
    #expect(found["documents"] as? Int == written[1] + written[2])
    #expect(found["bankLines"] as? Int == written[3])
    #expect(try demo.run("verify").text.contains("✓ Le livre est exact."))
  }

  /// 123456 → `1 234,56`.
  private func french(_ cents: Int) -> String {
    let euros = String(abs(cents) / 100)
    let grouped = euros.enumerated().map { place, digit in
      place > 0 && (euros.count - place) % 3 == 0 ? " \(digit)" : "\(digit)"
    }.joined()
    let rest = abs(cents) % 100
    return (cents < 0 ? "-" : "") + grouped + "," + (rest < 10 ? "0\(rest)" : "\(rest)")
  }
}
