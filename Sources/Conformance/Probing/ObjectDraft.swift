internal import AccordDocuments

/// An object of JSON of which variants are sent.
struct ObjectDraft {
  /// The members in their order, each value as JSON text.
  private(set) var members: [(name: String, text: String)]
  /// The media type.
  let type: String

  /// The object that content is; `nil` where it is something else.
  init?(_ content: ProbeContent) {
    guard let sent = SentMembers(content) else { return nil }
    members = sent.root.members.map { ($0.name, $0.value.sourceText) }
    type = content.type
  }

  /// An object of these members.
  init(_ members: [(name: String, text: String)], type: String) {
    self.members = members
    self.type = type
  }

  /// The same without a member.
  func without(_ name: String) -> ObjectDraft {
    ObjectDraft(members.filter { $0.name != name }, type: type)
  }

  /// The same with another value of a member, or with one member more.
  func with(_ name: String, _ text: String) -> ObjectDraft {
    guard let place = members.lastIndex(where: { $0.name == name }) else {
      return ObjectDraft(members + [(name, text)], type: type)
    }
    var draft = self
    draft.members[place].text = text
    return draft
  }

  /// The object to be sent.
  var content: ProbeContent { ProbeContent(type: type, octets: Array(text.utf8)) }

  /// The object as JSON text.
  var text: String {
    var writer = JSONWriter()
    writer.beginObject()
    for member in members {
      writer.name(member.name)
      writer.raw(member.text)
    }
    writer.endObject()
    return writer.text
  }
}

extension JSONWriter {
  /// A string as JSON text.
  static func text(of string: String) -> String {
    var writer = JSONWriter()
    writer.string(string)
    return writer.text
  }
}

extension JSONNode {
  /// Another value of the same kind, as JSON text; `nil` where none suggests itself.
  var anotherValue: String? {
    switch kind {
    case .string:
      return string.map { JSONWriter.text(of: $0 + " too") }
    case .number: return Int(sourceText).map { "\($0 &+ 1)" }
    case .boolean: return boolean == true ? "false" : "true"
    case .null, .array, .object: return nil
    }
  }
}

extension ProbedCollection {
  /// Another value of a member than the one that is shown: one that other content of the author has, or
  /// one made up.
  func anotherValue(of name: String, than shown: JSONNode) -> String? {
    let contents = [replacement].compactMap { $0 } + samples
    for content in contents {
      if let value = SentMembers(content)?.root.member(name),
        Sameness.of(value, shown) == .different
      {
        return value.sourceText
      }
    }
    return shown.anotherValue
  }
}
