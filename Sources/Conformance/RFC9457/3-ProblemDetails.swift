internal import AccordDocuments

extension RuleSection {
  /// RFC 9457 section 3: the object that tells a problem.
  static let problemDetails = RuleSection(
    .rfc9457, "3",
    [
      Rule(
        "problem.object", .must, .problems,
        "Problem details are a JSON object, or in XML a `problem` in the namespace urn:ietf:rfc:7807.",
        remedy: "Answer application/problem+json with one object and nothing around it.",
        also: [Citation(.rfc9457, "B")], dependsOn: ["json.valid", "xml.well-formed"]
      ) { exchange in
        switch exchange.mediaType?.essence {
        case "application/problem+json":
          guard let root = exchange.document?.root else { return .notApplicable }
          return .holds(root.kind == .object, else: .content, "is no JSON object")
        case "application/problem+xml":
          guard let content = exchange.content, let isProblem = isProblem(xml: content) else {
            return .notApplicable
          }
          return .holds(isProblem, else: .content, "is no problem of urn:ietf:rfc:7807")
        default: return .notApplicable
        }
      }
    ])

  private static func isProblem(xml: [UInt8]) -> Bool? {
    guard let tree = try? XMLTree(parsing: xml, limits: .answer),
      let path = try? XPath("local-name(/*)='problem' and namespace-uri(/*)='urn:ietf:rfc:7807'")
    else { return nil }
    return (try? path.evaluate(on: tree))?.boolean
  }

  /// RFC 9457 section 3.1: the members that have a meaning.
  static let problemMembers = RuleSection(
    .rfc9457, "3.1",
    [
      Rule(
        "problem.member-types", .must, .problems,
        "Of problem details type, title, detail and instance are strings and status is a number.",
        remedy: "Write the members in their types: who reads them ignores the others.",
        dependsOn: ["problem.object"]
      ) { exchange in
        guard let root = problem(exchange) else { return .notApplicable }
        for name in ["type", "title", "detail", "instance"] {
          guard let member = root.member(name), member.kind != .string else { continue }
          return .violation(.content, "has a \(name) that is no string")
        }
        if let status = root.member("status"), status.kind != .number {
          return .violation(.content, "has a status that is no number")
        }
        return .conforms
      }
    ])

  /// RFC 9457 section 3.1.2: the member status.
  static let problemStatus = RuleSection(
    .rfc9457, "3.1.2",
    [
      Rule(
        "problem.status-matches", .must, .problems,
        "The status of problem details is the response code.",
        remedy: "Set both from one value.", dependsOn: ["problem.member-types"]
      ) { exchange in
        guard let status = problem(exchange)?.member("status"), status.kind == .number else {
          return .notApplicable
        }
        return .holds(
          status.number?.doubleValue == Double(exchange.status), else: .content,
          "says \(status.sourceText), and the response code is \(exchange.status)")
      }
    ])

  /// The object of an answer that tells a problem in JSON.
  private static func problem(_ exchange: ObservedExchange) -> JSONNode? {
    guard exchange.mediaType?.essence == "application/problem+json",
      let root = exchange.document?.root, root.kind == .object
    else { return nil }
    return root
  }
}
