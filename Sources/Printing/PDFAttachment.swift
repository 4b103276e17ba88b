import CQPDF
public import Quantities

/// A file carried inside a PDF, such as the XML of a Factur-X invoice.
public struct PDFAttachment: Sendable {
  /// What the file is to the page, as PDF 2.0 names it (AFRelationship).
  public enum Relationship: String, Sendable {
    /// The data that the page shows.
    case data = "Data"
    /// The same document in another form.
    case alternative = "Alternative"
    case supplement = "Supplement"
  }

  public var name: String
  public var bytes: [UInt8]
  public var mediaType: String
  public var relationship: Relationship
  public var description: String
  public var day: Day
  /// The Factur-X profile, such as `EN 16931` or `BASIC`: written in the PDF's metadata.
  public var facturXProfile: String?

  public init(
    _ bytes: [UInt8], named name: String, mediaType: String = "text/xml",
    relationship: Relationship = .data, description: String = "", day: Day
  ) {
    self.bytes = bytes
    self.name = name
    self.mediaType = mediaType
    self.relationship = relationship
    self.description = description
    self.day = day
  }

  /// The XML of an invoice in UN/CEFACT CII, under the name that Factur-X asks for.
  public static func facturX(
    _ xml: [UInt8], profile: String = "EN 16931", day: Day
  ) -> PDFAttachment {
    var attachment = PDFAttachment(
      xml, named: "factur-x.xml", description: "Factur-X", day: day)
    attachment.facturXProfile = profile
    return attachment
  }
}

/// Why a PDF could not take an attachment.
public enum AttachmentRefused: Error, Hashable, Sendable {
  /// Not a PDF, damaged, or encrypted; in the words of the PDF reader.
  case unreadable(String)
  /// It carries attachments already.
  case alreadyHasAttachments
}

/// The PDF with one more file in it. Equal input gives equal bytes. It throws
/// `AttachmentRefused` when the PDF cannot be read or carries attachments already.
public func embed(
  _ attachment: PDFAttachment, into pdf: [UInt8]
) throws(AttachmentRefused) -> [UInt8] {
  // qpdf reads from the caller's memory until it is closed.
  try pdf.withUnsafeBufferPointer { bytes throws(AttachmentRefused) in
    let editor = PDFEditor()
    try editor.read(bytes)
    try editor.attach(attachment)
    return try editor.write()
  }
}

/// A PDF held by qpdf while it is changed.
private struct PDFEditor: ~Copyable {
  private let qpdf: qpdf_data

  init() {
    qpdf = qpdf_init()
    qpdf_set_suppress_warnings(qpdf, 1)
    qpdf_silence_errors(qpdf)
  }

  deinit {
    var handle: qpdf_data? = qpdf
    qpdf_cleanup(&handle)
  }

  func read(_ pdf: UnsafeBufferPointer<UInt8>) throws(AttachmentRefused) {
    pdf.withMemoryRebound(to: CChar.self) { bytes in
      _ = qpdf_read_memory(qpdf, "pdf", bytes.baseAddress, UInt64(bytes.count), nil)
    }
    try check()
  }

  func attach(_ attachment: PDFAttachment) throws(AttachmentRefused) {
    let root = qpdf_get_root(qpdf)
    try check()
    let names = dictionary(qpdf_oh_get_key(qpdf, root, "/Names"))
    guard qpdf_oh_has_key(qpdf, names, "/EmbeddedFiles") == 0,
      qpdf_oh_has_key(qpdf, root, "/AF") == 0
    else { throw .alreadyHasAttachments }
    let file = fileSpecification(attachment)
    let leaf = qpdf_oh_new_array(qpdf)
    qpdf_oh_append_item(qpdf, leaf, qpdf_oh_new_unicode_string(qpdf, attachment.name))
    qpdf_oh_append_item(qpdf, leaf, file)
    let tree = qpdf_oh_new_dictionary(qpdf)
    qpdf_oh_replace_key(qpdf, tree, "/Names", leaf)
    qpdf_oh_replace_key(qpdf, names, "/EmbeddedFiles", tree)
    qpdf_oh_replace_key(qpdf, root, "/Names", names)
    let associated = qpdf_oh_new_array(qpdf)
    qpdf_oh_append_item(qpdf, associated, file)
    qpdf_oh_replace_key(qpdf, root, "/AF", associated)
    if let profile = attachment.facturXProfile {
      let metadata = stream(Array(PDFEditor.metadata(attachment, profile).utf8))
      let entries = qpdf_oh_get_dict(qpdf, metadata)
      qpdf_oh_replace_key(qpdf, entries, "/Type", qpdf_oh_new_name(qpdf, "/Metadata"))
      qpdf_oh_replace_key(qpdf, entries, "/Subtype", qpdf_oh_new_name(qpdf, "/XML"))
      qpdf_oh_replace_key(qpdf, root, "/Metadata", metadata)
    }
    try check()
  }

