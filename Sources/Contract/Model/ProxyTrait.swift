/// Through which proxy the contract's requests go.
package struct ProxyTrait: Sendable {
  package let url: String
  package let user: String?
  package let password: Variable?
  package let exceptions: [String]
  package let authorities: String?
  package let verifies: Bool?
  package let location: SourceLocation
}

extension Trait {
  /// The proxy through which servers are reached, for the contract as a whole; `--proxy`,
  /// `--no-proxy`, `--proxy-cacert` and `--proxy-insecure` win over it, and it wins over `http_proxy`
  /// and the like of the environment.
  ///
  ///     Contract("Shop API", .proxy("http://proxy.test:3128", except: "localhost")) { … }
  ///
  /// - Parameters:
  ///   - url: Of a scheme that curl knows: `http`, `https`, `socks4`, `socks4a`, `socks5`, `socks5h`;
  ///     empty for no proxy at all.
  ///   - user: The name that the proxy knows the contract by.
  ///   - password: The variable that proves it. It is bound from outside and is secret.
  ///   - exceptions: Hosts, domains and networks that are reached without it.
  ///   - authorities: The certificates (PEM) of authorities to trust for a proxy that speaks TLS.
  ///   - verifies: False does not verify the proxy's certificate, which every report then says.
  public static func proxy(
    _ url: String, user: String? = nil, password: Variable? = nil, except exceptions: String...,
    authorities: String? = nil, verifies: Bool? = nil, fileID: String = #fileID,
    filePath: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Trait {
    let location = SourceLocation(
      fileID: fileID, filePath: filePath, line: line, column: column)
    return Trait(
      kind: .proxy(
        ProxyTrait(
          url: url, user: user, password: password, exceptions: exceptions,
          authorities: authorities, verifies: verifies, location: location)))
  }
}
