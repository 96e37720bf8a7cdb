/// A request as it is asked for; what went over the wire is a ``SentRequest``.
///
/// It is sent as it says and nothing is added in silence: besides `fields`, a message has `Host`,
/// `User-Agent` and `Accept: */*` (each can be replaced or removed by a field of that name), the
/// cookies of a named jar, `Content-Length` where there is content or the method is POST, PUT or
/// PATCH, and the boundary's `Content-Type` of a multipart content.
package struct HTTPRequest: Sendable {
  /// The method, a token in its own case (RFC 9110 section 9.1).
  package var method: String

  /// The absolute URL, `http` or `https`; its path is sent as written, dot segments included.
  ///
  /// A URL with user information is refused: credentials belong into a field that says so.
  package var url: String

  /// What stands in the request line in place of path and query, for example `*` for OPTIONS.
  package var target: String?

  /// The header fields in their order.
  package var fields: [RequestField]

  /// The content, sent with any method but HEAD.
  package var content: RequestContent

  /// How long it may take and how much may come back.
  package var limits: ExchangeLimits

  /// The version of HTTP to speak.
  package var version: HTTPVersionPreference

  /// Where cookies are taken from and kept; without a jar none are sent or kept.
  package var cookies: CookieJar?

  /// Whether a new connection is opened for this exchange and closed after it.
  package var needsFreshConnection: Bool

  /// Whether the octets sent, and the body's octets as received, are recorded.
  package var recordsWire: Bool

  /// Creates a request; every other part has the default described with its property.
  package init(
    method: String = "GET",
    url: String,
    target: String? = nil,
    fields: [RequestField] = [],
    content: RequestContent = .none,
    limits: ExchangeLimits = ExchangeLimits(),
    version: HTTPVersionPreference = .automatic,
    cookies: CookieJar? = nil,
    needsFreshConnection: Bool = false,
    recordsWire: Bool = false
  ) {
    self.method = method
    self.url = url
    self.target = target
    self.fields = fields
    self.content = content
    self.limits = limits
    self.version = version
    self.cookies = cookies
    self.needsFreshConnection = needsFreshConnection
    self.recordsWire = recordsWire
  }

  /// Whether sending the request twice has the effect of sending it once (RFC 9110 section 9.2.2).
  package var isIdempotent: Bool {
    switch method {
    case "GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE": true
    default: false
    }
  }

  /// Whether it goes out as HTTP/1 without TLS, as far as this side decides it.
  var isCleartextHTTP1: Bool {
    switch version {
    case .automatic, .http1_1:
      !url.utf8.prefix(6).elementsEqual("https:".utf8) { $0.asciiLowercased == $1 }
    case .http2, .http2PriorKnowledge: false
    }
  }
}
