internal import AccordContract

extension TargetBuilder {
  /// What a URI template is expanded to: no value can leave its place in the path.
  func path(_ template: TemplatedPath) throws(StepProblem) -> String {
    // Steps are sent only when all that they need is bound.
    guard let expanded = template.expanded(bindings) else { return template.written }
    switch expanded.hazard {
    case nil: return expanded.text
    case .segment(let name)?:
      throw .dotSegment(variable: name, value: template.value(of: name, bindings))
    case .delimiter(let delimiter, let name)?:
      throw .delimiter(delimiter, variable: name, value: template.value(of: name, bindings))
    }
  }
}
