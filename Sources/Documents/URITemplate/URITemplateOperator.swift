/// What an expression of a URI template is for (RFC 6570 section 2.2 and appendix A).
package enum URITemplateOperator: Character, Sendable {
  /// `{id}`: all but unreserved characters is encoded.
  case simple = " "
  /// `{+path}`: reserved characters stay.
  case reserved = "+"
  /// `{#part}`
  case fragment = "#"
  /// `{.ext}`
  case label = "."
  /// `{/id}`
  case pathSegment = "/"
  /// `{;lang}`
  case pathParameter = ";"
  /// `{?page}`
  case query = "?"
  /// `{&page}`
  case queryContinuation = "&"

  /// What comes before the first value.
  var first: String {
    switch self {
    case .simple, .reserved: ""
    default: String(rawValue)
    }
  }

  /// What comes between values.
  var separator: String {
    switch self {
    case .simple, .reserved, .fragment: ","
    case .label: "."
    case .pathSegment: "/"
    case .pathParameter: ";"
    case .query, .queryContinuation: "&"
    }
  }

  /// Whether a value comes with its variable's name.
  var isNamed: Bool {
    switch self {
    case .pathParameter, .query, .queryContinuation: true
    default: false
    }
  }

  /// What comes behind the name of an empty value.
  var behindEmpty: String {
    switch self {
    case .query, .queryContinuation: "="
    default: ""
    }
  }

  /// Whether reserved characters and encoded octets of values stay as they are.
  var allowsReserved: Bool { self == .reserved || self == .fragment }
}
