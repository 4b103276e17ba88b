import CAssets

/// A file that pages need beside themselves, built into the program: nothing is fetched elsewhere.
struct Asset: Sendable {
  let name: String
  let type: String
  let bytes: [UInt8]
  /// Changes with the content, so that a browser may keep the file for good.
  let mark: String

  /// Where the pages ask for it.
  var address: String { "/assets/\(name)?v=\(mark)" }

  static let style = Asset("app.css", "text/css; charset=utf-8", asset_css)
  static let script = Asset("app.js", "text/javascript; charset=utf-8", asset_js)
  /// What the keyboard adds to the list of bank lines.
  static let worklist = Asset("worklist.js", "text/javascript; charset=utf-8", asset_worklist)
  static let icon = Asset("icon.svg", "image/svg+xml", asset_icon)
  /// What programs may ask, and how (docs/openapi.yaml).
  static let contract = Asset("openapi.yaml", "application/yaml", asset_contract)
  static let all = [style, script, worklist, icon]

  private init(
    _ name: String, _ type: String,
    _ content: (UnsafeMutablePointer<Int>?) -> UnsafePointer<UInt8>?
  ) {
    var length = 0
    let start = content(&length)
    self.name = name
    self.type = type
    bytes = Array(UnsafeBufferPointer(start: start, count: length))
    mark = String(Asset.fingerprint(bytes), radix: 36)
  }

  /// FNV-1a: enough to tell one release's file from the next.
  private static func fingerprint(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
