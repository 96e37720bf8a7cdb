/// Why a schema could not be compiled from files, and in which of them the reason is.
package struct SchemaFileError: Error, Sendable, Hashable {
  /// The file's path; nil for a schema that is no file's.
  package let file: String?
  /// What is wrong.
  package let reason: Reason
  /// The place of the `$ref` that leads to the file, as a URI with a JSON Pointer as its fragment; nil
  /// for a file that was named.
  package let referrer: String?

  /// What is wrong, as data.
  package enum Reason: Sendable, Hashable {
    /// There is no such file, or it may not be read.
    case unreadable
    /// The file is not JSON.
    case malformed(JSONSyntaxError)
    /// An object of the file has a member of this name twice, at this place; which one counts is
    /// undefined.
    case repeatedMember(JSONLocation)
    /// What stands behind the `#` is not a JSON Pointer.
    case badPointer(JSONPointerSyntaxError)
    /// The pointer leads to nothing; how far it leads, and the names of the members that are there.
    case missingPointer(JSONPointer, reached: JSONPointer, names: [String])
    /// What can be reached from the schema has a mistake.
    case schema(JSONSchemaError)
  }

  init(file: String?, reason: Reason, referrer: String? = nil) {
    self.file = file
    self.reason = reason
    self.referrer = referrer
  }

  var isUnreadable: Bool { reason == .unreadable }
}

extension SchemaFileError: CustomStringConvertible {
  /// One sentence with the place, more lines only where a pattern is shown.
  package var description: String {
    let file = file ?? "the schema"
    let from = referrer.map { " (referred to by \($0))" } ?? ""
    return switch reason {
    case .unreadable: "\(file) cannot be read\(from)"
    case .malformed(let error): "\(file) is not JSON\(from): \(error)"
    case .repeatedMember(let place): "\(file): the member \(place) is there twice\(from)"
    case .badPointer(let error): "\(file): \(error)"
    case .missingPointer(let pointer, let reached, let names):
      "\(file): there is nothing at \(pointer)\(Self.list(names, at: reached))"
    case .schema(let error): error.description
    }
  }

  /// At most ten names of the place that a pointer reaches.
  private static func list(_ names: [String], at reached: JSONPointer) -> String {
    guard !names.isEmpty else { return "" }
    let shown = names.prefix(10).map { JSONNode.excerpt(of: $0, limit: 40) }
    let more = names.count > shown.count ? " and \(names.count - shown.count) more" : ""
    let place = reached.tokens.isEmpty ? "the document" : reached.description
    return "; \(place) has \(shown.joined(separator: ", "))\(more)"
  }
}
