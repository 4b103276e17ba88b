import Foundation

/// A line of text with the place of each character, ready to be drawn.
struct Line {
  struct Mark {
    var face: UInt8
    var isSpace: Bool
    var glyph: UInt32
    var character: UInt32
    /// From the start of the line.
    var x: Double
  }
  var marks: [Mark]
  /// Up to the end of the last mark that is not a space.
  var width: Double
  var size: Double

  /// Where it starts in a measure when set to the right or in the middle.
  func offset(in measure: Double, _ alignment: PDFStyle.Alignment) -> Double {
    switch alignment {
    case .left, .justified: 0
    case .right: measure - width
    case .center: (measure - width) / 2
    }
  }
}

/// Breaks texts into lines.
enum Typesetter {
  /// Room between the base lines of two lines, for a size of one point.
  static let leading = 1.32

  /// The lines of a text no wider than `measure`. Breaks at spaces, never at no-break spaces; a
  /// word that is wider than the measure is cut. `\n` starts a new line.
  static func lines(
    _ text: PDFText, size: Double, measure: Double = .infinity, isJustified: Bool = false
  ) -> [Line] {
    var breaker = Breaker(size: size, measure: measure, isJustified: isJustified)
    for run in text.runs {
      let style = (run.isBold ? 1 : 0) + (run.isItalic ? 2 : 0)
      for scalar in composed(run.text).unicodeScalars { breaker.add(scalar, style: style) }
    }
    breaker.end(breaker.marks.count, isLast: true)
    return breaker.lines
  }

  /// The lines so far, and the one being filled.
  private struct Breaker {
    let size: Double
    let measure: Double
    let isJustified: Bool
    var lines: [Line] = []
    var marks: [Line.Mark] = []
    private var x = 0.0
    /// The first mark after the last plain space: where to break.
    private var afterSpace = 0

    init(size: Double, measure: Double, isJustified: Bool) {
      self.size = size
      self.measure = measure
      self.isJustified = isJustified
    }

    mutating func add(_ scalar: Unicode.Scalar, style: Int) {
      if scalar == "\n" { return end(marks.count, isLast: true) }
      let character = scalar.value < 32 ? 32 : scalar.value
      let (face, glyph) = Typefaces.shared.glyph(character, style: style)
      let isSpace = Typesetter.isSpace(character)
      let advance = glyph.advance * size
      if !isSpace, x + advance > measure, !marks.isEmpty {
        end(afterSpace > 0 ? afterSpace : marks.count, isLast: false)
      }
      marks.append(
        Line.Mark(
          face: UInt8(face), isSpace: isSpace, glyph: glyph.index, character: character, x: x))
      x += advance
      if character == 0x20 { afterSpace = marks.count }
    }

    /// Ends the line before a mark; the rest begins the next one.
    mutating func end(_ count: Int, isLast: Bool) {
      var kept = Array(marks[..<count])
      while let last = kept.last, last.character == 0x20 { kept.removeLast() }
      let width = isJustified && !isLast ? measure : nil
      lines.append(Typesetter.line(kept, size: size, measure: width))
      let start = count < marks.count ? marks[count].x : x
      marks.removeFirst(count)
      for place in marks.indices { marks[place].x -= start }
      x -= start
      afterSpace = 0
    }
  }

  private static func line(_ marks: [Line.Mark], size: Double, measure: Double?) -> Line {
    var line = Line(marks: marks, width: 0, size: size)
    guard let last = marks.last else { return line }
    let glyph = Typefaces.shared.glyph(last.character, style: Int(last.face) & 3).glyph
    line.width = last.x + glyph.advance * size
    let gaps = marks.count { $0.character == 0x20 }
    guard let measure, gaps > 0 else { return line }
    // A line with little text is left short: wide holes are worse than a ragged edge.
    let extra = (measure - line.width) / Double(gaps)
    guard extra > 0, extra < size * 0.9 else { return line }
    var shift = 0.0
    for place in line.marks.indices {
      line.marks[place].x += shift
      if line.marks[place].character == 0x20 { shift += extra }
    }
    line.width = measure
    return line
  }

  private static func isSpace(_ character: UInt32) -> Bool {
    character == 0x20 || character == 0xA0 || character == 0x202F || character == 0x2009
  }

  /// Joins letters and accents that arrive apart (`e` + `´`), which fonts place badly.
  private static func composed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0x300...0x36F).contains($0.value) }) else {
      return text
    }
    return text.precomposedStringWithCanonicalMapping
  }
}
