internal import CAccordXML

/// Keeps account of the entities of a document while it is parsed, so that no reference is
/// followed that would multiply the text or leave the document.
struct XMLEntityLedger {
  /// Why a reference must not be followed.
  enum Refusal {
    case external(String)
    case undeclared(String)
    case expansion
  }

  let maximumExpansion: Int
  /// Whether the document refers to an entity of its own that may be put in place.
  private(set) var hasReferences = false
  /// An external entity that is declared, whether or not anything refers to it: where entities are
  /// put in place there is to be none.
  private(set) var externalEntity: String?
  private(set) var refusal: Refusal?

  // By the names' bytes: names that Swift takes for equal are two.
  private var contents: [[UInt8]: [UInt8]] = [:]
  private var costs: [[UInt8]: Int] = [:]
  private var total = 0

  init(maximumExpansion: Int) {
    self.maximumExpansion = maximumExpansion
  }

  /// Notes a declaration; of several for one name, the first one counts (XML 1.0 section 4.2).
  mutating func declare(_ name: String, type: Int32, content: String?) {
    switch UInt32(bitPattern: type) {
    case XML_INTERNAL_PARAMETER_ENTITY.rawValue, XML_INTERNAL_PREDEFINED_ENTITY.rawValue: break
    case XML_INTERNAL_GENERAL_ENTITY.rawValue:
      let key = Array(name.utf8)
      if contents[key] == nil { contents[key] = Array((content ?? "").utf8) }
    default: externalEntity = externalEntity ?? name
    }
  }

  /// Notes a reference in the document itself.
  ///
  /// - Returns: Whether it may be followed.
  mutating func refer(to name: String, type: Int32) -> Bool {
    guard type >= 0 else {
      refusal = .undeclared(name)
      return false
    }
    switch UInt32(bitPattern: type) {
    case XML_INTERNAL_GENERAL_ENTITY.rawValue:
      hasReferences = true
      total += cost(of: Array(name.utf8), depth: 0)
      if total <= maximumExpansion { return true }
      refusal = .expansion
      return false
    case XML_INTERNAL_PARAMETER_ENTITY.rawValue, XML_INTERNAL_PREDEFINED_ENTITY.rawValue:
      return true
    default:
      refusal = .external(name)
      return false
    }
  }

  /// How many bytes come for one reference, at most one more than allowed.
  private mutating func cost(of name: [UInt8], depth: Int) -> Int {
    if let cost = costs[name] { return cost }
    // An entity within itself is libxml2's error; here it must only end.
    let beyond = maximumExpansion + 1
    guard let content = contents[name], depth < 64 else { return depth < 64 ? 0 : beyond }
    var cost = content.count
    var rest = content[...]
    while cost < beyond, let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      rest = rest[(start + 1)...]
      guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { break }
      if rest.first != UInt8(ascii: "#") {
        cost += self.cost(of: Array(rest[..<end]), depth: depth + 1)
      }
      rest = rest[(end + 1)...]
    }
    cost = min(cost, beyond)
    costs[name] = cost
    return cost
  }
}
