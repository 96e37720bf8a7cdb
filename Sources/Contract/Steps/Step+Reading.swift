/// What a step says, found in its list of modifiers.
extension Step {
  package var name: String? { last { if case .named(let name) = $0 { name } else { nil } } }

  package var tags: [Tag] {
    modifiers.flatMap { (modifier) -> [Tag] in
      if case .tags(let tags) = modifier { tags } else { [] }
    }
  }

  package var disabledReason: String? {
    last { if case .disabled(let reason) = $0 { reason } else { nil } }
  }

  package var knownIssue: String? {
    last { if case .knownIssue(let reason) = $0 { reason } else { nil } }
  }

  /// Who asks, where `.userAgent` says it.
  package var userAgent: String? {
    last { if case .userAgent(let value) = $0 { value } else { nil } }
  }

  package var timeout: Duration? {
    last { if case .timeout(let limit) = $0 { limit } else { nil } }
  }

  /// How many times more the step is sent where no answer could be had.
  package var retries: Int { last { if case .retry(let times) = $0 { times } else { nil } } ?? 0 }

  package var polling: Polling? {
    last { if case .eventually(let polling) = $0 { polling } else { nil } }
  }

  /// How many redirects are followed.
  package var hopLimit: Int {
    last { if case .followRedirects(let hops) = $0 { hops } else { nil } } ?? 0
  }

  package var content: Content? {
    last { if case .content(let content) = $0 { content } else { nil } }
  }

  package var authorization: Authorization? {
    last { if case .authorization(let authorization) = $0 { authorization } else { nil } }
  }

  /// The parameters added to the query, in their order.
  package var queryParameters: [(name: Template, value: Template)] {
    modifiers.compactMap { if case .query(let name, let value) = $0 { (name, value) } else { nil } }
  }

  /// The request line's target as written, variables in braces: `/users?limit=10`.
  package var writtenTarget: String {
    var text: String
    switch target {
    case .path(let path): text = path.description
    case .link(let variable): text = "{\(variable.name)}"
    case .template(let path): text = path.written
    }
    let parameters = queryParameters
    guard !parameters.isEmpty else { return text }
    var separator = text.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
    for parameter in parameters {
      text += "\(separator)\(parameter.name)=\(parameter.value)"
      separator = "&"
    }
    return text
  }

  /// The method and the target as written: `GET /users?limit=10`.
  package var writtenRequest: String { method.token + " " + writtenTarget }

  private func last<Value>(_ read: (Modifier) -> Value?) -> Value? {
    for modifier in modifiers.reversed() {
      if let value = read(modifier) { return value }
    }
    return nil
  }
}
