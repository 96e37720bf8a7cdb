package import AccordContract

/// Which variables a step needs, and which it binds.
extension Step {
  /// The variables that the step cannot be sent or judged without.
  package var neededVariables: [Variable] {
    var needed: [Variable] = []
    switch target {
    case .path(let path): needed += path.variables
    case .link(let variable): needed.append(variable)
    case .template(let path): needed += path.variables
    }
    for modifier in modifiers {
      switch modifier {
      case .query(let name, let value): needed += name.variables + value.variables
      case .field(_, let value): needed += value?.variables ?? []
      case .content(let content): needed += content.variables
      case .authorization(let authorization): needed += authorization.variables
      default: break
      }
    }
    var captured: Set<String> = []
    for statement in expectation?.statements ?? [] {
      needed += statement.neededVariables.filter { !captured.contains($0.name) }
      if case .capture(let variable, _) = statement.kind { captured.insert(variable.name) }
    }
    return needed
  }

  /// The variables that the step binds.
  package var capturedVariables: [Variable] {
    (expectation?.statements ?? []).compactMap {
      if case .capture(let variable, _) = $0.kind { variable } else { nil }
    }
  }
}

extension Authorization {
  package var variables: [Variable] { templates.flatMap(\.variables) }

  /// The texts in which variables may stand.
  var templates: [Template] {
    switch scheme {
    case .none: []
    case .bearer(let token): [token]
    case .basic(let user, let password), .digest(let user, let password): [user, password]
    case .apiKey(let key, _): [key]
    case .awsSignature(let signature):
      [signature.accessKey, signature.secretKey]
        + (signature.sessionToken.map { [$0] } ?? [])
    case .clientCredentials(let client):
      [client.tokenURL, client.clientID, client.clientSecret] + client.scopes
        + client.parameters.map(\.value)
    }
  }
}

extension Authorization {
  /// What no output may show, and what it is called.
  ///
  /// User names are told to nobody either, but a
  /// short one is no reason to refuse it.
  var secrets: [(part: String, template: Template)] {
    switch scheme {
    case .none: []
    case .bearer(let token): [("token of .bearer", token)]
    case .basic(_, let password): [("password of .basic", password)]
    case .digest(_, let password): [("password of .digest", password)]
    case .apiKey(let key, _): [("key of .apiKey", key)]
    case .awsSignature(let signature):
      [("secret key of .awsSignature", signature.secretKey)]
        + (signature.sessionToken.map { [("session token of .awsSignature", $0)] } ?? [])
    case .clientCredentials(let client): [("client secret of .oauth2", client.clientSecret)]
    }
  }
}

extension Content {
  package var variables: [Variable] {
    switch self {
    case .json(let value): value.variables
    case .xml(let text): text.variables
    case .form(let fields): fields.flatMap(\.value.variables)
    case .multipart(let parts):
      parts.flatMap { (part) -> [Variable] in
        if case .field(let value) = part.kind { value.variables } else { [] }
      }
    case .body(.text(let text), _): text.variables
    case .body: []
    }
  }
}

extension JSONValue {
  package var variables: [Variable] {
    switch kind {
    case .null, .boolean, .number: []
    case .string(let text): text.variables
    case .variable(let variable): [variable]
    case .array(let elements): elements.flatMap(\.variables)
    case .object(let members): members.flatMap { $0.name.variables + $0.value.variables }
    }
  }
}

extension Expectation {
  /// The variables whose values the statement compares with.
  var neededVariables: [Variable] {
    switch kind {
    case .field(_, let pattern), .text(let pattern): pattern.variables
    case .fieldLines(_, let lines):
      switch lines.kind {
      case .lines(let patterns): patterns.flatMap(\.variables)
      case .each(let pattern), .contains(let pattern): pattern.variables
      case .count: []
      }
    case .json(let pattern), .jsonPath(_, let pattern), .xml(_, let pattern): pattern.variables
    case .xmlEqual(let document):
      if case .text(let template) = document.kind { template.variables } else { [] }
    case .noField, .jsonSchema, .xmlSchema, .noBody, .body, .within, .capture, .check,
      .methodSet:
      []
    }
  }
}

extension TextPattern {
  var variables: [Variable] {
    switch kind {
    case .any, .matches, .format, .integer: []
    case .equals(let template), .hasPrefix(let template), .hasSuffix(let template),
      .containsText(let template):
      template.variables
    case .variable(let variable): [variable]
    case .oneOf(let patterns), .all(let patterns): patterns.flatMap(\.variables)
    case .not(let pattern): pattern.variables
    }
  }
}

extension JSONPattern {
  var variables: [Variable] {
    switch kind {
    case .any, .null, .boolean, .number, .count, .absent, .schema: []
    case .string(let text): text.variables
    case .variable(let variable): [variable]
    case .object(let members, _): members.flatMap(\.pattern.variables)
    case .array(let patterns), .unordered(let patterns), .oneOf(let patterns), .all(let patterns):
      patterns.flatMap(\.variables)
    case .each(let inner), .contains(let inner), .optional(let inner), .nullable(let inner),
      .not(let inner):
      inner.variables
    }
  }
}
