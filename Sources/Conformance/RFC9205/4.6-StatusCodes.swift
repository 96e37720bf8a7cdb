internal import AccordDocuments
internal import AccordHTTP

extension RuleSection {
  /// RFC 9205 section 4.6: using status codes.
  static let statusCodes = RuleSection(
    .rfc9205, "4.6",
    [
      Rule(
        "http.status.registered", .must, .status,
        "Response codes are registered ones.",
        remedy: "Use the nearest registered code, and say the rest in the content.",
        also: [Citation(.rfc9110, "16.2")]
      ) { exchange in
        let status = exchange.status
        guard status > 0 else { return .notApplicable }
        if StatusRegistry.isRegistered(status) { return .conforms }
        return StatusRegistry.isOfIntermediaries(status)
          ? .inconclusive("proxies answer so, in place of the server")
          : .violation(.status, "is \(status), which is not registered")
      },
      Rule(
        "http.200.error-content", .convention, .problems, safety: .throwaway,
        "A failure is told by the response code, not by content behind a 2xx.",
        remedy: "Answer with a 4xx or 5xx where the content says that it failed.",
        dependsOn: ["json.valid"]
      ) { exchange in
        // Protocols that bring an outcome of their own are not told by the code: 207, GraphQL, RPC.
        guard exchange.isStatus(200...299), exchange.status != 207,
          let root = exchange.document?.root,
          root.kind == .object
        else { return .notApplicable }
        guard root.member("success")?.boolean == false || root.member("ok")?.boolean == false,
          let name = ["error", "errors"].first(where: { root.member($0) != nil }),
          root.member("jsonrpc") == nil, root.member("data") == nil
        else { return .conforms }
        if exchange.exchange.request.url.contains("graphql") { return .notApplicable }
        return .violation(.content, "says that it failed (\(name)) behind a \(exchange.status)")
      },
      Rule(
        "problem.used", .convention, .problems,
        "Errors are told in a form that programs read: problem details, or JSON or XML of the API.",
        remedy: "Answer errors with application/problem+json.",
        also: [Citation(.rfc9457, "3")], dependsOn: ["http.content-type.syntax"]
      ) { exchange in
        guard exchange.isStatus(400...599), exchange.method != "HEAD",
          exchange.contentCount ?? 0 > 0, let type = exchange.mediaType
        else { return .notApplicable }
        guard ["text/html", "text/plain", "application/xhtml+xml"].contains(type.essence) else {
          return .conforms
        }
        // What stands in front of an API answers these itself.
        if [413, 414, 431, 502, 503, 504].contains(exchange.status) {
          return .inconclusive("a gateway may have answered")
        }
        // Who asks for a page gets one.
        if exchange.requestField("accept")?.contains("text/") == true { return .notApplicable }
        return .violation(
          .field("Content-Type"), "is one for people only", quote: exchange.quote(.contentType))
      },
    ])
}

/// Which response codes are registered (IANA, HTTP Status Code Registry, as of 2025).
enum StatusRegistry {
  /// Whether a code is registered; 306 and 418 are, as not to be used.
  static func isRegistered(_ status: Int) -> Bool {
    switch status {
    case 100...104, 200...208, 226, 300...308, 400...418, 421...426, 428, 429, 431, 451,
      500...508, 510, 511:
      true
    default: false
    }
  }

  /// Whether products that stand between client and server are known to answer with a code: nginx,
  /// Cloudflare, load balancers.
  static func isOfIntermediaries(_ status: Int) -> Bool {
    switch status {
    case 299, 444, 460, 463, 464, 494...499, 520...530, 561, 598, 599: true
    default: false
    }
  }
}
