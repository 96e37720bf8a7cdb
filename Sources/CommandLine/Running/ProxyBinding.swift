internal import AccordContract
internal import AccordEngine
internal import AccordHTTP

/// The proxies of a run: the command line goes before the contract, and that before the environment,
/// which counts as in curl.
struct ProxyBinding {
  private(set) var options = ProxyOptions()
  /// What no output may show.
  private(set) var secrets: [String] = []
  let warnings: [RunWarning]
  /// The same as curl says it.
  private(set) var curlOptions: [CurlOption] = []

  /// Schemes of proxies that curl knows.
  private static let schemes = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"]

  /// What the environment's proxies are never used for: unlike curl, since a server that a run starts
  /// for itself cannot be reached from elsewhere.
  private static let loopback = "localhost,127.0.0.0/8,::1"

  /// - Parameters:
  ///   - trait: What the contract says.
  ///   - files: Where files are looked for.
  ///   - values: What variables are bound to.
  /// - Throws: `UsageProblem` where a proxy's URL is none, or its password is not known or cannot be
  ///   redacted.
  init(
    _ arguments: ProxyArguments, environment: [String: String], trait: ProxyTrait?,
    files: ContractFiles, values: [String: BoundValue]
  ) throws(UsageProblem) {
    options.verifies = arguments.proxyInsecure ? false : trait?.verifies ?? true
    warnings = options.verifies ? [] : [.proxyNotVerified]
    func variable(_ names: String...) -> (name: String, value: String)? {
      for name in names {
        if let value = environment[name], !value.isEmpty { return (name, value) }
      }
      return nil
    }
    let exceptions = arguments.noProxy ?? variable("no_proxy", "NO_PROXY")?.value ?? ""
    if let proxy = arguments.proxy {
      // Empty, it is no proxy at all, whatever the environment says.
      options.http = proxy.isEmpty ? nil : try add(proxy, from: "--proxy")
      options.https = options.http
      options.exceptions = exceptions
    } else if let trait {
      options.http = trait.url.isEmpty ? nil : try add(trait.url, from: ".proxy")
      options.https = options.http
      if let url = options.http { try addLogin(of: trait, for: url, values) }
      options.exceptions =
        arguments.noProxy == nil && !trait.exceptions.isEmpty
        ? trait.exceptions.joined(separator: ",") : exceptions
    } else {
      // HTTP_PROXY in capitals does not count: to a CGI program it is a field of a request.
      if let (name, value) = variable("http_proxy", "all_proxy", "ALL_PROXY") {
        options.http = try add(value, from: name)
      }
      if let (name, value) = variable("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY") {
        options.https = try add(value, from: name)
      }
      options.exceptions = exceptions.isEmpty ? Self.loopback : "\(exceptions),\(Self.loopback)"
      if exceptions == "*" { options.exceptions = "*" }
    }
    if let path = arguments.authorities {
      guard let found = files.find(path, from: .unknown) else {
        throw .unreadableFile(path, option: "--proxy-cacert")
      }
      options.authorities = found
    } else if let trait, let path = trait.authorities {
      guard let found = files.find(path, from: trait.location) else {
        throw .unreadableFile(path, option: ".proxy")
      }
      options.authorities = found
    }
    let isRefused = arguments.proxy?.isEmpty ?? trait?.url.isEmpty ?? false
    curlOptions = options.curlOptions(authorities: arguments.authorities, isRefused: isRefused)
  }

  /// Notes the credentials that a trait says.
  private mutating func addLogin(
    of trait: ProxyTrait, for url: String, _ values: [String: BoundValue]
  ) throws(UsageProblem) {
    guard let user = trait.user else { return }
    let password = try trait.password.map { variable throws(UsageProblem) in
      try variable.password(in: values, for: ".proxy")
    }
    try add(user: user, password: password ?? "", for: url, from: ".proxy")
  }

  private mutating func add(
    user: String, password: String, for url: String, from source: String
  ) throws(UsageProblem) {
    guard !SecretSource.isTooShort(password) else {
      throw .shortCredential("the password of \(source)")
    }
    options.logins[url] = "\(user):\(password)"
    secrets += [password, user, Base64.encode(Array("\(user):\(password)".utf8))]
  }

  /// Takes a proxy's URL apart, and notes its credentials.
  private mutating func add(_ text: String, from source: String) throws(UsageProblem) -> String {
    let separator = text.firstRange(of: "://")
    let scheme = separator.map { text[..<$0.lowerBound].lowercased() } ?? "http"
    guard Self.schemes.contains(scheme) else { throw .proxyScheme(scheme, source: source) }
    var authority = (separator.map { text[$0.upperBound...] } ?? text[...]).prefix { $0 != "/" }
    var login: String?
    if let sign = authority.lastIndex(of: "@") {
      login = String(authority[..<sign])
      authority = authority[authority.index(after: sign)...]
    }
    guard !authority.isEmpty else { throw .noProxy(source: source) }
    let url = "\(scheme)://\(authority)"
    guard let login else { return url }
    let parts = login.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let user = String(decoding: parts[0].percentDecoded, as: UTF8.self)
    let password = parts.count > 1 ? String(decoding: parts[1].percentDecoded, as: UTF8.self) : ""
    try add(user: user, password: password, for: url, from: source)
    secrets.append(login)
    return url
  }
}

extension ProxyOptions {
  /// The options by which curl goes through these proxies.
  ///
  /// - Parameters:
  ///   - authorities: A file of authorities as the user named it.
  ///   - isRefused: Whether no proxy is meant, whatever the environment says.
  fileprivate func curlOptions(authorities given: String?, isRefused: Bool) -> [CurlOption] {
    guard isUsed else { return isRefused ? [CurlOption("--proxy", .text(""))] : [] }
    var list: [CurlOption] = []
    for (url, scheme) in http == https ? [(http, nil)] : [(http, "http"), (https, "https")] {
      guard let url else { continue }
      list.append(CurlOption("--proxy", .text(url), scheme: scheme))
      if let login = logins[url] {
        list.append(CurlOption("--proxy-user", .text(login), scheme: scheme))
      }
    }
    if !exceptions.isEmpty { list.append(CurlOption("--noproxy", .text(exceptions))) }
    if let authorities {
      list.append(CurlOption("--proxy-cacert", given.map { .text($0) } ?? .file(authorities)))
    }
    if !verifies { list.append(CurlOption("--proxy-insecure")) }
    return list
  }
}
