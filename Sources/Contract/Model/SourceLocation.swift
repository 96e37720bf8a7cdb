/// A place in a contract's source, as the compiler saw it.
public struct SourceLocation: Hashable, Sendable {
  /// The module and the file's name, `specs/Cart.swift`.
  package var fileID: String
  /// The file's path on the machine that built the contract.
  ///
  /// Never printed: reports show paths relative to the package.
  package var filePath: String
  /// The line, counted from 1.
  package var line: Int
  /// The column in UTF-8 code units, counted from 1.
  package var column: Int

  package init(fileID: String, filePath: String, line: Int, column: Int) {
    self.fileID = fileID
    self.filePath = filePath
    self.line = line
    self.column = column
  }

  /// The place of a value that stands in no builder yet.
  package static let unknown = SourceLocation(fileID: "", filePath: "", line: 0, column: 0)
}

extension SourceLocation: CustomStringConvertible {
  /// `specs/Cart.swift:21:5`.
  public var description: String { "\(fileID):\(line):\(column)" }
}
