internal import AccordContract
internal import AccordHTTP

/// Turns a step into the request that is sent, with the values of its variables.
struct RequestBuilder {
  let options: RunOptions

  func request(
    for step: Step, in scope: Scope, bindings: Bindings, cookies: CookieJar?
  ) throws(StepProblem) -> HTTPRequest {
    let target = TargetBuilder(
      baseURL: options.baseURL, bindings: bindings, linkOrigins: scope.linkOrigins)
    let url = try target.url(of: step)
    var content = RequestContent.none
    var fields = FieldList()
    if let written = step.content {
      let builder = ContentBuilder(
        bindings: bindings, files: options.files, location: step.location)
      let (built, type) = try builder.build(written)
      content = built
      if let type { fields.append(.contentType, RequestField("Content-Type", type)) }
    }
    if let authorization = scope.authorization(for: step),
      let value = try authorization.fieldValue(bindings)
    {
      fields.append(
        .authorization, RequestField("Authorization", value, isSensitive: true))
    }
    for (name, value) in scope.fields(besidesThoseOf: step) {
      fields.remove(name)
      try add(name, value)
    }
    // A field that the step says replaces what is sent by default or set further out; one that it
    // says twice is sent twice.
    var said: Set<FieldName> = []
    for case .field(let name, let value) in step.modifiers {
      if said.insert(name).inserted { fields.remove(name) }
      try add(name, value)
    }
    return HTTPRequest(
      method: step.method.token, url: url, fields: fields.fields, content: content,
      limits: limits(of: step, scope), version: options.version, cookies: cookies,
      recordsWire: options.recordsWire)

    func add(_ name: FieldName, _ value: Template?) throws(StepProblem) {
      guard let value else { return fields.append(name, .removing(name.text)) }
      guard let text = bindings.text(value), text.unicodeScalars.allSatisfy(\.mayStandInField)
      else { throw .unusableFieldValue(name: name.text) }
      let isSensitive = value.variables.contains(where: \.isSecret)
      fields.append(name, RequestField(name.text, text, isSensitive: isSensitive))
    }
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

  mutating func remove(_ name: FieldName) {
    for index in names.indices.reversed() where names[index] == name {
      names.remove(at: index)
      fields.remove(at: index)
    }
  }
}

extension Authorization {
  /// The value of `Authorization`, or `nil` for none.
  fileprivate func fieldValue(_ bindings: Bindings) throws(StepProblem) -> String? {
    switch scheme {
    case .none: return nil
    case .bearer(let token):
      let token = bindings.text(token) ?? ""
      guard token.unicodeScalars.allSatisfy(\.mayStandInField) else {
        throw .unusableFieldValue(name: "Authorization")
      }
      return "Bearer \(token)"
    case .basic(let user, let password):
      let user = bindings.text(user) ?? ""
      guard !user.utf8.contains(UInt8(ascii: ":")) else { throw .colonInUserName }
      let pair = "\(user):\(bindings.text(password) ?? "")"
      return "Basic \(Base64.encode(Array(pair.utf8)))"
    }
  }
}

extension Unicode.Scalar {
  /// Whether the character may stand in a field's value (RFC 9110 section 5.5).
  fileprivate var mayStandInField: Bool { value >= 0x20 && value != 0x7F || self == "\t" }
}
