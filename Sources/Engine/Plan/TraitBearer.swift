internal import AccordContract

/// The elements of a contract that carry traits, and which traits mean something on each.
enum TraitBearer: String {
  case contract, group, resource, scenario
  case conformance = "Conformance"

  func accepts(_ trait: Trait) -> Bool {
    switch trait.kind {
    case .baseURL, .tls, .proxy, .transport, .conformance: self == .contract
    case .cookies: self == .scenario
    case .allows, .example: self == .resource
    case .conformanceSetting: self == .conformance
    case .serialized: self != .scenario && self != .conformance
    case .linkOrigins: self != .conformance
    case .knownIssue, .tags, .disabled, .timeout, .connectTimeout, .authorization, .field,
      .userAgent:
      true
    }
  }
}

extension Trait {
  /// The trait as the author wrote it.
  var word: String {
    switch kind {
    case .tags: ".tags"
    case .disabled: ".disabled"
    case .knownIssue: ".knownIssue"
    case .timeout: ".timeout"
    case .connectTimeout: ".connectTimeout"
    case .serialized: ".serialized"
    case .authorization: ".auth"
    case .field: ".header"
    case .userAgent: ".userAgent"
    case .baseURL: ".baseURL"
    case .tls: ".tls"
    case .proxy: ".proxy"
    case .transport: ".transport"
    case .conformance: ".conformance"
    case .conformanceSetting(.profile): ".profile"
    case .conformanceSetting(.strict): ".strict"
    case .conformanceSetting(.only): ".only"
    case .conformanceSetting(.skipping): ".skipping"
    case .conformanceSetting(.allowing): ".allowing"
    case .cookies: ".cookies"
    case .linkOrigins: ".linkOrigins"
    case .example: ".example"
    case .allows: ".allows"
    }
  }
}

extension Scope {
  /// Joins a trait with what holds already: it wins over one further out, and tags add up.
  mutating func apply(_ trait: Trait) {
    switch trait.kind {
    case .tags(let more): tags += more
    case .disabled(let reason): disabledReason = reason
    case .knownIssue(let reason): knownIssue = reason
    case .timeout(let limit): timeout = limit
    case .connectTimeout(let limit): connectTimeout = limit
    case .authorization(let value):
      authorization = value
      fields.removeAll { $0.name == .authorization }
    case .field(let name, let value): fields.append((name, value))
    case .userAgent(let value): fields.append((.userAgent, Template(value)))
    case .cookies: keepsCookies = true
    case .linkOrigins(let origins): linkOrigins += origins
    case .serialized, .baseURL, .tls, .proxy, .transport, .conformance, .conformanceSetting,
      .example, .allows:
      break
    }
  }
}
