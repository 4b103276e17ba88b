import Foundation
import Glibc
import Intake
import Ledger
import Quantities

/// What libFuzzer calls with each input: it is read through the door, as any file of a user, and
/// whatever comes out must hold.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  if form == "pdf" { return readPDF(UnsafeRawBufferPointer(start: bytes, count: count)) }
  if form == "label" { return readLabel(UnsafeBufferPointer(start: bytes, count: count)) }
  let input = UnsafeBufferPointer(start: bytes, count: count)
  guard let file = try? SourceFile(name: "essai", bytes: input) else { return 0 }
  // Inputs that have become another format are not kept: each has its own corpus.
  let format = recognise(head: file.bytes)
  let isOurs = wanted.isEmpty || format.map { wanted.contains($0) } ?? true
  var sums = Sums()
  var mending = Mending()
  do {
    try Intake.read(file, batch: 7, pdf: .inProcess) {
      sums.take($0)
      mending.take($0)
    }
    sums.close()
    mending.close()
  } catch let refusal as Refusal {
    precondition(!refusal.words.french.isEmpty && !refusal.words.english.isEmpty)
  } catch {
    preconditionFailure("a refusal was wanted: \(error)")
  }
  if let preview = TablePreview(file) { precondition(preview.names.count <= 60) }
  let inspection = inspect(file, pdf: .inProcess)
  precondition(inspection.json.first == "{" && inspection.json.last == "}")
  return isOurs ? 0 : -1
}

/// What `FUZZ_FORMAT` asks for.
private let form = ProcessInfo.processInfo.environment["FUZZ_FORMAT"]

/// The formats that it asks for; all when it asks for none.
private let wanted: Set<FileFormat> = {
  switch form {
  case "mt940": [.mt940]
  case "ofx": [.ofx]
  case "cfonb": [.cfonb120]
  case "qif": [.qif]
  case "camt": [.camt052, .camt053, .camt054]
  case "invoice": [.cii, .ubl, .zugferd1, .facturX]
  case "table": [.csvInvoices, .csvCustomers, .csvStatement]
  case "fec": [.fec]
  case "cdar": [.cdar]
  case "bodacc": [.bodaccJSON, .bodaccXML]
  default: []
  }
}()

/// With `FUZZ_SEEDS` set to a folder, writes the seeds into it and ends.
@_cdecl("LLVMFuzzerInitialize")
public func writeSeeds(_ count: UnsafeMutableRawPointer, _ values: UnsafeMutableRawPointer) -> CInt
{
  guard let folder = ProcessInfo.processInfo.environment["FUZZ_SEEDS"] else { return 0 }
  do {
    for (name, texts) in Seeds.all {
      let place = URL(filePath: folder).appending(path: name)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for (number, bytes) in texts.enumerated() {
        try Data(bytes).write(to: place.appending(path: "seed-\(number + 1)"))
      }
    }
  } catch {
    print(error)
    exit(1)
  }
  exit(0)
}

/// What the lines of a statement sum to, against the figures that the reader counted itself.
private struct Sums {
  private var credits = Money.zero
  private var debits = Money.zero
  private var read = Money.zero
  private var lines = 0
  private var statements = 0

  mutating func take(_ reading: Reading) {
    for draft in reading.drafts {
      switch draft {
      case .bankLine(let line): take(line)
      case .statement: statements += 1
      default: break
      }
    }
    for rejection in reading.rejections {
      precondition(rejection.found.count <= 200 && !rejection.field.isEmpty)
      precondition(!rejection.french.isEmpty && !rejection.english.isEmpty)
    }
    for figures in reading.figures {
      precondition(!figures.credits.isNegative && !figures.debits.isNegative)
    }
  }

  private mutating func take(_ line: BankLine) {
    lines += 1
    precondition(line.amount.magnitude.cents <= 1_000_000_000_000_000)
    precondition(line.text.utf8.count <= 70_000 && line.part >= 0)
    precondition(line.operation == .returned || line.returnReason.isEmpty)
  }

  /// A file that was read whole and has movements has a statement.
  func close() { precondition(lines == 0 || statements > 0) }
}
