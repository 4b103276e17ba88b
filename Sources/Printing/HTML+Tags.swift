/// A tag that holds something: call it with a text, with braces, or with nothing.
public struct Tag: Sendable {
  let name: StaticString

  init(_ name: StaticString) { self.name = name }

  public func callAsFunction() -> Element { Element(name, isVoid: false, content: nil) }
  public func callAsFunction(_ text: String) -> Element { Element(name, text: text) }
  public func callAsFunction(@HTMLBuilder _ content: () -> HTML) -> Element {
    Element(name, isVoid: false, content: content())
  }
}

/// A tag that holds nothing, such as `br()` or `input()`.
public struct VoidTag: Sendable {
  let name: StaticString

  init(_ name: StaticString) { self.name = name }

  public func callAsFunction() -> Element { Element(name, isVoid: true, content: nil) }
}

// The outline of a page.
public let head = Tag("head")
public let body = Tag("body")
public let header = Tag("header")
public let footer = Tag("footer")
public let nav = Tag("nav")
public let main = Tag("main")
public let section = Tag("section")
public let article = Tag("article")
public let aside = Tag("aside")
public let div = Tag("div")
public let span = Tag("span")

// Titles and running text.
public let h1 = Tag("h1")
public let h2 = Tag("h2")
public let h3 = Tag("h3")
public let h4 = Tag("h4")
public let p = Tag("p")
public let a = Tag("a")
public let strong = Tag("strong")
public let em = Tag("em")
public let small = Tag("small")
public let mark = Tag("mark")
public let code = Tag("code")
public let pre = Tag("pre")
public let blockquote = Tag("blockquote")
public let abbr = Tag("abbr")
public let sup = Tag("sup")
public let sub = Tag("sub")
public let del = Tag("del")
public let ins = Tag("ins")
public let kbd = Tag("kbd")
public let q = Tag("q")

// Lists.
public let ul = Tag("ul")
public let ol = Tag("ol")
public let li = Tag("li")
public let dl = Tag("dl")
public let dt = Tag("dt")
public let dd = Tag("dd")

// Tables.
public let table = Tag("table")
public let caption = Tag("caption")
public let colgroup = Tag("colgroup")
public let thead = Tag("thead")
public let tbody = Tag("tbody")
public let tfoot = Tag("tfoot")
public let tr = Tag("tr")
public let th = Tag("th")
public let td = Tag("td")

// Forms.
public let form = Tag("form")
public let fieldset = Tag("fieldset")
public let legend = Tag("legend")
public let label = Tag("label")
public let button = Tag("button")
public let select = Tag("select")
public let option = Tag("option")
public let optgroup = Tag("optgroup")
public let textarea = Tag("textarea")
public let output = Tag("output")
public let progress = Tag("progress")
public let meter = Tag("meter")
public let datalist = Tag("datalist")

// What opens, shows or illustrates.
public let details = Tag("details")
public let summary = Tag("summary")
public let dialog = Tag("dialog")
public let figure = Tag("figure")
public let figcaption = Tag("figcaption")
public let time = Tag("time")
public let canvas = Tag("canvas")
public let noscript = Tag("noscript")

// Drawings.
public let svg = Tag("svg")
public let g = Tag("g")
public let path = Tag("path")
public let rect = Tag("rect")
public let circle = Tag("circle")
public let line = Tag("line")
public let polyline = Tag("polyline")
public let polygon = Tag("polygon")
public let defs = Tag("defs")
public let desc = Tag("desc")

// In a drawing: `text` and `title`, which would hide too much under their own names.
public let svgText = Tag("text")
public let svgTitle = Tag("title")

// Tags that hold nothing.
public let br = VoidTag("br")
public let hr = VoidTag("hr")
public let img = VoidTag("img")
public let input = VoidTag("input")
public let meta = VoidTag("meta")
public let link = VoidTag("link")
public let col = VoidTag("col")
public let wbr = VoidTag("wbr")
