internal import AccordHTTP

/// What of an answer stands in the way of looking at it closer.
extension ObservedExchange {
  /// The method and path of the request, as in `GET /cart/7`.
  var requestLine: String {
    let url = exchange.request.url
    guard let reference = try? URLReference(parsing: url) else { return "\(method) \(url)" }
    let path = reference.path.isEmpty ? "/" : reference.path
    return "\(method) \(path)" + (reference.query.map { "?" + $0 } ?? "")
  }

  /// The exchange, if a complete answer came that says something of the resource.
  ///
  /// - Throws: ``Obstacle/prevents(_:)`` where none came, or one that is about something else: a
  ///   401, 403, 407, 429 or 5xx.
  ///
  /// - Parameter expected: Response codes that do say something here.
  @discardableResult
  func answered(butFor expected: Set<Int> = []) throws(Obstacle) -> ObservedExchange {
    guard response != nil else { throw .prevents("\(requestLine) was not answered") }
    if expected.contains(status) { return self }
    if status == 401 || status == 403 || status == 407 || status == 429 || status >= 500 {
      throw .prevents("\(requestLine) answered \(status)")
    }
    return self
  }

  /// The exchange, if it is a read that was answered 200.
  ///
  /// - Throws: ``Obstacle/lacks(_:)`` where there is nothing to read, else what ``answered()`` throws.
  @discardableResult
  func usable() throws(Obstacle) -> ObservedExchange {
    try answered()
    guard status == 200 else { throw .lacks("\(requestLine) answered \(status)") }
    return self
  }
}

/// What an answer to a write says.
extension ObservedExchange {
  /// Whether the response code is of the two hundreds.
  var isSuccess: Bool { isStatus(200...299) }

  /// The exchange, if what it asked for was not left for later.
  ///
  /// - Throws: ``Obstacle/prevents(_:)`` for a 202: what is read after it tells nothing of it (RFC 9110
  ///   section 15.3.3).
  func atOnce() throws(Obstacle) -> ObservedExchange {
    if status == 202 { throw .prevents("\(requestLine) answered 202: it may be done later") }
    return self
  }

  /// Whether the method is not offered here.
  var isNotOffered: Bool { status == 405 || status == 501 }

  /// Where Location leads, seen from the request's URL; `nil` where it is absent or no reference.
  var location: URLReference? {
    guard let value = value(.location),
      let base = try? URLReference(parsing: exchange.request.url),
      let reference = try? URLReference(parsing: String(decoding: value, as: UTF8.self))
    else { return nil }
    return reference.resolved(against: base)
  }
}
