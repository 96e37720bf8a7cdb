/// A JSON patch (RFC 6902).
struct ModelJSONPatch {
  /// What came of applying it.
  enum Outcome {
    case changed(ModelJSON)
    /// The response code, the reason, and the document as far as operations were applied.
    case refused(Int, String, reached: ModelJSON)
  }

  private let operations: ModelJSON

  init(_ operations: ModelJSON) { self.operations = operations }

  func apply(to document: ModelJSON) -> Outcome {
    guard let operations = operations.elements else {
      return .refused(400, "a JSON patch is an array", reached: document)
    }
    var document = document
    for operation in operations {
      guard let name = operation["op"]?.text,
        let path = operation["path"]?.text.flatMap(Self.pointer)
      else { return .refused(400, "an operation has an op and a path", reached: document) }
      if name == "test" {
        guard let value = operation["value"] else {
          return .refused(400, "a test has a value", reached: document)
        }
        guard Self.value(at: path[...], in: document) == value else {
          return .refused(409, "a test failed", reached: document)
        }
        continue
      }
      guard let changed = Self.perform(name, path, operation, on: document) else {
        return .refused(422, "\(name) cannot be done", reached: document)
      }
      document = changed
    }
    return .changed(document)
  }

  private static func perform(
    _ name: String, _ path: [String], _ operation: ModelJSON, on document: ModelJSON
  ) -> ModelJSON? {
    let from = operation["from"]?.text.flatMap(pointer)
    switch name {
    case "add":
      return operation["value"].flatMap { put($0, at: path[...], in: document, isNew: true) }
    case "remove": return put(nil, at: path[...], in: document, isNew: false)
    case "replace":
      return operation["value"].flatMap { put($0, at: path[...], in: document, isNew: false) }
    case "copy", "move":
      guard let from, let value = value(at: from[...], in: document) else { return nil }
      let rest = name == "move" ? put(nil, at: from[...], in: document, isNew: false) : document
      return rest.flatMap { put(value, at: path[...], in: $0, isNew: true) }
    default: return nil
    }
  }

  /// The reference tokens of a JSON Pointer (RFC 6901); `nil` for what is none.
  private static func pointer(_ text: String) -> [String]? {
    if text.isEmpty { return [] }
    guard text.hasPrefix("/") else { return nil }
    return text.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map {
      String($0).replacing("~1", with: "/").replacing("~0", with: "~")
    }
  }

  private static func value(at path: ArraySlice<String>, in document: ModelJSON) -> ModelJSON? {
    guard let first = path.first else { return document }
    if let elements = document.elements {
      guard let index = Int(first), elements.indices.contains(index) else { return nil }
      return value(at: path.dropFirst(), in: elements[index])
    }
    return document[first].flatMap { value(at: path.dropFirst(), in: $0) }
  }

  /// The document with a value at a path, or without one there; `nil` where that cannot be.
  private static func put(
    _ value: ModelJSON?, at path: ArraySlice<String>, in document: ModelJSON, isNew: Bool
  ) -> ModelJSON? {
    guard let first = path.first else { return value }
    let rest = path.dropFirst()
    if var elements = document.elements {
      guard let index = first == "-" ? elements.count : Int(first) else { return nil }
      if rest.isEmpty, isNew, let value {
        guard 0...elements.count ~= index else { return nil }
        elements.insert(value, at: index)
      } else {
        guard elements.indices.contains(index) else { return nil }
        if rest.isEmpty, value == nil {
          elements.remove(at: index)
        } else {
          guard let inner = put(value, at: rest, in: elements[index], isNew: isNew) else {
            return nil
          }
          elements[index] = inner
        }
      }
      return .array(elements)
    }
    guard document.members != nil else { return nil }
    var changed = document
    if rest.isEmpty {
      guard isNew || document[first] != nil else { return nil }
      changed[first] = value
    } else {
      guard let inner = document[first].flatMap({ put(value, at: rest, in: $0, isNew: isNew) })
      else { return nil }
      changed[first] = inner
    }
    return changed
  }
}
