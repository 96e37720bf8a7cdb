/// What a reader of a report has to know before believing it.
package enum RunWarning: Sendable, Hashable {
  /// The certificates of servers were not verified.
  case certificatesNotVerified
  /// The certificates of proxies were not verified.
  case proxyNotVerified
  /// What an earlier run said.
  case recorded(String)
}
