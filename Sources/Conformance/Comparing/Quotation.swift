internal import AccordDocuments

/// What came, for a quote.
///
/// Whoever shows it takes secrets out, and cuts it then: half a secret is told from no other text. So
/// nothing is cut here; of what is too long only its length is said.
enum Quotation {
  private static let limit = 64 << 10

  /// Content as text.
  static func of(_ content: [UInt8]) -> String {
    content.count > limit
      ? "\(content.count) octets" : String(decoding: content, as: UTF8.self)
  }
}

extension JSONNode {
  /// The value as it came.
  var quotation: String { Quotation.of(Array(excerpt(limit: .max).utf8)) }
}
