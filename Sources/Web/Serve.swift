import HTTPTypes
public import Hummingbird
import Logging
import NIOCore
public import Office

/// Serves the book's pages until the program is told to stop (SIGTERM, SIGINT).
///
/// On the loopback address, only requests that name it are answered, so that no page elsewhere can
/// read the book through a name that leads here. On another address put a TLS proxy before it.
public func serve(desk: Desk, host: String, port: Int) async throws {
  // A page that takes seconds, such as the list of a past day, must not hold up the others.
  NIOSingletons.blockingPoolThreadCountSuggestion = 16
  var logger = Logger(label: "encaisse")
  logger.logLevel = .warning
  let application = Application(
    router: router(desk: desk, isLoopback: isLoopback(host)),
    configuration: .init(address: .hostname(host, port: port), serverName: nil),
    logger: logger)
  try await application.runService()
}

/// The pages of a book as a router, for the server and for tests.
public func router(desk: Desk, isLoopback: Bool = true) -> Router<BasicRequestContext> {
  let router = Router(context: BasicRequestContext.self, options: .autoGenerateHeadEndpoints)
  let door = Door(desk: desk, isLoopback: isLoopback)
  router.addMiddleware { door }
  for route in routes {
    router.on(RouterPath(route.path), method: route.isPost ? .post : .get) { request, context in
      try await door.answer(route, request, context)
    }
  }
  for (path, answered) in Dictionary(grouping: routes, by: \.path) {
    refuseOtherMethods(than: answered.flatMap(\.methods), at: path, of: router)
  }
  return router
}

/// Says how an address may be asked to whoever asks it otherwise.
private func refuseOtherMethods(
  than allowed: [HTTPRequest.Method], at path: String, of router: Router<BasicRequestContext>
) {
  let all: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace]
  for method in all where !allowed.contains(method) {
    router.on(RouterPath(path), method: method) { _, _ -> Response in
      throw Refusal.wrongMethod(allowed: allowed.map(\.rawValue))
    }
  }
}

extension Route {
  fileprivate var methods: [HTTPRequest.Method] { isPost ? [.post] : [.get, .head] }
}

private func isLoopback(_ host: String) -> Bool {
  host == "localhost" || host == "::1" || host.hasPrefix("127.")
}