  func write() throws(AttachmentRefused) -> [UInt8] {
    qpdf_init_write_memory(qpdf)
    qpdf_set_deterministic_ID(qpdf, 1)
    qpdf_set_minimum_pdf_version(qpdf, "1.7")
    qpdf_write(qpdf)
    try check()
    let length = qpdf_get_buffer_length(qpdf)
    return Array(UnsafeBufferPointer(start: qpdf_get_buffer(qpdf), count: length))
  }

  private func check() throws(AttachmentRefused) {
    guard qpdf_has_error(qpdf) != 0 else { return }
    let error = qpdf_get_error(qpdf)
    throw .unreadable(String(cString: qpdf_get_error_message_detail(qpdf, error)))
  }

  private func dictionary(_ found: qpdf_oh) -> qpdf_oh {
    qpdf_oh_is_dictionary(qpdf, found) != 0 ? found : qpdf_oh_new_dictionary(qpdf)
  }

  private func stream(_ bytes: [UInt8]) -> qpdf_oh {
    let stream = qpdf_oh_new_stream(qpdf)
    bytes.withUnsafeBufferPointer { buffer in
      qpdf_oh_replace_stream_data(
        qpdf, stream, buffer.baseAddress, buffer.count, qpdf_oh_new_null(qpdf),
        qpdf_oh_new_null(qpdf))
    }
    return stream
  }

  private func fileSpecification(_ attachment: PDFAttachment) -> qpdf_oh {
    let data = stream(attachment.bytes)
    let entries = qpdf_oh_get_dict(qpdf, data)
    let type = "/" + attachment.mediaType.replacing("/", with: "#2f")
    qpdf_oh_replace_key(qpdf, entries, "/Type", qpdf_oh_new_name(qpdf, "/EmbeddedFile"))
    qpdf_oh_replace_key(qpdf, entries, "/Subtype", qpdf_oh_parse(qpdf, type))
    let parameters = qpdf_oh_new_dictionary(qpdf)
    let date = "D:" + attachment.day.iso.replacing("-", with: "") + "000000Z"
    let size = qpdf_oh_new_integer(qpdf, Int64(attachment.bytes.count))
    qpdf_oh_replace_key(qpdf, parameters, "/Size", size)
    qpdf_oh_replace_key(qpdf, parameters, "/ModDate", qpdf_oh_new_string(qpdf, date))
    qpdf_oh_replace_key(qpdf, entries, "/Params", parameters)
    let files = qpdf_oh_new_dictionary(qpdf)
    qpdf_oh_replace_key(qpdf, files, "/F", data)
    qpdf_oh_replace_key(qpdf, files, "/UF", data)
    let file = qpdf_oh_new_dictionary(qpdf)
    let name = qpdf_oh_new_unicode_string(qpdf, attachment.name)
    let relationship = qpdf_oh_new_name(qpdf, "/" + attachment.relationship.rawValue)
    qpdf_oh_replace_key(qpdf, file, "/Type", qpdf_oh_new_name(qpdf, "/Filespec"))
    qpdf_oh_replace_key(qpdf, file, "/F", name)
    qpdf_oh_replace_key(qpdf, file, "/UF", name)
    qpdf_oh_replace_key(qpdf, file, "/AFRelationship", relationship)
    if !attachment.description.isEmpty {
      let description = qpdf_oh_new_unicode_string(qpdf, attachment.description)
      qpdf_oh_replace_key(qpdf, file, "/Desc", description)
    }
    qpdf_oh_replace_key(qpdf, file, "/EF", files)
    return qpdf_make_indirect_object(qpdf, file)
  }

  /// The metadata by which readers know a Factur-X file. No claim of PDF/A is made in it: the
  /// pages that cairo writes do not meet that standard.
  private static func metadata(_ attachment: PDFAttachment, _ profile: String) -> String {
    """
    <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
     <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about=""
       xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">
       <fx:DocumentType>INVOICE</fx:DocumentType>
       <fx:DocumentFileName>\(HTML(attachment.name).text)</fx:DocumentFileName>
       <fx:Version>1.0</fx:Version>
       <fx:ConformanceLevel>\(HTML(profile).text)</fx:ConformanceLevel>
      </rdf:Description>
     </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="w"?>
    """
  }
}
