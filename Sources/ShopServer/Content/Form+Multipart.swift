/// Reads `multipart/form-data` (RFC 7578, RFC 2046 section 5.1).
extension Form {
  /// - Throws: A ``Problem`` with status 400 when the content does not follow the grammar.
  init(multipart content: [UInt8], boundary: String?) throws(Problem) {
    guard let boundary, (1...70).contains(boundary.utf8.count) else {
      throw .malformed("multipart/form-data needs a boundary of 1 to 70 characters.")
    }
    // With a line break in front, the first delimiter looks like all others.
    let delimiter = Array("\r\n--\(boundary)".utf8)
    var rest = (Array("\r\n".utf8) + content)[...]
    guard let first = rest.firstRange(of: delimiter) else {
      throw .malformed("The boundary is not in the content.")
    }
    rest = rest[first.upperBound...]
    while !rest.starts(with: Array("--".utf8)) {
      guard let lineEnd = rest.firstRange(of: Array("\r\n".utf8)),
        let next = rest[lineEnd.lowerBound...].firstRange(of: delimiter)
      else { throw .malformed("The last boundary is missing.") }
      try add(Part(rest[lineEnd.upperBound..<max(lineEnd.upperBound, next.lowerBound)]))
      rest = rest[next.upperBound...]
    }
  }

  private mutating func add(_ part: Part) throws(Problem) {
    if let fileName = part.fileName {
      let file = File(field: part.name, name: fileName, type: part.type, size: part.content.count)
      files.append(file)
    } else {
      guard let text = String(validating: part.content, as: UTF8.self) else {
        throw .malformed("The field \(part.name) is not UTF-8.")
      }
      fields[part.name, default: []].append(text)
    }
  }

  /// One part: its fields, an empty line, its content.
  private struct Part {
    let name: String
    let fileName: String?
    let type: String
    let content: ArraySlice<UInt8>

    init(_ octets: ArraySlice<UInt8>) throws(Problem) {
      guard let end = octets.firstRange(of: Array("\r\n\r\n".utf8)),
        let head = String(validating: octets[..<end.lowerBound], as: UTF8.self)
      else { throw .malformed("A part has no header section.") }
      var fields: [String: String] = [:]
      for line in head.split(separator: "\r\n") {
        guard let colon = line.firstIndex(of: ":") else {
          throw .malformed("A part has a header line without a colon.")
        }
        let value = line[line.index(after: colon)...].trimming { $0 == " " || $0 == "\t" }
        fields[line[..<colon].lowercased()] = String(value)
      }
      let disposition = Self.parameters(of: fields["content-disposition"] ?? "")
      guard let name = disposition["name"] else { throw .malformed("A part has no name.") }
      self.name = name
      fileName = disposition["filename"]
      type = fields["content-type"] ?? "text/plain"
      content = octets[end.upperBound...]
    }

    /// The parameters of `form-data; name="a"; filename="b.txt"`.
    private static func parameters(of disposition: String) -> [String: String] {
      var parameters: [String: String] = [:]
      let parts = MediaType.split(disposition, at: ";")
      guard parts[0].lowercased() == "form-data" else { return [:] }
      for part in parts.dropFirst() {
        guard let equals = part.firstIndex(of: "=") else { continue }
        let value = part[part.index(after: equals)...]
        parameters[part[..<equals].lowercased()] = MediaType.unquoted(value)
      }
      return parameters
    }
  }
}
