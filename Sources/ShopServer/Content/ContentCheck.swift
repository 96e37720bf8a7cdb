/// Reads the members of an object and collects everything that is wrong with them, so that a client
/// hears of all its mistakes at once.
struct ContentCheck {
  private let content: JSONValue
  private var errors: [Problem.ContentError] = []

  init(_ content: JSONValue) {
    self.content = content
    guard case .object = content else {
      refuse(pointer: "", "must be an object")
      return
    }
  }

  mutating func refuse(_ name: String, _ detail: String) {
    refuse(pointer: "/\(name)", detail)
  }

  private mutating func refuse(pointer: String, _ detail: String) {
    errors.append(Problem.ContentError(pointer: pointer, detail: detail))
  }

  /// - Throws: A ``Problem`` with status 422 when anything was refused.
  func finish() throws(Problem) {
    if !errors.isEmpty { throw .unacceptable(errors) }
  }

  mutating func text(_ name: String, length: ClosedRange<Int>) -> String? {
    guard case .string(let text)? = content[name], length.contains(text.count) else {
      refuse(name, "must be a string of \(length.lowerBound) to \(length.upperBound) characters")
      return nil
    }
    return text
  }

  mutating func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
    guard case .integer(let value)? = content[name], range.contains(value) else {
      refuse(name, "must be an integer from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return value
  }

  mutating func product(_ name: String, in catalogue: Catalogue) -> Int? {
    guard case .integer(let id)? = content[name], catalogue[id] != nil else {
      refuse(name, "must be the id of a product")
      return nil
    }
    return id
  }

  /// Something before and after exactly one `@`, and no white space: more would refuse real ones.
  mutating func optionalEmail(_ name: String) -> String? {
    guard let value = content[name], value != .null else { return nil }
    if case .string(let text) = value {
      let halves = text.split(separator: "@", omittingEmptySubsequences: false)
      let isPlain = text.count <= 254 && !text.contains(where: \.isWhitespace)
      if isPlain, halves.count == 2, halves.allSatisfy({ !$0.isEmpty }) { return text }
    }
    refuse(name, "must be an e-mail address")
    return nil
  }
}
