/// The four kinds of values of XPath 1.0.
package enum XPathKind: String, Sendable, Hashable {
  case nodes = "a node set"
  case string = "a string"
  case number = "a number"
  case boolean = "a boolean"
}
