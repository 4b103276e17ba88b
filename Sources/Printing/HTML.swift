/// A piece of a web page: bytes in which every text has been escaped.
///
/// Pages are written with functions named as the tags, in braces as the page nests:
///
/// ```swift
/// let page = HTMLPage(title: "Balance âgée", language: "fr") {
///   h1("Balance âgée au \(day.french)")
///   if rows.isEmpty { p("Rien à recouvrer.").class("quiet") }
///   table {
///     thead { tr { for title in titles { th(title).scope("col") } } }
///     tbody {
///       for row in rows {
///         tr {
///           td { a(row.name).href("/customers/\(row.id)") }
///           td(row.balance.french).class("figure")
///         }
///         .class(row.isLate ? "late" : nil)
///       }
///     }
///   }
///   label("Jour").for("day")
///   input().type("date").name("day").id("day").value(day.iso).required()
/// }
/// let bytes = page.bytes
/// ```
///
/// - A tag takes a text, or braces, or nothing: `p("…")`, `ul { … }`, `br()`, `div()`.
/// - In braces stand strings, whole numbers, elements, `HTML` values, `if`, `switch`, `for`.
///   A string there is text: `"<b>"` shows as it is written.
/// - Attributes follow the tag: `.class("…")`, `.href(…)`, `.data("row", …)`, `.aria("label", …)`.
///   A nil value leaves the attribute out; `.checked(if: …)` and its like take a condition.
/// - A page part is a function: `func row(_ claim: Claim) -> HTML { … }` with `@HTMLBuilder`, or
///   `-> Element` when the caller should add attributes.
/// - Nothing is raw except `HTML.trusted(…)`, which is for text the program itself wrote.
public struct HTML: Sendable {
  /// The piece in UTF-8.
  public var bytes: [UInt8]

  /// Nothing.
  public init() { bytes = [] }

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// What the braces hold.
  public init(@HTMLBuilder _ content: () -> HTML) { self = content() }

  /// A text, escaped.
  public init(_ text: String) {
    bytes = []
    bytes.append(escaping: text)
  }

  /// Markup taken as it is. Only for what the program wrote: never for a name, a note or a file.
  public static func trusted(_ markup: String) -> HTML { HTML(bytes: Array(markup.utf8)) }

  /// Markup taken as it is, from bytes that were built by the program.
  public static func trusted(_ markup: [UInt8]) -> HTML { HTML(bytes: markup) }

  /// The piece as a string, for tests and e-mails.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// One element: its attributes can still be set.
public struct Element: Sendable {
  var bytes: [UInt8]
  /// Where the next attribute goes: just before the `>` of the opening tag.
  var attributesEnd: Int

  init(_ name: StaticString, isVoid: Bool, content: HTML?) {
    bytes = []
    bytes.reserveCapacity(2 * name.utf8CodeUnitCount + 48 + (content?.bytes.count ?? 0))
    bytes.append(UInt8(ascii: "<"))
    bytes.append(name)
    attributesEnd = bytes.count
    bytes.append(UInt8(ascii: ">"))
    if let content { bytes.append(contentsOf: content.bytes) }
    if !isVoid { close(name) }
  }

  init(_ name: StaticString, text: String) {
    bytes = []
    bytes.reserveCapacity(2 * name.utf8CodeUnitCount + 48 + text.utf8.count)
    bytes.append(UInt8(ascii: "<"))
    bytes.append(name)
    attributesEnd = bytes.count
    bytes.append(UInt8(ascii: ">"))
    bytes.append(escaping: text)
    close(name)
  }

  private mutating func close(_ name: StaticString) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(UInt8(ascii: "/"))
    bytes.append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// The element as a piece of page.
  public var html: HTML { HTML(bytes: bytes) }
  /// The element as a string, for tests and e-mails.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Turns what stands in the braces of a tag into a piece of page.
@resultBuilder
public enum HTMLBuilder {
  public static func buildExpression(_ text: String) -> HTML { HTML(text) }
  public static func buildExpression(_ number: Int) -> HTML {
    HTML(bytes: Array(String(number).utf8))
  }
  public static func buildExpression(_ element: Element) -> HTML { HTML(bytes: element.bytes) }
  public static func buildExpression(_ element: Element?) -> HTML {
    HTML(bytes: element?.bytes ?? [])
  }
  public static func buildExpression(_ html: HTML) -> HTML { html }
  public static func buildExpression(_ html: HTML?) -> HTML { html ?? HTML() }
  public static func buildExpression(_ parts: [HTML]) -> HTML { buildArray(parts) }
  public static func buildBlock() -> HTML { HTML() }
  public static func buildPartialBlock(first: consuming HTML) -> HTML { first }
  public static func buildPartialBlock(accumulated: consuming HTML, next: HTML) -> HTML {
    accumulated.bytes.append(contentsOf: next.bytes)
    return accumulated
  }
  public static func buildOptional(_ part: HTML?) -> HTML { part ?? HTML() }
  public static func buildEither(first: HTML) -> HTML { first }
  public static func buildEither(second: HTML) -> HTML { second }
  public static func buildLimitedAvailability(_ part: HTML) -> HTML { part }
  public static func buildArray(_ parts: [HTML]) -> HTML {
    var all = HTML()
    var size = 0
    for part in parts { size += part.bytes.count }
    all.bytes.reserveCapacity(size)
    for part in parts { all.bytes.append(contentsOf: part.bytes) }
    return all
  }
}

extension [UInt8] {
  mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a text so that it can neither open a tag nor leave an attribute's quotes.
  mutating func append(escaping text: String) {
    var text = text
    text.withUTF8 { source in
      var start = 0
      for place in 0..<source.count {
        let replacement: StaticString
        switch source[place] {
        case UInt8(ascii: "&"): replacement = "&amp;"
        case UInt8(ascii: "<"): replacement = "&lt;"
        case UInt8(ascii: ">"): replacement = "&gt;"
        case UInt8(ascii: "\""): replacement = "&quot;"
        case UInt8(ascii: "'"): replacement = "&#39;"
        case 0: replacement = "\u{FFFD}"  // a null byte is not allowed in a page
        default: continue
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<place]))
        append(replacement)
        start = place + 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
    }
  }
}
