import CQREncode

/// A QR code: squares to draw.
public struct QRCode: Hashable, Sendable {
  /// The text that a reader finds in it.
  public let text: String
  /// Squares on a side.
  public let side: Int
  /// Row by row: whether the square is dark.
  public let isDark: [Bool]

  /// The code of a text in UTF-8, with the error correction that the EPC asks for (level M). Nil
  /// when the text is empty or longer than a code of version 13 holds (331 bytes).
  public init?(_ text: String) {
    guard !text.isEmpty, text.utf8.count <= 331, !text.utf8.contains(0),
      let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M)
    else { return nil }
    defer { QRcode_free(code) }
    guard code.pointee.version <= 13, let data = code.pointee.data else { return nil }
    self.text = text
    side = Int(code.pointee.width)
    isDark = (0..<side * side).map { data[$0] & 1 == 1 }
  }
}
