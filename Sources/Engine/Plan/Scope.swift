package import AccordContract

/// What holds for the steps below a contract, group, resource or scenario: its traits joined with
/// those further out.
package struct Scope: Sendable {
  /// The names above a step, the contract's own left out.
  package var path: [String] = []
  package var tags: [Tag] = []
  package var disabledReason: String?
  package var knownIssue: String?
  package var timeout: Duration?
  package var connectTimeout: Duration?
  package var authorization: Authorization?
  /// Fields of every request, in the order in which they were said; `nil` removes one.
  package var fields: [(name: FieldName, value: Template?)] = []
  /// Origins besides the base URL's to which a captured link may lead.
  package var linkOrigins: [String] = []
  /// Units of one such number run one after another.
  package var serialQueue: Int?
  package var keepsCookies = false

  package init() {}
}

extension Scope {
  /// The fields that a step is sent with besides its own.
  ///
  /// Of those of one name the one furthest in counts, and none where the step says the field itself.
  func fields(besidesThoseOf step: Step) -> [(name: FieldName, value: Template?)] {
    guard !fields.isEmpty else { return [] }
    var said = step.fieldNames
    if step.authorization != nil { said.insert(.authorization) }
    return fields.reversed().filter { said.insert($0.name).inserted }.reversed()
  }

  /// The credentials that a step is sent with, unless a field takes their place.
  func authorization(for step: Step) -> Authorization? {
    if let own = step.authorization { return own }
    guard let authorization, !step.fieldNames.contains(.authorization),
      !fields.contains(where: { $0.name == .authorization })
    else { return nil }
    return authorization
  }
}

extension Scope {
  /// Whether a field is said by a step or by a trait above it.
  func says(_ name: FieldName, _ step: Step) -> Bool {
    step.fieldNames.contains(name) || fields.contains { $0.name == name }
  }
}

extension Step {
  /// The names of the fields that the step says, also of those that it removes.
  fileprivate var fieldNames: Set<FieldName> {
    var names: Set<FieldName> = []
    for case .field(let name, _) in modifiers { names.insert(name) }
    return names
  }
}
