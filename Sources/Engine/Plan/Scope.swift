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
