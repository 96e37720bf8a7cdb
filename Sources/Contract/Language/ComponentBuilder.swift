/// Collects what a contract, a group or a resource is made of, and notes where each stands.
@resultBuilder
public enum ComponentBuilder {
  /// Takes a step.
  public static func buildExpression(
    _ step: Step, fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> [Component] {
    [.step(step.located(fileID, filePath, line, column))]
  }

  /// Takes a resource.
  public static func buildExpression(
    _ resource: Resource, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column
  ) -> [Component] {
    var resource = resource
    resource.location = SourceLocation(
      fileID: fileID, filePath: filePath, line: line, column: column)
    return [.resource(resource)]
  }

  /// Takes a scenario.
  public static func buildExpression(
    _ scenario: Scenario, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column
  ) -> [Component] {
    var scenario = scenario
    scenario.location = SourceLocation(
      fileID: fileID, filePath: filePath, line: line, column: column)
    return [.scenario(scenario)]
  }

  /// Takes a group.
  public static func buildExpression(
    _ group: Group, fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> [Component] {
    var group = group
    group.location = SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column)
    return [.group(group)]
  }

  /// Takes targets that are held to rules.
  public static func buildExpression(
    _ conformance: Conformance, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column
  ) -> [Component] {
    var conformance = conformance
    conformance.location = SourceLocation(
      fileID: fileID, filePath: filePath, line: line, column: column)
    return [.conformance(conformance)]
  }

  /// Says what is wrong with a statement that stands outside of `expect`.
  @available(*, unavailable, message: "a statement about a response stands inside .expect { }")
  public static func buildExpression(_ expectation: Expectation) -> [Component] { [] }

  /// Takes steps that were made elsewhere, such as those that several resources share.
  public static func buildExpression(
    _ steps: [Step], fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> [Component] {
    steps.map { .step($0.locatedUnlessKnown(fileID, filePath, line, column)) }
  }

  /// Takes components that were made elsewhere.
  public static func buildExpression(_ components: [Component]) -> [Component] { components }

  /// Joins the statements of a block.
  public static func buildBlock(_ components: [Component]...) -> [Component] {
    components.flatMap { $0 }
  }

  /// Joins what a loop made.
  public static func buildArray(_ components: [[Component]]) -> [Component] {
    components.flatMap { $0 }
  }

  /// Takes an `if` without `else`.
  public static func buildOptional(_ components: [Component]?) -> [Component] { components ?? [] }
  /// Takes the first branch.
  public static func buildEither(first components: [Component]) -> [Component] { components }
  /// Takes the other branch.
  public static func buildEither(second components: [Component]) -> [Component] { components }
}

extension Step {
  /// The step at this place, unless it knows its own: one that a builder has taken before.
  func locatedUnlessKnown(
    _ fileID: String, _ filePath: String, _ line: Int, _ column: Int
  ) -> Step {
    location == .unknown ? located(fileID, filePath, line, column) : self
  }

  func located(_ fileID: String, _ filePath: String, _ line: Int, _ column: Int) -> Step {
    var step = self
    step.location = SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column)
    return step
  }
}
