/// What a rule is about: a heading of the table of rules, and the class name of its case in JUnit.
package enum RuleGroup: String, Sendable, Hashable, CaseIterable {
  case methods, status, fields, content, negotiation, conditional, caching, authentication
  case problems, statelessness, lifecycle, links, uris, deprecation, security, framing

  /// The heading.
  package var title: String {
    switch self {
    case .methods: "Methods"
    case .status: "Status codes"
    case .fields: "Fields"
    case .content: "Content"
    case .negotiation: "Content negotiation"
    case .conditional: "Validators and conditional requests"
    case .caching: "Caching"
    case .authentication: "Authentication"
    case .problems: "Errors and problem details"
    case .statelessness: "Statelessness"
    case .lifecycle: "Life cycle of resources"
    case .links: "Links and paging"
    case .uris: "URIs"
    case .deprecation: "Deprecation"
    case .security: "Security"
    case .framing: "Message framing"
    }
  }
}
