/// One request and what must come back.
///
/// Steps are made by the verbs, such as `Get` and `Post`:
///
///     Get("/users").query("limit", "10").expect(200) {
///       JSON(["users": .each(["id": .integer])])
///     }
///
/// A step sends what it says and, besides, `Host`, `User-Agent`, `Accept: */*` and with content
/// `Content-Length` and `Content-Type`. A step without `.expect` only observes.
public struct Step: Sendable {
  /// Where the request goes.
  package enum Target: Sendable {
    /// A path below the base URL, written whole.
    case path(Template)
    /// A link that an earlier step captured.
    case link(Variable)
    /// A path that is a URI template (RFC 6570), with values.
    ///
    /// Indirect, since few steps have one and all would be larger.
    indirect case template(TemplatedPath)
  }

  /// One thing that is said of a step.
  ///
  /// Kept as a list: most steps say one or two.
  package enum Modifier: Sendable {
    case query(Template, Template)
    case field(FieldName, Template?)
    case userAgent(String)
    case content(Content)
    case authorization(Authorization)
    case named(String)
    case tags([Tag])
    case disabled(String)
    case knownIssue(String)
    case timeout(Duration)
    case retry(Int)
    case eventually(Polling)
    case followRedirects(Int)
  }

  /// Repeated sending until what comes back is what is expected.
  package struct Polling: Sendable {
    package var within: Duration
    package var interval: Duration
  }

  package var method: Method
  package var target: Target
  package var modifiers: [Modifier] = []
  package var expectation: ExpectedResponse?
  package var location = SourceLocation.unknown

  package init(method: Method, target: Target) {
    self.method = method
    self.target = target
  }

  func adding(_ modifier: Modifier) -> Step {
    var step = self
    step.modifiers.append(modifier)
    return step
  }
}

extension Step.Target {
  /// What a URI template with values comes to: a path at once where all of it is known.
  package init(_ path: Template, _ values: [(name: String, value: TemplateValue)]) {
    let templated = TemplatedPath(path, values)
    self =
      templated.problems.isEmpty && templated.variables.isEmpty
      ? .path(Template(templated.written)) : .template(templated)
  }
}

/// What a step expects: a status, and statements about the rest of the response.
package struct ExpectedResponse: Sendable {
  package var status: StatusPattern
  package var statements: [Expectation]
  package var location: SourceLocation
  /// A second `.expect` on one step is a mistake that planning reports.
  package var isRepeated = false

  package init(status: StatusPattern, statements: [Expectation], location: SourceLocation) {
    self.status = status
    self.statements = statements
    self.location = location
  }
}
