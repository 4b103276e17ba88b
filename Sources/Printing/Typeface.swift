import CPango

/// One cut of a font with the glyphs and widths of the characters that letters use.
///
/// Text is set with these tables instead of a shaping engine: Latin, Greek and Cyrillic need none,
/// and a letter costs a fraction of the time.
final class Typeface: Sendable {
  struct Glyph: Sendable {
    var index: UInt32
    /// For a font size of one point.
    var advance: Double
    /// The character is not in this font.
    var isMissing: Bool { index == 0 }
  }

  // Cairo's faces are reference counted under its own lock and never change once made.
  nonisolated(unsafe) let face: OpaquePointer
  nonisolated(unsafe) private let scaled: OpaquePointer
  private let table: [Glyph]

  private static let first: UInt32 = 0x20
  private static let last: UInt32 = 0x24F
  private static let punctuation: ClosedRange<UInt32> = 0x2010...0x2044
  private static let others: [UInt32] = [0x20AC, 0x2116, 0x2212, 0x2190, 0x2192, 0x2022]

  init(_ family: String, isBold: Bool, isItalic: Bool) {
    face = cairo_toy_font_face_create(
      family, isItalic ? CAIRO_FONT_SLANT_ITALIC : CAIRO_FONT_SLANT_NORMAL,
      isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
    var matrix = cairo_matrix_t()
    var identity = cairo_matrix_t()
    cairo_matrix_init_scale(&matrix, 1000, 1000)
    cairo_matrix_init_identity(&identity)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    scaled = cairo_scaled_font_create(face, &matrix, &identity, options)
    cairo_font_options_destroy(options)
    let characters = Array(Typeface.first...Typeface.last) + Array(Typeface.punctuation)
    table = Typeface.glyphs(for: characters + Typeface.others, in: scaled)
  }

  subscript(character: UInt32) -> Glyph {
    let count = Typeface.last - Typeface.first + 1
    if character >= Typeface.first, character <= Typeface.last {
      return table[Int(character - Typeface.first)]
    }
    if Typeface.punctuation.contains(character) {
      return table[Int(count + character - Typeface.punctuation.lowerBound)]
    }
    if let place = Typeface.others.firstIndex(of: character) {
      return table[Int(count) + Typeface.punctuation.count + place]
    }
    return Typeface.glyphs(for: [character], in: scaled)[0]
  }

  /// Asks cairo for the glyphs of some characters; their widths are the gaps between them.
  private static func glyphs(for characters: [UInt32], in font: OpaquePointer) -> [Glyph] {
    var text = String.UnicodeScalarView()
    for character in characters { text.append(Unicode.Scalar(character) ?? "\u{FFFD}") }
    text.append("|")  // its place gives the width of the one before
    var found: UnsafeMutablePointer<cairo_glyph_t>?
    var count: Int32 = 0
    let bytes = String(text)
    let status = cairo_scaled_font_text_to_glyphs(
      font, 0, 0, bytes, Int32(bytes.utf8.count), &found, &count, nil, nil, nil)
    defer { cairo_glyph_free(found) }
    guard status == CAIRO_STATUS_SUCCESS, let found, Int(count) == characters.count + 1 else {
      return characters.map { _ in Glyph(index: 0, advance: 0.5) }
    }
    return characters.indices.map { place in
      Glyph(
        index: UInt32(found[place].index), advance: (found[place + 1].x - found[place].x) / 1000)
    }
  }
}

/// The fonts of all letters: Liberation Sans, and DejaVu Sans for the characters that it lacks.
struct Typefaces: Sendable {
  static let shared = Typefaces()

  /// Regular, bold, italic, bold italic; then the same of the second font.
  let faces: [Typeface]

  private init() {
    faces = ["Liberation Sans", "DejaVu Sans"].flatMap { family in
      (0..<4).map { Typeface(family, isBold: $0 & 1 != 0, isItalic: $0 & 2 != 0) }
    }
  }

  /// The face to use for a character in a style (bit 0 bold, bit 1 italic), and its glyph.
  func glyph(_ character: UInt32, style: Int) -> (face: Int, glyph: Typeface.Glyph) {
    switch character {
    case 0xA0: return (style, faces[style][0x20])
    case 0x202F, 0x2009:
      return (style, Typeface.Glyph(index: faces[style][0x20].index, advance: 0.2))
    case 0x2011: return (style, faces[style][0x2D])  // no-break hyphen
    default: break
    }
    let glyph = faces[style][character]
    guard glyph.isMissing else { return (style, glyph) }
    let second = faces[style + 4][character]
    return second.isMissing ? (style, glyph) : (style + 4, second)
  }
}
