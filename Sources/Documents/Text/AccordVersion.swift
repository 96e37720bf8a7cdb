/// The version of Accord, as `User-Agent` and reports carry it.
package enum AccordVersion {
  /// The version (Semantic Versioning 2.0.0).
  package static let current = "0.1.0"
}
