internal import AccordDocuments

/// A line of a run file, or an object within one, whose members are asked for by name and type.
struct RecordLine {
  let node: JSONNode
  let path: String
  let number: Int
  /// What the members' names begin with where they are told, such as `timings.`.
  var prefix = ""

  func error(_ problem: RunFileError.Problem) -> RunFileError {
    RunFileError(path: path, line: number, problem)
  }

  func error(_ name: String, expected: String, found: JSONNode?) -> RunFileError {
    error(.member(prefix + name, expected: expected, found: found?.excerpt(limit: 60)))
  }

  /// The member's value, where it is there and not `null`.
  func value(_ name: String) -> JSONNode? {
    guard let value = node.member(name), !value.isNull else { return nil }
    return value
  }

  // MARK: - What must be there

  func string(_ name: String) throws(RunFileError) -> String {
    guard let text = value(name)?.string else {
      throw error(name, expected: "a string", found: value(name))
    }
    return text
  }

  /// No count of a run is larger: sums and products of some of them are numbers still.
  static let largestCount = 100_000_000

  /// A whole number: a count, or the place of something.
  func integer(
    _ name: String, from least: Int = 0, to most: Int = largestCount
  ) throws(RunFileError) -> Int {
    let found = value(name)
    guard let number = found?.number?.intValue, number >= least else {
      throw error(name, expected: "a whole number of at least \(least)", found: found)
    }
    guard number <= most else {
      throw error(name, expected: "a whole number of at most \(most)", found: found)
    }
    return number
  }

  func boolean(_ name: String) throws(RunFileError) -> Bool {
    guard let answer = value(name)?.boolean else {
      throw error(name, expected: "true or false", found: value(name))
    }
    return answer
  }

  /// A duration in milliseconds, to the microsecond.
  func duration(_ name: String) throws(RunFileError) -> Duration {
    guard let milliseconds = value(name)?.number?.doubleValue, milliseconds >= 0,
      milliseconds < 1e12
    else { throw error(name, expected: "milliseconds", found: value(name)) }
    return .microseconds(Int64((milliseconds * 1_000).rounded()))
  }

  func strings(_ name: String) throws(RunFileError) -> [String] {
    let value = value(name)
    guard let value, value.kind == .array else {
      throw error(name, expected: "an array of strings", found: value)
    }
    var texts: [String] = []
    for element in value.elements {
      guard let text = element.string else {
        throw error(name, expected: "an array of strings", found: value)
      }
      texts.append(text)
    }
    return texts
  }

  func object(_ name: String) throws(RunFileError) -> RecordLine {
    guard let value = value(name), value.kind == .object else {
      throw error(name, expected: "an object", found: value(name))
    }
    return RecordLine(node: value, path: path, number: number, prefix: "\(prefix)\(name).")
  }

  /// One of the words that a value has.
  func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Word.Type
  ) throws(RunFileError) -> Word where Word.RawValue == String {
    let text = try string(name)
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(name, expected: "one of \(words)", found: value(name))
    }
    return word
  }

  // MARK: - What may be absent

  /// What is read where the member is there.
  func optional<Value>(
    _ name: String, _ read: (String) throws(RunFileError) -> Value
  ) throws(RunFileError) -> Value? {
    value(name) == nil ? nil : try read(name)
  }

  /// The objects of an array; none where the member is absent.
  func objects<Value>(
    _ name: String, _ read: (RecordLine) throws(RunFileError) -> Value
  ) throws(RunFileError) -> [Value] {
    guard let value = value(name) else { return [] }
    guard value.kind == .array else {
      throw error(name, expected: "an array of objects", found: value)
    }
    var values: [Value] = []
    for (position, element) in value.elements.enumerated() {
      guard element.kind == .object else {
        throw error(name, expected: "an array of objects", found: value)
      }
      values.append(
        try read(
          RecordLine(
            node: element, path: path, number: number, prefix: "\(prefix)\(name)[\(position)].")))
    }
    return values
  }
}
