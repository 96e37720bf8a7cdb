/// Why there can be no client.
package enum HTTPClientError: Error, Sendable, Hashable {
  /// libcurl did not start or has no memory; the words are curl's.
  case curlUnavailable(String)

  /// libcurl refused an option that holds for all exchanges.
  case optionRefused(option: String, reason: String)
}
