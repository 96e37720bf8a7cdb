/// An item of a ``ModelAPI``.
struct ModelItem: Sendable {
  /// What a client says of an item.
  struct Content: Sendable, Equatable {
    var name: String
    var quantity: Int
    var note: String?
    var tags: [String]?
  }

  /// The last segment of its path.
  var id: String
  var content: Content
  /// The last write.
  var modified: ModelMoment
  /// The number of writes.
  var version = 1
  /// How often it was read.
  var views = 0
  /// Whether the collection shows it.
  var isListed = true

  /// The item as its clients see it.
  func document(_ variants: Set<ModelVariant>) -> ModelJSON {
    let id: ModelJSON = id.allSatisfy { "0"..."9" ~= $0 } ? .number(id) : .string(id)
    var members = [ModelJSON.Member("id", id)] + content.members
    if variants.contains(.nullMembers), content.note == nil {
      members.append(ModelJSON.Member("note", .null))
    }
    if variants.contains(.defaults) {
      if content.note == nil { members.append(ModelJSON.Member("note", "")) }
      if content.tags == nil { members.append(ModelJSON.Member("tags", [])) }
    }
    if variants.contains(.versions) {
      members.append(ModelJSON.Member("version", .number("\(version)")))
      members.append(ModelJSON.Member("updatedAt", .string(modified.field)))
    }
    if variants.contains(.viewCounter) {
      members.append(ModelJSON.Member("views", .number("\(views)")))
    }
    return .object(members)
  }
}

extension ModelItem.Content {
  /// Its members; those without a value are left out.
  var members: [ModelJSON.Member] {
    var members = [
      ModelJSON.Member("name", .string(name)), ModelJSON.Member("quantity", .number("\(quantity)")),
    ]
    if let note { members.append(ModelJSON.Member("note", .string(note))) }
    if let tags { members.append(ModelJSON.Member("tags", .array(tags.map { .string($0) }))) }
    return members
  }

  /// What is wrong with a document that says what an item is to be; nothing if it can be used.
  static func problems(of document: ModelJSON, isStrict: Bool) -> [String] {
    guard let members = document.members else { return ["the content is no object"] }
    var problems: [String] = []
    for name in ["name", "quantity"] where document[name] == nil {
      problems.append("\(name) is missing")
    }
    for member in members where !isUsable(member) {
      problems.append("\(member.name) is not usable")
    }
    let known: Set = ["id", "name", "quantity", "note", "tags", "version", "updatedAt", "views"]
    if isStrict {
      problems += members.filter { !known.contains($0.name) }.map { "\($0.name) is not known" }
    }
    return problems
  }

  private static func isUsable(_ member: ModelJSON.Member) -> Bool {
    switch member.name {
    case "name": member.value.text != nil
    case "quantity": member.value.integer.map { $0 >= 0 } ?? false
    case "note": member.value.text != nil || member.value == .null
    case "tags":
      member.value == .null || member.value.elements?.allSatisfy { $0.text != nil } == true
    default: true
    }
  }

  /// What a document says, as far as it can be used; else what it was before.
  init(_ document: ModelJSON, before: Self? = nil) {
    let usable = ModelJSON.object((document.members ?? []).filter(Self.isUsable))
    name = usable["name"]?.text ?? before?.name ?? ""
    quantity = usable["quantity"]?.integer ?? before?.quantity ?? 0
    note = usable["note"]?.text
    tags = usable["tags"]?.elements?.compactMap(\.text)
  }
}

/// What a ``ModelAPI`` remembers.
struct ModelStore: Sendable {
  /// The items, the oldest first.
  var items: [ModelItem] = []
  /// What was deleted, by its id.
  var deleted: [String: ModelItem] = [:]
  /// The list before the writes that it does not show yet, and how often it will be shown.
  var late: (items: [ModelItem], reads: Int)?
  /// What was answered to a key, and to which content.
  var keys: [String: (content: [UInt8], response: ModelResponse)] = [:]
  /// How many requests were answered.
  var requests = 0
  /// The number of the item that is made next.
  var nextNumber = 1
  /// The item that the last POST made.
  var lastPosted: String?
  /// How often something was read that shows that.
  var reads = 0
  /// What was read last, and what before that was another.
  var lastRead: String?
  var readBefore: String?
  /// The page that was last asked for.
  var lastPage = 1
  /// The connections on which somebody was authorised.
  var authorised: Set<Int> = []

  /// The place of an item.
  func place(of id: String) -> Int? { items.firstIndex { $0.id == id } }
}
