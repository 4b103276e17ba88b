import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Logging
import NIOCore
import NIOEmbedded
import Office
import Quantities
import Web

/// A small firm's book in a folder of its own, and its pages asked without a socket.
struct Site {
  static let today = Day(2026, 11, 23)

  let desk: Desk
  private let responder: RouterResponder<BasicRequestContext>
  private let folder: SiteFolder

  /// A book with the customers of `Site.customers`, their invoices and some bank lines.
  init(withFiles: Bool = true) throws {
    folder = try SiteFolder()
    desk = try Desk(
      book: folder.url.appendingPathComponent("livre.encaisse").path, creates: true,
      clock: { Site.today })
    responder = router(desk: desk).buildResponder()
    guard withFiles else { return }
    var paths: [String] = []
    for (name, text) in Site.files {
      let path = folder.url.appendingPathComponent(name)
      try Data(text.utf8).write(to: path)
      paths.append(path.path)
    }
    let report = try desk.importFiles(paths)
    precondition(!report.hasFailures, "\(report)")
  }

  /// The first customer's name tries to leave the page; the second is plain.
  static let hostile = #"<script>alert("x")</script> & 'Fils'"#

  static let files = [
    (
      "customers.csv",
      """
      customer_id;name;siren;street;postcode;city;country;email;phone;payment_mode
      C1;"\(hostile.replacing("\"", with: "\"\""))";854120870;1 High Street;75001;London;GB;\
      "a@b.example""><b>";;
      C2;Plain Trading;844696476;2 High Street;75002;London;GB;pay@plain.example;+44 20 7946 0001;\
      direct_debit
      C3;Quiet Works;755371747;3 High Street;75003;London;GB;quiet@works.example;+44 20 7946 0002;
      """
    ),
    (
      "invoices.csv",
      """
      invoice_number;customer_id;customer_name;issue_date;due_date;amount_ht;vat;amount_ttc;currency
      INV-1;C1;x;05/01/2026;04/02/2026;1000,00;200,00;1200,00;EUR
      INV-2;C1;x;05/10/2026;04/11/2026;500,00;100,00;600,00;EUR
      INV-3;C2;Plain Trading;05/06/2026;05/07/2026;2000,00;400,00;2400,00;EUR
      INV-4;C2;Plain Trading;05/11/2026;05/12/2026;100,00;20,00;120,00;EUR
      INV-5;C3;Quiet Works;05/06/2026;05/07/2026;300,00;60,00;360,00;EUR
      INV-6;C3;Quiet Works;05/06/2026;05/07/2026;300,00;60,00;360,00;USD
      """
    ),
    (
      "bank.csv",
      """
      Date;Libellé;Montant
      20/11/2026;VIR RECU INV-3;1000,00
      20/11/2026;VIR UNKNOWN PAYER <img src=x onerror=alert(1)>;77,70
      23/11/2026;VIR SOMEBODY ELSE;12,34
      """
    ),
  ]

  /// What came back.
  struct Answer {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var location: String { headers[.location] ?? "" }
  }

  func get(_ address: String, _ headers: HTTPFields = [:]) async throws -> Answer {
    try await ask(.get, address, headers, [])
  }

  /// Posts a form as our own page would: same origin, with its token.
  func post(_ address: String, _ fields: [(String, String)]) async throws -> Answer {
    try await post(address, fields, token: try await token())
  }

  func post(
    _ address: String, _ fields: [(String, String)], token: String?,
    headers: HTTPFields = [.origin: "http://localhost:8080"]
  ) async throws -> Answer {
    let all = fields + (token.map { [("jeton", $0)] } ?? [])
    let body = all.map { "\($0.0)=\(Site.encoded($0.1))" }.joined(separator: "&")
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    return try await ask(.post, address, headers, Array(body.utf8))
  }

  /// The token that the settings page carries.
  func token() async throws -> String {
    let page = try await get("/reglages").text
    let mark = "name=\"jeton\" value=\""
    guard let start = page.range(of: mark)?.upperBound else { return "" }
    return String(page[start...].prefix { $0 != "\"" })
  }

  func ask(
    _ method: HTTPRequest.Method, _ address: String, _ headers: HTTPFields, _ body: [UInt8],
    host: String = "localhost:8080", inPiecesOf size: Int? = nil
  ) async throws -> Answer {
    let head = HTTPRequest(
      method: method, scheme: "http", authority: host, path: address, headerFields: headers)
    let request = Request(head: head, body: Site.body(body, inPiecesOf: size))
    let context = BasicRequestContext(
      source: ApplicationRequestContextSource(
        channel: NIOAsyncTestingChannel(), logger: Logger(label: "test")))
    let response = try await responder.respond(to: request, context: context)
    let sink = Sink()
    try await response.body.write(Writer(sink: sink))
    return Answer(
      status: response.status.code, headers: response.headers,
      bytes: Array(buffer: sink.buffer))
  }

  private static func body(_ bytes: [UInt8], inPiecesOf size: Int?) -> RequestBody {
    guard let size else { return RequestBody(buffer: ByteBuffer(bytes: bytes)) }
    let (stream, pen) = AsyncStream.makeStream(of: ByteBuffer.self)
    for start in stride(from: 0, to: bytes.count, by: size) {
      pen.yield(ByteBuffer(bytes: bytes[start..<min(start + size, bytes.count)]))
    }
    pen.finish()
    return RequestBody(asyncSequence: stream)
  }

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  /// The customer of a code, found as a visitor would: by searching.
  func customer(_ words: String) throws -> CustomerID {
    guard let customer = try desk.customers(matching: words).first else {
      preconditionFailure("no customer \(words)")
    }
    return customer.id
  }

  /// Accepts what is proposed for a document, as a person would on the page.
  func acceptPayment(of number: String) async throws -> Answer {
    let row = try desk.reconciliation().rows.first { row in
      row.parts.contains { $0.number == number }
    }
    guard let row else { preconditionFailure("no proposal for \(number)") }
    return try await post("/rapprochement/\(row.line.raw)/accepter", [])
  }

  func document(_ number: String) throws -> EntryNumber {
    guard let document = try desk.document(numbered: number) else {
      preconditionFailure("no document \(number)")
    }
    return document
  }
}

private final class Sink: @unchecked Sendable {
  // Written by one task at a time: the one that writes the body.
  var buffer = ByteBuffer()
}

/// The folder of one site, removed with it.
private final class SiteFolder: Sendable {
  let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("web-tests-" + UUID().uuidString)

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

private struct Writer: ResponseBodyWriter {
  let sink: Sink
  mutating func write(_ buffer: ByteBuffer) async throws {
    var buffer = buffer
    sink.buffer.writeBuffer(&buffer)
  }
  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
