import HTTPTypes
import Hummingbird
import Ledger
import Logging
import NIOCore
import NIOPosix
import Office
import Printing

/// Where requests come in: who may ask, in which language, and what is said when something fails.
struct Door: RouterMiddleware {
  typealias Context = BasicRequestContext

  let desk: Desk
  let isLoopback: Bool
  /// Made anew at each start; every form of ours carries it.
  let token = Door.freshToken()

  /// A question of a program is a few lines.
  static let longestCall = 65_536

  /// A form is text that a person typed: a megabyte is a thousand times enough.
  static let longestForm = 1_048_576

  private static func freshToken() -> String {
    var random = SystemRandomNumberGenerator()
    return (0..<4).map { _ in String(random.next(), radix: 36) }.joined()
  }

  /// Every request passes here, also those that no route answers.
  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard isForUs(request) else {
      return Response(status: .misdirectedRequest, headers: Door.headers)
    }
    var response: Response
    do {
      response = try await next(request, context)
    } catch {
      response = await failure(error, request, context)
    }
    for field in Door.headers where response.headers[field.name] == nil {
      response.headers[field.name] = field.value
    }
    if let code = request.uri.queryParameters["lang"], ["fr", "en"].contains(code) {
      response.headers[values: .setCookie].append(
        "langue=\(code); Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly")
    }
    return response
  }

  /// A name that was made to lead to this machine must not open the book to a stranger's page.
  private func isForUs(_ request: Request) -> Bool {
    guard isLoopback, let host = request.head.authority?.lowercased() else { return true }
    let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" }
    return name == "localhost" || name == "[::1]" || name.hasPrefix("127.")
  }

  func answer(
    _ route: Route, _ request: Request, _ context: Context
  ) async throws -> Response {
    switch route.work {
    case .page(let page):
      let visit = visit(request, context)
      return try await onThread { try page(visit) }
    case .form(let form):
      try checkOrigin(request)
      let body = String(
        decoding: try await bytes(of: request, atMost: Door.longestForm), as: UTF8.self)
      let visit = visit(request, context, Form(encoded: body))
      try check(visit.form["jeton"])
      return try await onThread {
        do {
          return try form(visit)
        } catch {
          guard let page = visit.retyped(after: error) else { throw error }
          return page
        }
      }
    case .call(let call):
      try checkOrigin(request)
      try checkJSON(request)
      let bytes = try await bytes(of: request, atMost: Door.longestCall)
      let visit = visit(request, context)
      return try await onThread { try call(visit, try Door.json(bytes)) }
    case .upload(let upload, let limit):
      try checkOrigin(request)
      let files = try await UploadedFiles(request, atMost: limit) { try check($0) }
      let visit = visit(request, context, files.form)
      return try await onThread { try upload(visit, files) }
    }
  }

  /// The work of a page is one closure off the event loop: SQLite and pages may take their time.
  private func onThread(_ work: @escaping @Sendable () throws -> Reply) async throws -> Response {
    try await NIOThreadPool.singleton.runIfActive(work).response
  }

  private func bytes(of request: Request, atMost limit: Int) async throws -> [UInt8] {
    do {
      return Array(buffer: try await request.body.collect(upTo: limit))
    } catch is NIOTooManyBytesError {
      throw Refusal.tooLarge
    }
  }

  private func failure(
    _ error: any Error, _ request: Request, _ context: Context
  ) async -> Response {
    let visit = visit(request, context)
    if !(error is Refusal), !(error is any HTTPResponseError) {
      context.logger.error("\(request.method) \(request.uri.path): \(error)")
    }
    var reply = try? await NIOThreadPool.singleton.runIfActive {
      visit.isFromProgram ? problemReply(error, visit) : try failurePage(error, visit)
    }
    if case .wrongMethod(let allowed)? = error as? Refusal {
      reply?.headers.append(("Allow", allowed.joined(separator: ", ")))
    }
    return reply?.response ?? Response(status: .internalServerError)
  }
}

