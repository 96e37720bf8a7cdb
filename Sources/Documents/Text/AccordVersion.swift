/// The version of Accord, as `User-Agent` and reports carry it.
package enum AccordVersion {
  /// The version (Semantic Versioning 2.0.0).
  package static let current = "0.1.0"

  /// What is said to servers (RFC 9110 section 10.1.5).
  package static let userAgent = "accord/\(current)"
}
