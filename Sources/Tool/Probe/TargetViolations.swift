internal import AccordDocuments

/// What the schema has against a file of targets, in words that say what to write.
struct TargetViolations {
  private let schema: JSONDocument
  private let file: InputFile

  init(_ schema: JSONDocument, file: InputFile) {
    self.schema = schema
    self.file = file
  }

  /// A mistake for each violation; what follows from a member that is not known is left out.
  func mistakes(_ violations: [SchemaViolation]) -> [TargetMistake] {
    let unknown = violations.filter(\.isUnknownMember)
    let holders = Set(unknown.map { JSONLocation(Array($0.instanceLocation.steps.dropLast())) })
    let consequences: Set = ["oneOf", "anyOf", "not", "required", "minProperties", "maxProperties"]
    var mistakes: [TargetMistake] = []
    for violation in violations {
      if consequences.contains(violation.keyword), holders.contains(violation.instanceLocation) {
        continue
      }
      let mistake =
        violation.isUnknownMember ? unknownMember(violation) : self.mistake(violation)
      if !mistakes.contains(mistake) { mistakes.append(mistake) }
    }
    return mistakes
  }

  private func mistake(_ violation: SchemaViolation) -> TargetMistake {
    let demand = TargetSchema.demands.first { violation.hasKeyword($0.keyword) }?.words
    var words = demand ?? violation.demand
    if !violation.found.isStructure {
      words += ", found \(Self.shown(violation.found, at: violation.instanceLocation))"
    } else if demand == nil, case .type = violation.expectation {
      words += ", found \(violation.found.kind == .array ? "an array" : "an object")"
    }
    return TargetMistake(words, at: violation.found, in: file)
  }

  /// Who writes a secret where the name of a variable belongs is not to find it in a log.
  private static func shown(_ node: JSONNode, at location: JSONLocation) -> String {
    guard location.steps.contains(.name("credentials")), node.kind == .string else {
      return VisibleText.escape(node.excerpt(limit: 80))
    }
    return "text that is not shown"
  }

  private func unknownMember(_ violation: SchemaViolation) -> TargetMistake {
    let node = violation.found
    guard case .name(let name)? = violation.instanceLocation.steps.last else {
      return mistake(violation)
    }
    let known = members(besides: violation)
    let advice =
      NearMiss.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
      ?? "there are \(known.joined(separator: ", "))"
    let holder = JSONPointer(
      tokens: Array(violation.instanceLocation.pointer.tokens.dropLast()))
    let nameNode = holder.evaluate(in: node.document.root)?.members
      .first { $0.value.isSamePlace(as: node) }?.nameNode
    return TargetMistake(
      "no member is called so; \(advice)", at: node, offset: nameNode?.byteOffset, in: file)
  }

  /// The names that the schema knows where it refused another one.
  private func members(besides violation: SchemaViolation) -> [String] {
    guard let hash = violation.absoluteKeywordLocation.firstIndex(of: "#"),
      let pointer = try? JSONPointer(
        String(violation.absoluteKeywordLocation[hash...].dropFirst())),
      let object = JSONPointer(tokens: Array(pointer.tokens.dropLast())).evaluate(in: schema.root)
    else { return [] }
    return (object.member("properties")?.members.map(\.name) ?? []).filter { $0 != "$schema" }
  }
}

extension SchemaViolation {
  /// Whether it is about a member that the schema does not know.
  fileprivate var isUnknownMember: Bool {
    if case .nothing = expectation { keyword == "additionalProperties" } else { false }
  }

  /// Whether the keyword stands at a place of the schema: `#/$defs/path/pattern`.
  fileprivate func hasKeyword(_ place: String) -> Bool {
    absoluteKeywordLocation.hasSuffix(place)
  }
}

extension JSONNode {
  fileprivate var isStructure: Bool { kind == .object || kind == .array }
}
