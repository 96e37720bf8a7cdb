internal import AccordDocuments

/// The inferred shape of a body, for comparing runs.
enum BodyShape {
  /// The types and members of a body that is JSON, as compact JSON; `nil` for any other body.
  static func infer(_ body: [UInt8]) -> String? {
    guard let document = try? JSONDocument(parsing: body) else { return nil }
    return JSONShape(of: document.root).text
  }
}
