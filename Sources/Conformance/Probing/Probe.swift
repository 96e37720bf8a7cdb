internal import AccordHTTP

/// Tries one target: sends on behalf of studies, keeps what came of each, and remembers what it made.
///
/// A class, since studies share what others have sent. It lives on one thread, as long as its target is
/// probed.
package final class Probe {
  package let target: ProbeTarget
  /// What may be done to the server.
  package let allowed: Set<SafetyClass>
  /// Another resource of the API that can be read, for rules about the order of requests.
  package let otherURL: String?
  private let sender: any ProbeSender
  /// Everything that was sent over HTTP, in order.
  package private(set) var exchanges: [ObservedExchange] = []
  /// Whether the target's URL has been read, as it is without what a sender adds to it.
  package private(set) var isReadable = false
  /// What came of studies, by their type and subject.
  private var results: [StudyKey: Result<any Study, Obstacle>] = [:]
  /// What the probe made.
  var workshop = Workshop()
  /// The resources of the target, once they are known.
  var knownSubjects: [Subject]?
  /// Tells apart what one probe makes from what another does.
  let token: String

  private struct StudyKey: Hashable {
    let study: ObjectIdentifier
    let subject: Subject
  }

  /// - Parameters:
  ///   - token: Letters and digits that nothing else has, for names that nobody uses.
  package init(
    _ target: ProbeTarget, allowing allowed: Set<SafetyClass>, token: String,
    otherURL: String? = nil, sender: any ProbeSender
  ) {
    self.target = target
    self.allowed = allowed
    self.token = token
    self.otherURL = otherURL
    self.sender = sender
  }

  /// What came of a study on a subject, which is carried out when the first rule asks for it.
  func study<S: Study>(_ study: S.Type, of subject: Subject) throws(Obstacle) -> S {
    let key = StudyKey(study: ObjectIdentifier(study), subject: subject)
    if let known = results[key] {
      guard let value = try known.get() as? S else { throw .prevents("\(study) was lost") }
      return value
    }
    guard allowed.contains(S.safety) else { throw .lacks(S.safety.permission) }
    do throws(Obstacle) {
      let value = try S.conduct(on: subject, by: self)
      results[key] = .success(value)
      return value
    } catch {
      results[key] = .failure(error)
      throw error
    }
  }

  /// Sends a request that changes nothing.
  ///
  /// - Parameters:
  ///   - fields: Besides those that every request has; one of a name that those have replaces theirs.
  ///   - onNewConnection: Whether the request must be the first of its connection, and the last.
  func read(
    _ url: String, method: String = "GET", fields: [RequestField] = [],
    onNewConnection: Bool = false, as authorization: ProbeAuthorization = .own
  ) throws(Obstacle) -> ObservedExchange {
    guard Self.safeMethods.contains(method) else {
      throw .prevents("\(method) is no safe method")
    }
    return try send(
      HTTPRequest(
        method: method, url: url, fields: fields, needsFreshConnection: onNewConnection),
      as: authorization)
  }

  /// Sends a request that may change something: to what the probe made, or what makes something.
  ///
  /// - Throws: ``Obstacle/prevents(_:)`` where it is neither and was not allowed: nothing is sent.
  func write(
    _ request: HTTPRequest, as authorization: ProbeAuthorization = .own
  ) throws(Obstacle) -> ObservedExchange {
    guard
      allowed.contains(.mutating)
        || allowed.contains(.throwaway) && workshop.mayWrite(request, of: target)
    else {
      throw .prevents("what \(request.method) \(request.url) would change was not made here")
    }
    var request = request
    // Servers hang up after a fault without saying so; what is lost then is not sent again.
    if let last = exchanges.last, last.status >= 500 { request.needsFreshConnection = true }
    return try send(request, as: authorization)
  }

  /// Sends a request with a method that means nothing to anybody.
  func ask(_ url: String, foreignMethod method: String) throws(Obstacle) -> ObservedExchange {
    guard allowed.contains(.intrusive) else { throw .lacks(SafetyClass.intrusive.permission) }
    guard method == Self.foreignMethod else { throw .prevents("\(method) may mean something") }
    return try send(HTTPRequest(method: method, url: url), as: .own)
  }

  /// A method that is not registered, and that no known extension of HTTP has.
  static let foreignMethod = "FROB"

  /// Sends octets over a connection of their own.
  func converse(
    _ parts: [[UInt8]], withheld: RawDialogue.Withheld? = nil,
    lingering: Duration = .milliseconds(150)
  ) throws(Obstacle) -> RawAnswer {
    try sender.converse(
      RawRequest(url: target.url, parts: parts, withheld: withheld, lingering: lingering))
  }

  /// Lets who waits know what the next requests are for.
  func turn(to rule: Rule) { sender.turn(to: rule) }

  /// Waits, for a server that needs time until what was written can be read.
  func pause(_ duration: Duration) { sender.pause(duration) }

  /// Reads what is served by TLS without it, as nobody: the one request to another origin than the
  /// target's.
  func readInClear(_ url: String) throws(Obstacle) -> ObservedExchange {
    guard allowed.contains(.intrusive) else { throw .lacks(SafetyClass.intrusive.permission) }
    guard isOwn(url), var reference = try? URLReference(parsing: url),
      reference.scheme?.lowercased() == "https"
    else { throw .lacks("\(url) is not served by https") }
    reference.scheme = "http"
    if reference.authority?.port == "443" { reference.authority?.port = nil }
    return try dispatch(
      HTTPRequest(url: reference.description, needsFreshConnection: true), as: .none)
  }

  /// Sends a request to the target's own server, and to no other one, whoever asks for it.
  private func send(
    _ request: HTTPRequest, as authorization: ProbeAuthorization
  ) throws(Obstacle) -> ObservedExchange {
    guard isOwn(request.url) else {
      throw .prevents("\(request.url) is not on the server of \(target.url)")
    }
    return try dispatch(request, as: authorization)
  }

  private func dispatch(
    _ request: HTTPRequest, as authorization: ProbeAuthorization
  ) throws(Obstacle) -> ObservedExchange {
    defer { exchanges += sender.takeDeferred().map { ObservedExchange($0) } }
    let observed = ObservedExchange(try sender.send(request, as: authorization))
    exchanges += sender.takeDeferred().map { ObservedExchange($0) } + [observed]
    if request.url == target.url, request.method == "GET", observed.status == 200 {
      isReadable = true
    }
    return observed
  }

  private static let safeMethods: Set = ["GET", "HEAD", "OPTIONS", "TRACE"]
}

extension SafetyClass {
  /// What is told where it is not allowed.
  package var permission: String {
    switch self {
    case .readOnly: "reading is not allowed"
    case .throwaway: "nothing is made here: the target names no sample, or only reading is allowed"
    case .mutating: "it may change what is there, which was not asked for (--allow mutating)"
    case .intrusive: "it may look like an attack, which was not asked for (--allow intrusive)"
    }
  }
}
