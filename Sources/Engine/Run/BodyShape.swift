internal import AccordDocuments

/// The inferred shape of a body, for comparing runs.
enum BodyShape {
  /// The types and members of a body that is JSON, as compact JSON; `nil` for any other body.
  static func infer(_ body: [UInt8]) -> String? {
    guard let document = try? JSONDocument(parsing: body) else { return nil }
    let shape = JSONShape(of: document.root).text
    return shape.utf8.count <= largestShape ? shape : nil
  }

  /// Larger ones tell of names without end, not of a shape; in octets.
  private static let largestShape = 256 << 10
}
