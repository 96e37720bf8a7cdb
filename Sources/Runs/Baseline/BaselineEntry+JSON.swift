internal import AccordDocuments

extension BaselineEntry {
  private static let members = ["id", "kind", "place", "reason", "owner", "expires"]

  /// Reads a line of a file.
  init(parsing line: [UInt8]) throws(BaselineError.Problem) {
    let node: JSONNode
    do throws(JSONSyntaxError) { node = try JSONDocument(parsing: line).root } catch {
      throw .notJSON(error.description)
    }
    guard node.kind == .object else { throw .notObject(node.excerpt(limit: 60)) }
    if node.member("event") != nil { throw .runFile }
    var names: Set<String> = []
    for name in node.members.map(\.name) {
      guard Self.members.contains(name) else {
        throw .unknownMember(name, suggestion: NearMiss.nearest(to: name, among: Self.members))
      }
      guard names.insert(name).inserted else { throw .repeatedMember(name) }
    }
    func text(_ name: String) throws(BaselineError.Problem) -> String? {
      guard let value = node.member(name) else { return nil }
      guard let text = value.string else {
        throw .notText(name, found: value.excerpt(limit: 60))
      }
      return text
    }
    guard let id = try text("id") else { throw .missingMember("id") }
    guard let kind = try text("kind") else { throw .missingMember("kind") }
    guard Self.kinds.contains(kind) else {
      throw .unknownKind(kind, suggestion: NearMiss.nearest(to: kind, among: Self.kinds))
    }
    self.init(id: id, kind: kind, place: try text("place"))
    reason = try text("reason")
    owner = try text("owner")
    if let day = try text("expires") {
      guard let day = CalendarDay(day) else { throw .notDay(day) }
      expires = day
    }
  }

  /// Writes the object of a line.
  func write(to json: inout JSONWriter) {
    json.beginObject()
    let values = [id, kind, place, reason, owner, expires?.description]
    for (name, value) in zip(Self.members, values) {
      guard let value else { continue }
      json.name(name)
      json.string(value)
    }
    json.endObject()
  }
}
