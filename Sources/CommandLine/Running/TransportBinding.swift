internal import AccordContract
internal import AccordDocuments
internal import AccordEngine
internal import AccordHTTP

/// How the server is reached in a run: the command line goes before the contract, part by part.
struct TransportBinding {
  let version: HTTPVersionPreference
  let client: ClientOptions
  /// The same as curl says it; the version is each request's own.
  let curlOptions: [CurlOption]

  /// - Parameter trait: What the contract says.
  /// - Throws: `UsageProblem` where curl would not take an entry of the contract.
  init(_ options: TransportOptions, trait: TransportTrait?) throws(UsageProblem) {
    for entry in trait?.resolve ?? [] where !TransportOptions.isResolveEntry(entry) {
      throw .transportEntry(entry, of: "resolve", form: "HOST:PORT:ADDRESS")
    }
    for entry in trait?.connectTo ?? [] where !TransportOptions.isConnectToEntry(entry) {
      throw .transportEntry(entry, of: "connectTo", form: "HOST1:PORT1:HOST2:PORT2")
    }
    version = options.version ?? trait?.version?.preference ?? .automatic
    let family = options.family ?? trait?.addresses?.family ?? .any
    let resolve = options.resolve.isEmpty ? trait?.resolve ?? [] : options.resolve
    let connectTo = options.connectTo.isEmpty ? trait?.connectTo ?? [] : options.connectTo
    let unixSocket = options.unixSocket ?? trait?.unixSocket
    client = ClientOptions(
      userAgent: options.userAgent ?? AccordVersion.userAgent, addressFamily: family,
      resolve: resolve, connectTo: connectTo, unixSocket: unixSocket)
    var list: [CurlOption] = []
    switch family {
    case .any: break
    case .ipv4: list.append(CurlOption("--ipv4"))
    case .ipv6: list.append(CurlOption("--ipv6"))
    }
    list += resolve.map { CurlOption("--resolve", .text($0)) }
    list += connectTo.map { CurlOption("--connect-to", .text($0)) }
    if let unixSocket { list.append(CurlOption("--unix-socket", .text(unixSocket))) }
    curlOptions = list
  }
}

extension Trait.ProtocolVersion {
  fileprivate var preference: HTTPVersionPreference {
    switch self {
    case .http1_1: .http1_1
    case .http2: .http2
    case .http2PriorKnowledge: .http2PriorKnowledge
    }
  }
}

extension Trait.Addresses {
  fileprivate var family: ClientOptions.AddressFamily { self == .ipv4 ? .ipv4 : .ipv6 }
}
