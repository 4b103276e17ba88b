/// An XML element around its content, or nothing when there is no content.
///
/// `path` names the element and those around it, outermost first, as in `ram:A/ram:B`; a name may
/// carry attributes. The content is XML already: text goes through `xml` first.
func tag(_ path: String, _ content: String...) -> String {
  let inner = content.joined()
  if inner.isEmpty { return "" }
  let names = path.split(separator: "/")
  let opening = names.map { "<\($0)>" }.joined()
  let closing = names.reversed().map { "</\($0.prefix { $0 != " " })>" }.joined()
  return opening + inner + closing
}

extension String {
  /// The text as it stands inside an XML element.
  var xml: String {
    var text = ByteText()
    text.put(xml: self)
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
