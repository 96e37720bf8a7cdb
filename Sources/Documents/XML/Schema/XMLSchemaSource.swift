internal import CAccordXML

/// What reading both kinds of schemas has in common.
enum XMLSchemaSource {
  /// Parses a schema's text.
  static func parse(
    _ bytes: [UInt8], from path: String?, _ receiver: UnsafePointer<accord_xml_receiver>
  ) -> UnsafeMutablePointer<xmlDoc>? {
    guard let count = Int32(exactly: bytes.count), count > 0 else { return nil }
    return bytes.withUnsafeBytes { buffer in
      accord_xml_parse_trusted(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count, path, receiver)
    }
  }

  /// Runs libxml2's part, and makes an error of its reports if it gives nothing.
  static func read<Schema>(
    _ body: (UnsafePointer<accord_xml_receiver>) -> Schema?
  ) throws(XMLSchemaError) -> Schema {
    // That a file cannot be read is a warning to libxml2.
    let (schema, reports) = XMLLibrary.collectingReports(limit: 20, withWarnings: true, body)
    guard let schema else { throw XMLSchemaError(reports: reports) }
    return schema
  }
}
