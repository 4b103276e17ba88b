/// A form that was refused, on its way back to its page with all that was typed into it.
///
/// Who mistypes one field of twenty corrects one field. The page is made as usual, in the same
/// thread; the form of the same address takes its values from here.
final class RefusedForm: Sendable {
  /// The form on its way back while its page is made; nil for every other page.
  @TaskLocal static var current: RefusedForm?

  /// Where the form was posted to.
  let address: String
  let form: Form
  let failure: Failure
  private let state = State()

  /// Touched by the one thread that makes the page.
  private final class State: @unchecked Sendable {
    var isFilling = false
    var isToOpen = false
  }

  init(address: String, form: Form, failure: Failure) {
    self.address = address
    self.form = form
    self.failure = failure
  }

  /// Makes the fields of a form; those of the refused one with what was typed.
  static func filling<Content>(_ address: String, _ make: () -> Content) -> Content {
    guard let current, current.address == address else { return make() }
    current.state.isFilling = true
    defer {
      current.state.isFilling = false
      current.state.isToOpen = true
    }
    return make()
  }

  /// What was typed into a field of the form that is being made; nil when it was not refused.
  static func value(_ name: String) -> String? {
    // What may be a password goes into no page.
    guard let current, current.state.isFilling, !name.hasSuffix("secret") else { return nil }
    return current.form[name]
  }

  /// Whether a tick was set; nil when the form that is being made was not refused.
  static func isTicked(_ name: String) -> Bool? {
    guard let current, current.state.isFilling else { return nil }
    return current.form.isTicked(name)
  }

  /// Whether the form that was just made is the refused one: it is not left folded.
  static func opens() -> Bool {
    guard let current, current.state.isToOpen else { return false }
    current.state.isToOpen = false
    return true
  }
}

extension Visit {
  /// The page of a form that was refused, with what was typed and what is wrong; nil when there is
  /// none to show.
  func retyped(after error: any Error) -> Reply? {
    let failure = Failure(error, voice)
    guard failure.status == 400, !wantsJSON, let back = form["retour"],
      let page = Route.page(at: back)
    else { return nil }
    let parts = back.split(separator: "?", maxSplits: 1)
    let again = Visit(
      desk: desk, voice: voice, path: String(parts[0]), places: page.places,
      query: Form(encoded: parts.count > 1 ? parts[1] : ""), form: Form(), token: token,
      wantsJSON: false)
    let refused = RefusedForm(address: path, form: form, failure: failure)
    var reply = RefusedForm.$current.withValue(refused) { try? page.make(again) }
    reply?.status = failure.status
    return reply?.type.hasPrefix("text/html") == true ? reply : nil
  }
}

extension Route {
  /// The page that an address of ours leads to, with the parts of the path that it names.
  fileprivate static func page(
    at address: String
  ) -> (make: (Visit) throws -> Reply, places: [String: String])? {
    let path = address.split(separator: "?", maxSplits: 1).first ?? ""
    let parts = path.split(separator: "/")
    for route in routes {
      guard case .page(let make) = route.work else { continue }
      let names = route.path.split(separator: "/")
      guard path.hasPrefix("/"), names.count == parts.count else { continue }
      var places: [String: String] = [:]
      let fits = zip(names, parts).allSatisfy { name, part in
        guard name.hasPrefix(":") else { return name == part }
        places[String(name.dropFirst())] = String(part)
        return true
      }
      if fits { return (make, places) }
    }
    return nil
  }
}
