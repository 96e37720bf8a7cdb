internal import AccordDocuments

extension RuleSection {
  /// OWASP REST Security Cheat Sheet, Send safe response content types.
  static let owaspContentTypes = RuleSection(
    .owaspREST, "Send safe response content types",
    [
      Rule(
        "http.content-type.truthful", .convention, .content,
        "JSON and XML are not called plain text or HTML.",
        remedy: "Label JSON application/json and XML application/xml.",
        dependsOn: ["http.content-encoding.truthful", "http.content-type.syntax"]
      ) { exchange in
        guard exchange.method != "HEAD", let type = exchange.mediaType?.essence,
          type == "text/plain" || type == "text/html", let content = exchange.content
        else { return .notApplicable }
        // A number or a word in quotes is text that happens to be JSON.
        let first = content.first { !$0.isBlank && $0 != 0x0A && $0 != 0x0D }
        switch first {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          guard let document = try? JSONDocument(parsing: content), document.root.count > 0 else {
            return .conforms
          }
          return .violation(
            .field("Content-Type"), "is \(type), and the content is JSON")
        case UInt8(ascii: "<") where type == "text/plain" && content[...].begins(with: "<?xml"):
          guard (try? XMLTree(parsing: content, limits: .answer)) != nil else { return .conforms }
          return .violation(.field("Content-Type"), "is \(type), and the content is XML")
        default: return .conforms
        }
      }
    ])
}
