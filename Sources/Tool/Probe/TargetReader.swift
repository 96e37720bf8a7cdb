internal import AccordContract
internal import AccordDocuments

/// Reads the values of a file of targets, which the schema has let pass.
struct TargetReader {
  private let file: InputFile
  private(set) var mistakes: [TargetMistake] = []
  /// The environment variables that have secrets, each once.
  private(set) var variables: [String] = []

  init(_ file: InputFile) { self.file = file }

  mutating func conformance(_ root: JSONNode) -> Conformance {
    var traits: [Trait] = []
    if let name = root.text("profile"), let profile = ConformanceProfile(rawValue: name) {
      traits.append(.profile(profile))
    }
    if root.isTrue("strict") { traits.append(.strict) }
    // Each with its own place, so that a misspelt one is found.
    for node in root.elements(of: "only") {
      traits.append(Trait(kind: .conformanceSetting(.only([node.string ?? ""], place(node)))))
    }
    for node in root.elements(of: "skip") {
      traits.append(
        Trait(kind: .conformanceSetting(.skipping([node.string ?? ""], place(node)))))
    }
    let risks = root.elements(of: "allow").compactMap(\.string).compactMap(
      ProbeRisk.init(rawValue:))
    if !risks.isEmpty { traits.append(Trait(kind: .conformanceSetting(.allowing(risks)))) }
    for field in root.member("fields")?.members.map({ $0 }) ?? [] {
      traits.append(.header(FieldName(field.name), Template(field.value.string ?? "")))
    }
    if let authorization = authorization(of: root) { traits.append(.auth(authorization)) }
    var targets: [ConformanceTarget] = []
    for node in root.elements(of: "collections") { targets.append(collection(node)) }
    for node in root.elements(of: "documents") { targets.append(target(node, .document)) }
    for node in root.elements(of: "protected") { targets.append(target(node, .protected)) }
    if let origin = root.text("allowedOrigin") {
      for place in targets.indices where targets[place].allowedOrigin == nil {
        if case .protected = targets[place].kind { continue }
        targets[place].allowedOrigin = origin
      }
    }
    noteRepeated(targets, root)
    var conformance = Conformance(
      root.text("name") ?? ProbeDraft.name, traits: traits, targets: targets)
    conformance.location = place(root)
    return conformance
  }

  /// Targets of one name cannot be told apart in a report.
  private mutating func noteRepeated(_ targets: [ConformanceTarget], _ root: JSONNode) {
    let nodes = ["collections", "documents", "protected"].flatMap { root.elements(of: $0) }
    var first: [String: Int] = [:]
    for (target, node) in zip(targets, nodes) {
      guard let line = first[target.title] else {
        first[target.title] = target.location.line
        continue
      }
      mistakes.append(
        TargetMistake(
          "'\(VisibleText.escape(target.title))' is a target already, in line \(line); a member name "
            + "tells them apart", at: node, in: file))
    }
  }

  private mutating func target(
    _ node: JSONNode, _ kind: ConformanceTarget.Kind
  ) -> ConformanceTarget {
    var target = ConformanceTarget(
      Template(node.string ?? node.text("path") ?? ""), kind,
      authorization: authorization(of: node))
    target.name = node.text("name")
    target.allowedOrigin = node.text("allowedOrigin")
    target.location = place(node)
    return target
  }

  private mutating func collection(_ node: JSONNode) -> ConformanceTarget {
    var collection = TargetedCollection()
    collection.item = node.text("item").map { Template($0) }
    collection.samples = node.elements(of: "samples").map(Self.content)
    collection.replacements = node.member("replacement").map { [Self.content($0)] } ?? []
    collection.rejected = node.elements(of: "rejected").map(Self.content)
    collection.patchFormats = node.elements(of: "patch").compactMap(\.string).compactMap { name in
      PatchFormat.allCases.first { "\($0)" == name }
    }
    collection.patchedMember = node.text("patchedMember")
    collection.idempotencyKeyField = node.text("idempotencyKey").map { FieldName($0) }
    collection.createsByPut = node.isTrue("createsByPut")
    collection.needsPrecondition = node.isTrue("needsPrecondition")
    if let paging = node.member("paging") {
      if let name = paging.text("page") {
        let first = paging.member("first").flatMap { Int($0.sourceText) } ?? 1
        collection.paging = .number(name, first: first)
      } else {
        collection.paging = .offset(paging.text("offset") ?? "")
      }
    }
    for (word, needed) in collection.idleWords {
      let names = needed.map(\.member).joined(separator: " or ")
      mistakes.append(
        TargetMistake(
          "says nothing without \(names)", at: node.member(word.member) ?? node, in: file))
    }
    return target(node, .collection(collection))
  }

  private static func content(_ node: JSONNode) -> TargetContent {
    if let text = node.text("text") {
      return TargetContent(.raw(.text(Template(text))), type: node.text("type") ?? "")
    }
    return TargetContent(
      .json(node.member("json").map { JSONValue($0) } ?? .null),
      type: node.text("type") ?? "application/json")
  }

  private mutating func authorization(of node: JSONNode) -> Authorization? {
    guard let written = node.member("credentials"),
      let kind = written.members.first(where: { _ in true })
    else { return nil }
    let value = kind.value
    switch kind.name {
    case "bearer": return .bearer(secret(value, "tokenVariable"))
    case "basic":
      return .basic(
        user: Template(value.text("user") ?? ""), password: secret(value, "passwordVariable"))
    case "digest":
      return .digest(
        user: Template(value.text("user") ?? ""), password: secret(value, "passwordVariable"))
    default:
      let key = secret(value, "keyVariable")
      if let name = value.text("header") {
        return .apiKey(key, in: .header(FieldName(name)))
      }
      return .apiKey(key, in: .query(value.text("query") ?? ""))
    }
  }

  /// A secret of the environment, which becomes a variable of the same name.
  private mutating func secret(_ node: JSONNode, _ member: String) -> Template {
    let name = node.text(member) ?? ""
    if !variables.contains(name) { variables.append(name) }
    return "\(ProbeDraft.secret(name))"
  }

  private func place(_ node: JSONNode) -> SourceLocation {
    let position = node.document.position(at: node.byteOffset)
    return SourceLocation(
      fileID: file.shownName, filePath: file.name, line: position.line, column: position.column)
  }
}

extension TargetedCollection.Word {
  /// The member that says it.
  fileprivate var member: String {
    switch self {
    case .item: "item"
    case .creates: "samples"
    case .replaces: "replacement"
    case .rejects: "rejected"
    case .patches: "patch"
    case .idempotencyKey: "idempotencyKey"
    case .createsByPut: "createsByPut"
    }
  }
}

extension JSONNode {
  fileprivate func text(_ name: String) -> String? { member(name)?.string }
  fileprivate func isTrue(_ name: String) -> Bool { member(name)?.boolean == true }
  fileprivate func elements(of name: String) -> [JSONNode] {
    member(name)?.elements.map { $0 } ?? []
  }
}
