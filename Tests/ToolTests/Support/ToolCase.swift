import Foundation
import Testing

/// A command line of the tool, and what must come of it, letter by letter.
struct ToolCase: Sendable, CustomTestStringConvertible {
  let arguments: [String]
  /// What standard input gives.
  var input = ""
  var output = ""
  var errors = ""
  let status: Int32

  var testDescription: String { arguments.joined(separator: " ") }

  init(
    _ arguments: String..., input: String = "", output: String = "", errors: String = "",
    status: Int32
  ) {
    self.arguments = arguments
    self.input = input
    self.output = output
    self.errors = errors
    self.status = status
  }

  /// Runs the built tool among the files, and compares.
  func check(in files: [String: String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let outcome = try ToolRun(files: files).run(arguments, input: input)
    #expect(outcome.output == output.ended, sourceLocation: sourceLocation)
    #expect(outcome.errors == errors.ended, sourceLocation: sourceLocation)
    #expect(outcome.status == status, sourceLocation: sourceLocation)
  }
}

extension String {
  /// With a line break at the end, unless it is empty.
  var ended: String { isEmpty || hasSuffix("\n") ? self : self + "\n" }
}
