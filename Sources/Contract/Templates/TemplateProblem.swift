package import AccordDocuments

/// Why a URI template and its values are no target of a request.
package enum TemplateProblem: Sendable, Hashable {
  /// The text is no URI template.
  case syntax(URITemplateSyntaxError)
  /// The text has braces in it and no values were given.
  case noValues(names: [String])
  /// A value names no variable of the template.
  case unknownName(String, among: [String])
  /// Two values were given for one variable.
  case repeatedName(String)
  /// A variable that stands in the path, and cannot be left out, has no value.
  case missingValue(String)
  /// A prefix is wanted of what is no text (RFC 6570 section 2.4.1).
  case prefixOfComposite(String)
  /// A prefix is wanted of a secret, which could not be redacted.
  case prefixOfSecret(String)
  /// The template has a fragment, which is never sent (RFC 9110 section 7.1).
  case fragment
  /// A value, known where the contract is made, makes a segment that leads to another path.
  case segment(variable: String, value: String)
}
