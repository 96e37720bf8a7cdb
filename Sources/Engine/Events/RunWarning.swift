/// What a reader of a report has to know before believing it.
package enum RunWarning: Sendable, Hashable {
  /// The certificates of servers were not verified.
  case certificatesNotVerified
  /// The certificates of proxies were not verified.
  case proxyNotVerified
  /// Nothing was sent: what was recorded in a file of this name was judged again.
  case judgedAgain(file: String)
}
