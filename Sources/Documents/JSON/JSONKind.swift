/// The six kinds of JSON values (RFC 8259 section 3).
package enum JSONKind: String, Sendable, Hashable, CaseIterable {
  case null, boolean, number, string, array, object
}
