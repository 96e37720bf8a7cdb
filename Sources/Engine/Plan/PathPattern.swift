internal import AccordDocuments

/// Which paths a URI template can be expanded to, as far as its operators tell.
///
/// A list of states, each of which takes octets: all places where a match may be are followed side
/// by side, so that the time is at most octets times states, whatever a template is made of.
struct PathPattern: Hashable {
  /// What stands in a path for a value that is known at run time only.
  ///
  /// It is no octet that a path can have, so that it fits where a template has a variable and
  /// nowhere else.
  static let unknown: UInt8 = 0x01

  private enum Octets: Hashable {
    case one(UInt8)
    case ofSegment
    case any

    func contains(_ octet: UInt8) -> Bool {
      switch self {
      case .one(let wanted): octet == wanted
      case .ofSegment: octet != UInt8(ascii: "/")
      case .any: true
      }
    }
  }

  private struct State: Hashable {
    var octets: Octets
    /// Whether the state takes as many octets as there are, or none.
    var repeats = false
    /// The state from which on the match may go on without this one.
    var alternative: Int?
  }

  private var states: [State] = []

  /// How many octets have to be as the template says.
  private(set) var literalCount = 0

  mutating func add(literal text: String) {
    for octet in text.utf8 { states.append(State(octets: .one(octet))) }
    literalCount += text.utf8.count
  }

  /// Adds what an expression of an operator comes to with one of its variables.
  mutating func add(_ operation: URITemplateOperator, _ variable: URITemplateVariable) {
    switch operation {
    case .simple: addSome(.ofSegment)
    case .reserved: addSome(.any)
    case .label: addOptional(".") { $0.addAny(.ofSegment) }
    case .pathParameter: addOptional(";") { $0.addAny(.ofSegment) }
    case .pathSegment where variable.isExploded:
      states.append(State(octets: .one(UInt8(ascii: "/"))))
      states.append(State(octets: .ofSegment))
      addAny(.any)
    case .pathSegment: addOptional("/") { $0.addSome(.ofSegment) }
    case .query, .queryContinuation, .fragment: break
    }
  }

  private mutating func addSome(_ octets: Octets) {
    states.append(State(octets: octets))
    addAny(octets)
  }

  private mutating func addAny(_ octets: Octets) {
    states.append(State(octets: octets, repeats: true))
  }

  private mutating func addOptional(
    _ first: Unicode.Scalar, _ more: (inout PathPattern) -> Void
  ) {
    let start = states.count
    states.append(State(octets: .one(UInt8(ascii: first))))
    more(&self)
    states[start].alternative = states.count
  }

  /// Whether the whole of a text is what the template can be expanded to.
  func matches(_ text: Substring.UTF8View) -> Bool {
    var active = [Bool](repeating: false, count: states.count + 1)
    var next = active
    active[0] = true
    follow(&active)
    for octet in text {
      var isAlive = false
      for index in next.indices { next[index] = false }
      for (index, state) in states.enumerated() where active[index] {
        guard state.octets.contains(octet) else { continue }
        next[state.repeats ? index : index + 1] = true
        isAlive = true
      }
      guard isAlive else { return false }
      follow(&next)
      swap(&active, &next)
    }
    return active[states.count]
  }

  /// Adds the states that are reached without an octet, all of which stand further on.
  private func follow(_ active: inout [Bool]) {
    for (index, state) in states.enumerated() where active[index] {
      if state.repeats { active[index + 1] = true }
      if let alternative = state.alternative { active[alternative] = true }
    }
  }
}
