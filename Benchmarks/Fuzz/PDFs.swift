import Intake

/// Our own reader of PDFs says what the library says, byte for byte, or nothing.
func readPDF(_ input: UnsafeRawBufferPointer) -> CInt {
  guard let xml = PDFExtractor.plainXML(in: input) else { return 0 }
  do {
    let same = try PDFExtractor.inProcess.xml(in: input)
    precondition(same == xml, "the library reads another text")
  } catch {
    preconditionFailure("the library refuses it: \(error)")
  }
  return 0
}

/// Small PDFs with an invoice in them, written in the ways that the reader knows.
extension Seeds {
  static let pdfs = [
    pdf([
      "<</Type/Catalog/Names<</EmbeddedFiles<</Names[(a) 2 0 R]>>>>>>",
      "<</Type/Filespec/F(factur-x.xml)/EF<</F 3 0 R>>>>", stream("<a/>"),
    ]),
    pdf([
      "<</AF 4 0 R /Names 5 0 R>>",
      "<</UF<FEFF006600610063007400750072002D0078002E0078006D006C>>>",
      stream("<b/>", "/Subtype/text#2Fxml/Filter null"), "[ 6 0 R ]",
      "<</EmbeddedFiles<</Names[(x)6 0 R]>>>>",
      "<< /UF (xrechnung.xml) /EF << /UF 3 0 R /F 3 0 R >> /Desc (a \\(b\\)) /N -1.5 /T true >>",
    ]),
    pdf([
      "<</AF[2 0 R 4 0 R]>>", "<</F(notes.txt)/EF<</F 3 0 R>>>>", stream("x"),
      "<</F(zugferd-invoice.xml)/UF(factur-x.xml)/EF<</F 5 0 R>>>>",
      "<</Length 6 0 R/Filter[/FlateDecode]>>\nstream\r\nx\nendstream", "1",
    ]),
  ]

  private static func stream(_ text: String, _ more: String = "") -> String {
    "<</Length \(text.utf8.count)\(more)>>\nstream\n\(text)\nendstream"
  }

  private static func pdf(_ objects: [String]) -> String {
    var text = "%PDF-1.7\n"
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let place = String(text.utf8.count)
      table += String(repeating: "0", count: 10 - place.utf8.count) + place + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    return text + table
      + "trailer\n<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
  }
}
