internal import AccordContract

/// URI templates (RFC 6570) of steps.
extension StepValidator {
  /// Reports what makes a template with its values no target.
  mutating func validate(_ path: TemplatedPath, at location: SourceLocation) {
    for problem in path.problems { report(.template(path.text, problem), at: location) }
  }

  /// Reports a path that is meant as a template, and was given no values.
  ///
  /// - Returns: Whether it is one.
  mutating func reportsForgottenValues(in path: Template, at location: SourceLocation) -> Bool {
    guard let problem = TemplateProblem.forgottenValues(in: path) else { return false }
    report(.template(path.description, problem), at: location)
    return true
  }
}
