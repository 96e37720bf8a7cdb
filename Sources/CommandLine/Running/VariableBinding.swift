internal import AccordContract
internal import AccordDocuments
internal import AccordEngine
internal import AccordReports

/// The values that the command line, a file and the environment give to variables; the first of
/// them wins.
struct VariableBinding {
  private(set) var values: [String: BoundValue] = [:]
  private(set) var secretNames: Set<String> = []

  /// - Parameters:
  ///   - variables: The contract's variables, by name.
  ///   - readFile: How the octets of a file are read.
  init(
    _ options: VariableOptions, environment: [String: String], variables: [String: Variable],
    readFile: (String) -> [UInt8]?
  ) throws(UsageProblem) {
    for (key, value) in environment {
      if let name = key.suffix(after: "ACCORD_SET_") { values[name] = .text(value) }
    }
    // After all others, as on the command line: where a name has both, its secret is what counts.
    for (key, value) in environment {
      guard let name = key.suffix(after: "ACCORD_SECRET_") else { continue }
      values[name] = .text(value)
      secretNames.insert(name)
    }
    if let path = options.file { try bind(file: path, readFile(path)) }
    for text in options.values {
      let (name, value) = try Self.split(text, option: "--set")
      try Self.require(name, in: variables, option: "--set")
      values[name] = .text(value)
    }
    for text in options.secrets {
      let (name, value) = try Self.split(text, option: "--secret")
      try Self.require(name, in: variables, option: "--secret")
      values[name] = .text(value)
      secretNames.insert(name)
    }
    try convert(variables)
  }

  private mutating func bind(file path: String, _ octets: [UInt8]?) throws(UsageProblem) {
    guard let octets else { throw .variablesFile(path, reason: "it cannot be read") }
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: octets)
    } catch {
      throw .variablesFile(path, reason: "it is not JSON: \(error)")
    }
    guard document.root.kind == .object else {
      throw .variablesFile(path, reason: "it must be one JSON object, {\"name\": value}")
    }
    for member in document.root.members { values[member.name] = .json(member.value) }
  }

  private mutating func convert(_ variables: [String: Variable]) throws(UsageProblem) {
    // In an order of their own, so that of several mistakes the same is always told.
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      guard let variable = variables[name] else { continue }
      guard let converted = value.converted(for: variable, relativeTo: nil) else {
        throw .unusableValue(
          variable: name, expected: variable.conversion?.expectation ?? "what it should be")
      }
      values[name] = converted
      let isSecret = variable.isSecret || secretNames.contains(name)
      if isSecret, converted.text.isEmpty || SecretSource.isTooShort(converted.text) {
        throw .shortSecret(name)
      }
    }
  }

  private static func split(
    _ text: String, option: String
  ) throws(UsageProblem) -> (name: String, value: String) {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
      // A secret is not repeated in an error.
      throw .assignment(option == "--secret" ? "…" : text, option: option)
    }
    return (String(text[..<sign]), String(text[text.index(after: sign)...]))
  }

  private static func require(
    _ name: String, in variables: [String: Variable], option: String
  ) throws(UsageProblem) {
    guard variables[name] == nil else { return }
    throw .unknownVariable(
      name, option: option,
      suggestion: NearMiss.nearest(to: name, among: variables.keys.sorted()))
  }
}

extension String {
  /// What stands after a prefix, if it is not empty.
  fileprivate func suffix(after prefix: String) -> String? {
    hasPrefix(prefix) && count > prefix.count ? String(dropFirst(prefix.count)) : nil
  }
}
