/// Collects the statements inside `expect`, and notes where each stands.
@resultBuilder
public enum ExpectationBuilder {
  /// Takes a statement.
  public static func buildExpression(
    _ expectation: Expectation, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column
  ) -> [Expectation] {
    var expectation = expectation
    expectation.location = SourceLocation(
      fileID: fileID, filePath: filePath, line: line, column: column)
    return [expectation]
  }

  /// Says what is wrong with a request inside `expect`.
  @available(*, unavailable, message: "a request cannot stand inside .expect { }, only after it")
  public static func buildExpression(_ step: Step) -> [Expectation] { [] }

  /// Takes statements that were made elsewhere, such as those that several steps share.
  public static func buildExpression(_ expectations: [Expectation]) -> [Expectation] {
    expectations
  }

  /// Joins the statements of a block.
  public static func buildBlock(_ expectations: [Expectation]...) -> [Expectation] {
    expectations.flatMap { $0 }
  }
  /// Joins what a loop made.
  public static func buildArray(_ expectations: [[Expectation]]) -> [Expectation] {
    expectations.flatMap { $0 }
  }
  /// Takes an `if` without `else`.
  public static func buildOptional(_ expectations: [Expectation]?) -> [Expectation] {
    expectations ?? []
  }
  /// Takes the first branch.
  public static func buildEither(first expectations: [Expectation]) -> [Expectation] {
    expectations
  }
  /// Takes the other branch.
  public static func buildEither(second expectations: [Expectation]) -> [Expectation] {
    expectations
  }
}
