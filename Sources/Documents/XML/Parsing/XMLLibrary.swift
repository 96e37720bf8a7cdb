internal import CAccordXML

/// The border to libxml2: its start, and its reports as values.
enum XMLLibrary {
  /// Touched before libxml2 is used, so that it is started once.
  static let isReady: Bool = {
    accord_xml_initialize()
    return true
  }()

  /// Runs `body` with a receiver for libxml2's reports, and hands out both results.
  ///
  /// At most `limit` reports are kept: a hostile document can cause as many as it likes. Warnings
  /// are left out unless they are asked for. Of each kept report, `noticing` is given the node
  /// that is meant, which lives at least as long as the call.
  static func collectingReports<Value>(
    limit: Int, withWarnings: Bool = false,
    noticing: ((UnsafeRawPointer?) -> Void)? = nil,
    _ body: (UnsafePointer<accord_xml_receiver>) -> Value
  ) -> (value: Value, reports: [XMLReport]) {
    _ = isReady
    var collection = Collection(
      limit: limit,
      minimumLevel: Int32(withWarnings ? XML_ERR_WARNING.rawValue : XML_ERR_ERROR.rawValue),
      noticing: noticing)
    let value = withUnsafeMutablePointer(to: &collection) { collection in
      var receiver = accord_xml_receiver(
        report: { context, level, code, file, line, column, message, node in
          guard let context, let message else { return }
          let collection = context.assumingMemoryBound(to: Collection.self)
          guard level >= collection.pointee.minimumLevel,
            collection.pointee.reports.count < collection.pointee.limit
          else { return }
          collection.pointee.reports.append(
            XMLReport(
              code: Int(code), file: file.map { String(cString: $0) }, line: Int(line),
              column: Int(column), message: XMLLibrary.oneLine(String(cString: message))))
          collection.pointee.noticing?(node)
        }, context: UnsafeMutableRawPointer(collection))
      return withUnsafePointer(to: &receiver, body)
    }
    return (value, collection.reports)
  }

  private struct Collection {
    let limit: Int
    let minimumLevel: Int32
    let noticing: ((UnsafeRawPointer?) -> Void)?
    var reports: [XMLReport] = []
  }

  /// Takes the line breaks from libxml2's text.
  private static func oneLine(_ message: String) -> String {
    message.split { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }.joined(separator: " ")
  }

  /// The text of a C string that libxml2 owns; nil if there is none.
  static func string(_ text: UnsafePointer<xmlChar>?) -> String? {
    text.map { String(decodingCString: $0, as: UTF8.self) }
  }
}
