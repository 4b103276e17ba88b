/// A whole web page: title, language, what goes in its head, and its body.
///
/// How to write the body is told at the top of `HTML.swift`.
public struct HTMLPage: Sendable {
  public var title: String
  /// The language of the text, `fr` or `en`.
  public var language: String
  /// Style sheets, scripts and the like, after the title.
  public var head: HTML
  public var body: HTML

  public init(
    title: String, language: String, head: HTML = HTML(), @HTMLBuilder _ body: () -> HTML
  ) {
    self.title = title
    self.language = language
    self.head = head
    self.body = body()
  }

  /// The page in UTF-8, from `<!doctype html>` on.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(head.bytes.count + body.bytes.count + 256)
    bytes.append("<!doctype html>\n<html lang=\"")
    bytes.append(escaping: language)
    bytes.append("\"><head><meta charset=\"utf-8\">")
    bytes.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
    bytes.append(escaping: title)
    bytes.append("</title>")
    bytes.append(contentsOf: head.bytes)
    bytes.append("</head><body>")
    bytes.append(contentsOf: body.bytes)
    bytes.append("</body></html>\n")
    return bytes
  }
}

/// A style sheet of our own site, for the head of a page.
public func stylesheet(_ address: String) -> Element {
  link().rel("stylesheet").href(address)
}

/// A script of our own site, run once the page is read.
public func script(_ address: String) -> Element {
  Tag("script")().src(address).flag("defer")
}
