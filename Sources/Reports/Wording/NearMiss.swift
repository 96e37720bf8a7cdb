internal import AccordContract
internal import AccordDocuments
internal import AccordHTTP

extension NearMiss {
  /// Bodies longer than this are not parsed again for a hint.
  private static let bodyLimit = 1 << 20

  /// The name much like the missing one, or `nil` where there is none or more than one.
  static func of(_ mismatch: Mismatch, in response: HTTPResponse?) -> String? {
    guard case .nothing = mismatch.found, let response else { return nil }
    switch mismatch.place {
    case .field(let name): return nearest(to: name.text, among: response.fields.names)
    case .json(let path): return member(path, in: response.body)
    case .status, .xml, .text, .body, .time, .capture, .check, .tries: return nil
    }
  }

  private static func member(_ path: String, in body: [UInt8]) -> String? {
    // The last part must be a plain name: `$.user.email`.
    guard body.count <= bodyLimit, let dot = path.lastIndex(of: "."), path[dot...].last != "]",
      let parent = try? JSONPath(String(path[..<dot])), parent.isSingular,
      let document = try? JSONDocument(parsing: body),
      let object = try? parent.select(from: document.root).first
    else { return nil }
    return nearest(to: String(path[path.index(after: dot)...]), among: object.members.map(\.name))
  }
}
