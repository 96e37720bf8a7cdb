/// An option of curl that says how a run reaches servers, for the command that sends a request again.
package struct CurlOption: Sendable, Hashable {
  /// What the option is given.
  package enum Value: Sendable, Hashable {
    /// Nothing.
    case none
    /// Text, as the user gave it.
    case text(String)
    /// A file that was found for the contract.
    case file(String)
  }

  /// As in `--cacert`.
  package var name: String
  package var value: Value
  /// The scheme of the URLs that it is for; `nil` for all.
  package var scheme: String?

  package init(_ name: String, _ value: Value = .none, scheme: String? = nil) {
    self.name = name
    self.value = value
    self.scheme = scheme
  }

  /// Whether the option says something of a URL.
  package func concerns(_ url: String) -> Bool {
    guard let scheme else { return true }
    return url.prefix(scheme.count + 1).lowercased() == "\(scheme):"
  }
}
