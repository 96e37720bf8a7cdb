/// Collects the targets of a `Conformance`, and notes where each stands.
@resultBuilder
public enum ConformanceBuilder {
  /// Takes a collection.
  public static func buildExpression(
    _ target: CollectionTarget, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column
  ) -> [ConformanceTarget] {
    [target.target.located(fileID, filePath, line, column)]
  }

  /// Takes a document.
  public static func buildExpression(
    _ target: DocumentTarget, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column
  ) -> [ConformanceTarget] {
    [target.target.located(fileID, filePath, line, column)]
  }

  /// Takes a protected path.
  public static func buildExpression(
    _ target: ProtectedTarget, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column
  ) -> [ConformanceTarget] {
    [target.target.located(fileID, filePath, line, column)]
  }

  /// Says what is wrong with a request among targets.
  @available(*, unavailable, message: "a request stands beside Conformance, not in it")
  public static func buildExpression(_ step: Step) -> [ConformanceTarget] { [] }

  /// Takes targets that were made elsewhere.
  public static func buildExpression(_ targets: [ConformanceTarget]) -> [ConformanceTarget] {
    targets
  }

  /// Joins the statements of a block.
  public static func buildBlock(_ targets: [ConformanceTarget]...) -> [ConformanceTarget] {
    targets.flatMap { $0 }
  }
  /// Joins what a loop made.
  public static func buildArray(_ targets: [[ConformanceTarget]]) -> [ConformanceTarget] {
    targets.flatMap { $0 }
  }
  /// Takes an `if` without `else`.
  public static func buildOptional(_ targets: [ConformanceTarget]?) -> [ConformanceTarget] {
    targets ?? []
  }
  /// Takes the first branch.
  public static func buildEither(first targets: [ConformanceTarget]) -> [ConformanceTarget] {
    targets
  }
  /// Takes the other branch.
  public static func buildEither(second targets: [ConformanceTarget]) -> [ConformanceTarget] {
    targets
  }
}

extension ConformanceTarget {
  fileprivate func located(
    _ fileID: String, _ filePath: String, _ line: Int, _ column: Int
  ) -> ConformanceTarget {
    var target = self
    target.location = SourceLocation(
      fileID: fileID, filePath: filePath, line: line, column: column)
    return target
  }
}
