/// Decides how a redirect is followed (RFC 9110 section 15.4); it sends nothing itself.
package struct RedirectPolicy: Sendable, Hashable {
  /// How many hops are followed.
  package var maximumHops: Int

  /// A policy with a limit of hops.
  package init(maximumHops: Int = 10) {
    self.maximumHops = maximumHops
  }

  /// The request that follows a response; nil where the response is no redirect (301, 302, 303,
  /// 307, 308).
  ///
  /// A POST becomes a GET without content after 301 and 302, and every method but HEAD after 303;
  /// 307 and 308 keep method and content. When scheme, host or port change, `Authorization`,
  /// `Proxy-Authorization`, `Cookie`, `Host` and every sensitive field are left out; a cookie jar
  /// stays, since it knows to whom each cookie belongs. The content goes along where the method
  /// does, to the same origin only.
  ///
  /// - Parameters:
  ///   - request: the request that was answered.
  ///   - response: its response.
  ///   - hops: how many redirects were followed before this one.
  /// - Returns: the next request, or nil.
  /// - Throws: why the redirect must not be followed.
  package func next(
    after request: HTTPRequest, response: HTTPResponse, hops: Int
  ) throws(RedirectRefusal) -> HTTPRequest? {
    guard [301, 302, 303, 307, 308].contains(response.status) else { return nil }
    guard hops < maximumHops else { throw .tooManyHops(limit: maximumHops) }

    let (url, isSameOrigin) = try target(of: request, response)
    var next = request
    next.url = url
    // It was made for the URL before.
    next.target = nil
    if changesToGet(request.method, response.status) {
      next.method = "GET"
      next.content = .none
      next.fields.removeAll { $0.isOf(Self.contentFields) }
    }
    if !isSameOrigin {
      // What was written for one server is not handed to another because the first one says so.
      guard case .none = next.content else { throw .contentToAnotherOrigin(url) }
      next.fields.removeAll { field in
        field.value != nil && (field.isSensitive || field.isOf(Self.originFields))
      }
    }
    return next
  }

  /// Fields that speak of the content (RFC 9110 section 15.4, step 5).
  private static let contentFields = [
    "content-type", "content-length", "content-encoding", "content-language", "content-location",
    "content-disposition", "content-digest", "repr-digest", "digest", "last-modified",
    "transfer-encoding", "trailer", "expect",
  ]

  /// Fields that are meant for one origin.
  private static let originFields = ["authorization", "proxy-authorization", "cookie", "host"]

  private func changesToGet(_ method: String, _ status: Int) -> Bool {
    switch status {
    case 301, 302: method == "POST"
    case 303: method != "HEAD" && method != "GET"
    default: false
    }
  }

  /// Where the redirect leads.
  private func target(
    of request: HTTPRequest, _ response: HTTPResponse
  ) throws(RedirectRefusal) -> (url: String, isSameOrigin: Bool) {
    let locations = response.fields.all("location").map(\.value)
    guard let location = locations.first else { throw .noLocation }
    guard locations.allSatisfy({ $0 == location }) else { throw .severalLocations(locations) }

    guard let base = try? URLReference(parsing: request.url), let baseOrigin = base.origin else {
      throw .unusableRequestURL(request.url)
    }
    guard let reference = try? URLReference(parsing: location) else {
      throw .unusableLocation(location)
    }
    var target = reference.resolved(against: base)
    // A fragment is inherited (RFC 9110 section 10.2.2).
    target.fragment = target.fragment ?? base.fragment
    guard let scheme = target.scheme?.lowercased(), scheme == "http" || scheme == "https" else {
      throw .schemeNotAllowed(target.scheme ?? "")
    }
    guard target.authority?.userInformation == nil else { throw .userInformation }
    guard let origin = target.origin else { throw .unusableLocation(location) }
    return (target.description, origin == baseOrigin)
  }
}

extension RequestField {
  fileprivate func isOf(_ names: [String]) -> Bool {
    names.contains { name.equalsIgnoringCase($0) }
  }
}