extension Door {
  /// What browsers are told about every answer: nothing from elsewhere, nothing inline, no frames.
  static let headers: HTTPFields = {
    var fields = HTTPFields()
    let policy =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
      + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    fields[.contentSecurityPolicy] = policy
    fields[.xContentTypeOptions] = "nosniff"
    fields[.init("Referrer-Policy")!] = "same-origin"
    fields[.init("Cross-Origin-Opener-Policy")!] = "same-origin"
    fields[.init("Cross-Origin-Resource-Policy")!] = "same-origin"
    fields[.init("X-Frame-Options")!] = "DENY"
    fields[.init("Permissions-Policy")!] = "camera=(), microphone=(), geolocation=()"
    fields[.cacheControl] = "private, no-cache"
    return fields
  }()

  /// A form is taken from our own pages only: a browser says where it comes from.
  private func checkOrigin(_ request: Request) throws {
    if let site = request.headers[.init("Sec-Fetch-Site")!], site != "same-origin" {
      throw Refusal.forbidden
    }
    if let origin = request.headers[.origin] {
      let place = origin.split(separator: "://", maxSplits: 1).last.map(String.init)
      guard place?.lowercased() == request.head.authority?.lowercased() else {
        throw Refusal.forbidden
      }
    }
  }

  /// JSON is asked about beforehand by browsers, so that no page elsewhere can send it.
  private func checkJSON(_ request: Request) throws {
    let type = (request.headers[.contentType] ?? "").lowercased().split(separator: ";")
      .map { $0.filter { $0 != " " && $0 != "\"" } }
    let isUTF8 = type.dropFirst().allSatisfy { !$0.hasPrefix("charset=") || $0 == "charset=utf-8" }
    guard type.first == "application/json", isUTF8, request.headers[.contentEncoding] == nil else {
      throw Refusal.wrongType
    }
  }

  private static func json(_ bytes: [UInt8]) throws -> JSON {
    do throws(JSONReader.Fault) {
      return try JSONReader.value(of: bytes)
    } catch {
      throw Refusal.malformed(error)
    }
  }

  private func check(_ given: String?) throws {
    let (given, wanted) = (Array((given ?? "").utf8), Array(token.utf8))
    // All of it is compared, so that the time taken tells nothing.
    let difference = zip(given, wanted).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
    guard given.count == wanted.count, difference == 0 else { throw Refusal.forbidden }
  }

  func visit(_ request: Request, _ context: Context, _ form: Form = Form()) -> Visit {
    let query = Form(encoded: request.uri.query ?? "")
    var places: [String: String] = [:]
    for (name, value) in context.parameters { places[String(name)] = String(value) }
    return Visit(
      desk: desk, voice: voice(request, query), path: request.uri.path, places: places,
      query: query, form: form, token: token,
      wantsJSON: request.headers[.accept]?.hasPrefix("application/json") == true)
  }

  /// The language asked for, else the one chosen before, else the browser's; French first.
  private func voice(_ request: Request, _ query: Form) -> Voice {
    let chosen = query["lang"] ?? request.cookies["langue"]?.value
    if let chosen, let language = Customer.Language(rawValue: chosen) {
      return Voice(language: language)
    }
    let wishes = (request.headers[.acceptLanguage] ?? "").lowercased().split(separator: ",")
    let known = wishes.lazy.map { $0.drop { $0 == " " } }.first {
      $0.hasPrefix("fr") || $0.hasPrefix("en")
    }
    return known?.hasPrefix("en") == true ? .english : .french
  }
}

extension Reply {
  var response: Response {
    var fields = HTTPFields()
    if !bytes.isEmpty { fields[.contentType] = type }
    for (name, value) in headers {
      if let name = HTTPField.Name(name) { fields[name] = value }
    }
    return Response(
      status: .init(code: status), headers: fields,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
