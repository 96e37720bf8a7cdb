internal import AccordContract
internal import AccordHTTP

/// The URL that a step's request goes to.
struct TargetBuilder {
  let baseURL: BaseURL
  let bindings: Bindings
  let linkOrigins: [String]

  func url(of step: Step) throws(StepProblem) -> String {
    var url: String
    switch step.target {
    case .path(let template):
      url = baseURL.url(path: try path(template))
    case .link(let variable):
      url = try link(variable)
    case .template(let template):
      url = baseURL.url(path: try path(template))
    }
    let parameters = step.queryParameters
    guard !parameters.isEmpty else { return url }
    var separator = url.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
    for parameter in parameters {
      url += separator
      url += PercentEncoding.queryPart(bindings.text(parameter.name) ?? "")
      url += "="
      url += PercentEncoding.queryPart(bindings.text(parameter.value) ?? "")
      separator = "&"
    }
    return url
  }

  /// The path with values as components: none can add a segment, leave one, or begin a query.
  private func path(_ template: Template) throws(StepProblem) -> String {
    if let literal = template.literal { return literal }
    var path = ""
    var lastVariable: (name: String, value: String)?
    var segmentStart = path.startIndex
    func check(_ segment: Substring) throws(StepProblem) {
      guard let variable = lastVariable, ["", ".", ".."].contains(segment) else { return }
      throw .dotSegment(variable: variable.name, value: variable.value)
    }
    var isInQuery = false
    for part in template.parts {
      switch part {
      case .literal(let literal):
        for character in literal {
          if !isInQuery, character == "/" || character == "?" {
            try check(path[segmentStart...])
            lastVariable = nil
            isInQuery = character == "?"
            path.append(character)
            segmentStart = path.endIndex
          } else {
            path.append(character)
          }
        }
      case .variable(let variable):
        let value = bindings[variable]?.text ?? ""
        let offset = path.distance(from: path.startIndex, to: segmentStart)
        path += PercentEncoding.component(value)
        segmentStart = path.index(path.startIndex, offsetBy: offset)
        if !isInQuery { lastVariable = (variable.name, value) }
      }
    }
    if !isInQuery { try check(path[segmentStart...]) }
    return path
  }

  private func link(_ variable: Variable) throws(StepProblem) -> String {
    let value = bindings[variable]?.text ?? ""
    guard let origin = URLReference.origin(of: value) else {
      throw .unusableLink(variable: variable.name, value: value)
    }
    let allowed = linkOrigins.map { URLReference.origin(of: $0) } + [baseURL.origin]
    guard allowed.contains(origin) else {
      throw .foreignLink(variable: variable.name, url: value)
    }
    return value
  }
}
