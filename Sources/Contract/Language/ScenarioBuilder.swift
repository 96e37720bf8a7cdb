/// Collects the steps and clean-ups of a scenario, and notes where each stands.
@resultBuilder
public enum ScenarioBuilder {
  /// Takes a step.
  public static func buildExpression(
    _ step: Step, fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> [Scenario.Element] {
    [.step(step.located(fileID, filePath, line, column))]
  }

  /// Takes a clean-up.
  public static func buildExpression(_ cleanup: Cleanup) -> [Scenario.Element] {
    [.cleanup(cleanup)]
  }

  /// Says what is wrong with a statement that stands outside of `expect`.
  @available(*, unavailable, message: "a statement about a response stands inside .expect { }")
  public static func buildExpression(_ expectation: Expectation) -> [Scenario.Element] { [] }

  /// Takes steps that were made elsewhere, such as those that resources and scenarios share.
  public static func buildExpression(
    _ steps: [Step], fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> [Scenario.Element] {
    steps.map { .step($0.locatedUnlessKnown(fileID, filePath, line, column)) }
  }

  /// Takes elements that were made elsewhere, such as steps that several scenarios begin with.
  public static func buildExpression(_ elements: [Scenario.Element]) -> [Scenario.Element] {
    elements
  }

  /// Joins the statements of a block.
  public static func buildBlock(_ elements: [Scenario.Element]...) -> [Scenario.Element] {
    elements.flatMap { $0 }
  }

  /// Joins what a loop made.
  public static func buildArray(_ elements: [[Scenario.Element]]) -> [Scenario.Element] {
    elements.flatMap { $0 }
  }

  /// Takes an `if` without `else`.
  public static func buildOptional(_ elements: [Scenario.Element]?) -> [Scenario.Element] {
    elements ?? []
  }
  /// Takes the first branch.
  public static func buildEither(first elements: [Scenario.Element]) -> [Scenario.Element] {
    elements
  }
  /// Takes the other branch.
  public static func buildEither(second elements: [Scenario.Element]) -> [Scenario.Element] {
    elements
  }
}

/// Collects the steps of a clean-up, and notes where each stands.
@resultBuilder
public enum StepBuilder {
  /// Takes a step.
  public static func buildExpression(
    _ step: Step, fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> [Step] {
    [step.located(fileID, filePath, line, column)]
  }

  /// Takes steps that were made elsewhere.
  public static func buildExpression(
    _ steps: [Step], fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> [Step] {
    steps.map { $0.locatedUnlessKnown(fileID, filePath, line, column) }
  }

  /// Says what is wrong with a statement that stands outside of `expect`.
  @available(*, unavailable, message: "a statement about a response stands inside .expect { }")
  public static func buildExpression(_ expectation: Expectation) -> [Step] { [] }

  /// Joins the statements of a block.
  public static func buildBlock(_ steps: [Step]...) -> [Step] { steps.flatMap { $0 } }
  /// Joins what a loop made.
  public static func buildArray(_ steps: [[Step]]) -> [Step] { steps.flatMap { $0 } }
  /// Takes an `if` without `else`.
  public static func buildOptional(_ steps: [Step]?) -> [Step] { steps ?? [] }
  /// Takes the first branch.
  public static func buildEither(first steps: [Step]) -> [Step] { steps }
  /// Takes the other branch.
  public static func buildEither(second steps: [Step]) -> [Step] { steps }
}
