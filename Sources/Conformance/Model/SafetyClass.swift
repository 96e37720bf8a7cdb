/// What judging a rule may do to the server, where it takes requests of its own.
///
/// A rule that judges the exchanges of a run sends nothing, whatever its class.
package enum SafetyClass: String, Sendable, Hashable, CaseIterable {
  /// It sends safe methods only (RFC 9110 section 9.2.1).
  case readOnly = "RO"
  /// It changes only resources that it made itself, and removes them.
  case throwaway = "TR"
  /// It may change resources that were there before.
  case mutating = "MU"
  /// It sends what looks like an attack or is no message of HTTP.
  case intrusive = "IN"
}
