internal import AccordContract
internal import AccordHTTP

/// Turns a step into the request that is sent, with the values of its variables.
struct RequestBuilder {
  let options: RunOptions

  /// The request of a step, and its credentials, which are in it already where they are the same in
  /// every request.
  func request(
    for step: Step, in scope: Scope, bindings: Bindings, cookies: CookieJar?
  ) throws(StepProblem) -> (request: HTTPRequest, credential: Credential?) {
    let target = TargetBuilder(
      baseURL: options.baseURL, bindings: bindings, linkOrigins: scope.linkOrigins)
    var url = try target.url(of: step)
    let credential = try credential(for: step, in: scope, url: url, bindings)
    var content = RequestContent.none
    var fields = FieldList()
    if let written = step.content {
      let builder = ContentBuilder(
        bindings: bindings, files: options.files, location: step.location)
      let (built, type) = try builder.build(written)
      content = built
      if let type { fields.append(.contentType, RequestField("Content-Type", type)) }
    }
    switch credential?.form {
    case .field(let name, let value):
      fields.append(FieldName(name), RequestField(name, value, isSensitive: true))
    case .query(let name, let value):
      url += url.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
      url += "\(PercentEncoding.queryPart(name))=\(PercentEncoding.queryPart(value))"
    case .digest, .signature, .token, nil: break
    }
    for (name, value) in scope.fields(besidesThoseOf: step) {
      fields.remove(name)
      try add(name, value)
    }
    if let agent = step.userAgent {
      fields.remove(.userAgent)
      try add(.userAgent, Template(agent))
    }
    // A field that the step says replaces what is sent by default or set further out; one that it
    // says twice is sent twice.
    var said: Set<FieldName> = []
    for case .field(let name, let value) in step.modifiers {
      if said.insert(name).inserted { fields.remove(name) }
      try add(name, value)
    }
    let request = HTTPRequest(
      method: step.method.token, url: url, fields: fields.fields, content: content,
      limits: limits(of: step, scope), version: options.version, cookies: cookies,
      recordsWire: options.recordsWire)
    // A field that the step says by itself takes the place of credentials.
    return (request, fields.has(.authorization) && credential?.isDynamic == true ? nil : credential)

    func add(_ name: FieldName, _ value: Template?) throws(StepProblem) {
      guard let value else { return fields.append(name, .removing(name.text)) }
      guard let text = bindings.text(value), text.unicodeScalars.allSatisfy(\.mayStandInField)
      else { throw .unusableFieldValue(name: name.text) }
      let isSensitive = value.variables.contains {
        $0.isSecret || options.secretNames.contains($0.name)
      }
      fields.append(name, RequestField(name.text, text, isSensitive: isSensitive))
    }
  }

  /// The credentials of a step.
  ///
  /// Those that a trait says are the tested server's: a link to another origin gets only what its own
  /// step says.
  private func credential(
    for step: Step, in scope: Scope, url: String, _ bindings: Bindings
  ) throws(StepProblem) -> Credential? {
    guard let authorization = scope.authorization(for: step) else {
      return try login(for: step, in: scope, url: url)
    }
    if case .link = step.target, step.authorization == nil,
      URLReference.origin(of: url) != options.baseURL.origin
    {
      return nil
    }
    return try authorization.credential(bindings, baseURL: options.baseURL)
  }

  /// The credentials that the user's own netrc file has for the URL's host, unless a field or a trait
  /// speaks of credentials.
  private func login(
    for step: Step, in scope: Scope, url: String
  ) throws(StepProblem) -> Credential? {
    guard let netrc = options.netrc, scope.authorization == nil, !scope.says(.authorization, step),
      let origin = URLReference.origin(of: url), let login = netrc.login(for: origin.host)
    else { return nil }
    if SecretSource.isTooShort(login.password) { throw .shortSecret(.netrc(host: origin.host)) }
    return options.netrcUsesDigest
      ? try .digest(user: login.user, password: login.password)
      : try .basic(user: login.user, password: login.password)
  }

  /// Gives a redirect to another host the credentials that the netrc file has for that host by name,
  /// as curl does; they are its own, not those of the host before.
  ///
  /// A `default` of the file is for nobody whom a server chose, and what came over TLS is not
  /// followed without it.
  ///
  /// - Returns: The credentials, which are in the request.
  func addLogin(
    to next: inout HTTPRequest, after previous: HTTPRequest, of step: Step, in scope: Scope
  ) throws(StepProblem) -> Credential? {
    guard let netrc = options.netrc, !options.netrcUsesDigest,
      scope.authorization(for: step) == nil, !scope.says(.authorization, step),
      let origin = URLReference.origin(of: next.url),
      let before = URLReference.origin(of: previous.url), origin.host != before.host,
      before.scheme == "http" || origin.scheme == "https",
      let login = netrc.login(named: origin.host)
    else { return nil }
    if SecretSource.isTooShort(login.password) { throw .shortSecret(.netrc(host: origin.host)) }
    let credential = try Credential.basic(user: login.user, password: login.password)
    guard case .field(let name, let value) = credential.form else { return nil }
    next.fields.append(RequestField(name, value, isSensitive: true))
    return credential
  }

  private func limits(of step: Step, _ scope: Scope) -> ExchangeLimits {
    var limits = options.limits
    if let timeout = step.timeout ?? scope.timeout { limits.total = timeout }
    if let timeout = scope.connectTimeout { limits.connect = timeout }
    return limits
  }
}

/// Fields in their order, found by name without regard to case.
private struct FieldList {
  private(set) var fields: [RequestField] = []
  private var names: [FieldName] = []

  mutating func append(_ name: FieldName, _ field: RequestField) {
    names.append(name)
    fields.append(field)
  }

  func has(_ name: FieldName) -> Bool { names.contains(name) }

  mutating func remove(_ name: FieldName) {
    for index in names.indices.reversed() where names[index] == name {
      names.remove(at: index)
      fields.remove(at: index)
    }
  }
}
