internal import AccordDocuments

extension RuleSection {
  /// RFC 8259 section 2: what a JSON text is.
  static let jsonText = RuleSection(
    .rfc8259, "2",
    [
      Rule(
        "json.valid", .must, .content,
        "Content that is called JSON is one JSON text.",
        remedy: "Write JSON with a library: no NaN, no trailing comma, nothing behind the value.",
        dependsOn: [
          "json.utf8", "json.no-bom", "http.content-encoding.truthful", "http.content-type.syntax",
          "http.content-length.correct",
        ]
      ) { exchange in
        switch exchange.json {
        case nil: return .notApplicable
        case .success: return .conforms
        case .failure(let error):
          if error.isLimit { return .inconclusive("it goes beyond what is read here") }
          switch error.reason {
          // Which rule forbids other encodings is another one.
          case .notUTF8, .otherEncoding: return .inconclusive("it is not UTF-8")
          // The grammar allows it; what it means is open (section 8.2).
          case .loneSurrogate: return .inconclusive("an escape is half of a surrogate pair")
          case .unexpectedEnd where exchange.isEndedByClose:
            return .inconclusive("the connection may have ended early")
          case .trailingContent where isLines(exchange.content ?? []):
            return .inconclusive("it is a JSON text in each line: the label may be wrong")
          default: return .violation(.content, "is no JSON: \(error)")
          }
        }
      }
    ])

  /// Whether there is a JSON text in each of several lines.
  private static func isLines(_ octets: [UInt8]) -> Bool {
    let lines = octets.split(separator: UInt8(ascii: "\n"))
    return lines.count > 1
      && lines.prefix(1_000).allSatisfy { (try? JSONDocument(parsing: Array($0))) != nil }
  }

  /// RFC 8259 section 4: objects.
  static let jsonObjects = RuleSection(
    .rfc8259, "4",
    [
      Rule(
        "json.unique-names", .should, .content,
        "No object in JSON has two members of the same name.",
        remedy: "Write each member once; readers differ on which one counts.",
        dependsOn: ["json.valid"]
      ) { exchange in
        guard let document = exchange.document else { return .notApplicable }
        guard let place = document.repeatedMember else { return .conforms }
        return .violation(.content, "has a member twice", quote: "\(place)")
      }
    ])

  /// RFC 8259 section 8.1: in which encoding JSON is exchanged.
  static let jsonEncoding = RuleSection(
    .rfc8259, "8.1",
    [
      Rule(
        "json.utf8", .must, .content,
        "JSON is UTF-8.",
        remedy: "Encode the content in UTF-8, whatever the charset of what it was made from.",
        dependsOn: ["http.content-encoding.truthful", "http.content-type.syntax"]
      ) { exchange in
        guard exchange.fidelity == .exact, let json = exchange.json else { return .notApplicable }
        guard case .failure(let error) = json else { return .conforms }
        switch error.reason {
        case .notUTF8: return .violation(.content, "is not UTF-8 at octet \(error.byteOffset)")
        case .otherEncoding(let name): return .violation(.content, "is \(name)")
        default: return .notApplicable
        }
      },
      Rule(
        "json.no-bom", .must, .content,
        "JSON does not begin with a byte order mark.",
        remedy: "Write UTF-8 without a byte order mark.",
        dependsOn: ["http.content-type.syntax"]
      ) { exchange in
        guard exchange.fidelity == .exact, exchange.mediaType?.isJSON == true,
          let content = exchange.content
        else { return .notApplicable }
        return .holds(
          !content.starts(with: [0xEF, 0xBB, 0xBF]), else: .content,
          "begins with a byte order mark")
      },
    ])
}
