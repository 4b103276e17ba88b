/// The attributes that our pages use. Values are escaped; a nil value leaves the attribute out.
extension Element {
  /// Any attribute by its name, which is part of the program: `.attribute("inputmode", "decimal")`.
  public func attribute(_ name: StaticString, _ value: String?) -> Element {
    guard let value else { return self }
    return adding { bytes in
      bytes.append(name)
      bytes.append("=\"")
      bytes.append(escaping: value)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// An attribute that is there or not: `.flag("open", if: isFirst)`.
  public func flag(_ name: StaticString, if condition: Bool = true) -> Element {
    condition ? adding { $0.append(name) } : self
  }

  private func adding(_ write: (inout [UInt8]) -> Void) -> Element {
    var added: [UInt8] = [UInt8(ascii: " ")]
    write(&added)
    var element = self
    element.bytes.insert(contentsOf: added, at: attributesEnd)
    element.attributesEnd += added.count
    return element
  }

  /// `data-…` with a name that is part of the program.
  public func data(_ name: StaticString, _ value: String?) -> Element {
    prefixed("data-", name, value)
  }

  /// `aria-…`, such as `.aria("label", "Fermer")`.
  public func aria(_ name: StaticString, _ value: String?) -> Element {
    prefixed("aria-", name, value)
  }

  private func prefixed(_ prefix: StaticString, _ name: StaticString, _ value: String?) -> Element {
    guard let value else { return self }
    return adding { bytes in
      bytes.append(prefix)
      bytes.append(name)
      bytes.append("=\"")
      bytes.append(escaping: value)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// A link's target: a place of our own site, `https:`, `http:`, `mailto:` or `tel:`.
  ///
  /// Any other scheme, such as `javascript:`, and any target with a space in it (write `%20`)
  /// becomes `#`.
  public func href(_ target: String?) -> Element { attribute("href", target.map(Element.safe)) }
  public func src(_ target: String?) -> Element { attribute("src", target.map(Element.safe)) }
  public func action(_ target: String?) -> Element { attribute("action", target.map(Element.safe)) }

  static func safe(_ target: String) -> String {
    // Browsers drop tabs and line ends inside a scheme, so nothing below a space is let through.
    guard target.utf8.allSatisfy({ $0 > 32 }) else { return "#" }
    let end = target.utf8.firstIndex { "/?#".utf8.contains($0) } ?? target.endIndex
    guard let colon = target[..<end].utf8.firstIndex(of: UInt8(ascii: ":")) else { return target }
    let scheme = target[..<colon].lowercased()
    return ["https", "http", "mailto", "tel"].contains(scheme) ? target : "#"
  }

  public func `class`(_ names: String?) -> Element { attribute("class", names) }
  public func id(_ name: String?) -> Element { attribute("id", name) }
  public func title(_ text: String?) -> Element { attribute("title", text) }
  public func lang(_ code: String?) -> Element { attribute("lang", code) }
  public func role(_ name: String?) -> Element { attribute("role", name) }
  public func style(_ css: String?) -> Element { attribute("style", css) }
  public func alt(_ text: String?) -> Element { attribute("alt", text) }
  public func rel(_ kind: String?) -> Element { attribute("rel", kind) }
  public func type(_ kind: String?) -> Element { attribute("type", kind) }
  public func name(_ name: String?) -> Element { attribute("name", name) }
  public func value(_ text: String?) -> Element { attribute("value", text) }
  public func placeholder(_ text: String?) -> Element { attribute("placeholder", text) }
  public func autocomplete(_ kind: String?) -> Element { attribute("autocomplete", kind) }
  public func method(_ verb: String?) -> Element { attribute("method", verb) }
  public func enctype(_ kind: String?) -> Element { attribute("enctype", kind) }
  public func accept(_ kinds: String?) -> Element { attribute("accept", kinds) }
  public func pattern(_ pattern: String?) -> Element { attribute("pattern", pattern) }
  public func min(_ value: String?) -> Element { attribute("min", value) }
  public func max(_ value: String?) -> Element { attribute("max", value) }
  public func step(_ value: String?) -> Element { attribute("step", value) }
  public func `for`(_ id: String?) -> Element { attribute("for", id) }
  public func scope(_ part: String?) -> Element { attribute("scope", part) }
  public func datetime(_ value: String?) -> Element { attribute("datetime", value) }
  public func download(_ name: String?) -> Element { attribute("download", name) }
  public func colspan(_ count: Int?) -> Element { attribute("colspan", count.map(String.init)) }
  public func rowspan(_ count: Int?) -> Element { attribute("rowspan", count.map(String.init)) }
  public func width(_ value: Int?) -> Element { attribute("width", value.map(String.init)) }
  public func height(_ value: Int?) -> Element { attribute("height", value.map(String.init)) }
  public func tabindex(_ value: Int?) -> Element { attribute("tabindex", value.map(String.init)) }

  public func checked(if condition: Bool = true) -> Element { flag("checked", if: condition) }
  public func selected(if condition: Bool = true) -> Element { flag("selected", if: condition) }
  public func disabled(if condition: Bool = true) -> Element { flag("disabled", if: condition) }
  public func required(if condition: Bool = true) -> Element { flag("required", if: condition) }
  public func hidden(if condition: Bool = true) -> Element { flag("hidden", if: condition) }
  public func autofocus(if condition: Bool = true) -> Element { flag("autofocus", if: condition) }
  public func multiple(if condition: Bool = true) -> Element { flag("multiple", if: condition) }
  public func open(if condition: Bool = true) -> Element { flag("open", if: condition) }
  public func readonly(if condition: Bool = true) -> Element { flag("readonly", if: condition) }
}
