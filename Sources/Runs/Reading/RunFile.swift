internal import AccordDocuments

/// The record of a run in JSON Lines, as `--report jsonl=PATH` writes it, read back line by line.
///
///     var file = try RunFile(path: "reports/run.jsonl")
///     while let step = try file.next() { … }
///     print(file.header.contract, file.footer?.failed ?? 0)
///
/// The format is described in `reports/README.md`. Members and events that are not known are ignored.
package struct RunFile: ~Copyable {
  /// The version of the format that is read.
  package static let formatVersion = 1

  /// The file, as the user named it.
  package let path: String
  /// What was known when the run began.
  package let header: RecordedHeader
  /// What was known when the run had ended: there once ``next()`` has given `nil`.
  package private(set) var footer: RecordedFooter?

  private var lines: LineReader
  private var number = 1
  /// Where the last line of the run is.
  private var endLine = 0
  private var tally = StepTally()

  /// Opens a file and reads its first line.
  ///
  /// - Throws: `RunFileError`, where the file cannot be read or is not that of a run.
  package init(path: String) throws(RunFileError) {
    try self.init(path: path, lineLimit: LineReader.longestLine)
  }

  init(path: String, lineLimit: Int) throws(RunFileError) {
    var lines = try Self.open(path, lineLimit)
    guard let line = try Self.line(&lines, path, 1) else { throw RunFileError(path: path, .empty) }
    guard line.value("event")?.string == "run", line.value("accord") != nil else {
      throw line.error(.noHeader)
    }
    let version = try line.integer("accord")
    guard version == Self.formatVersion else {
      throw line.error(.otherVersion(found: version, known: Self.formatVersion))
    }
    header = try RecordedHeader(line)
    self.path = path
    self.lines = lines
  }

  private static func open(_ path: String, _ limit: Int) throws(RunFileError) -> LineReader {
    do throws(LineReader.Failure) { return try LineReader(path: path, limit: limit) } catch {
      throw Self.error(error, path, 0)
    }
  }

  /// The next step, in the order in which steps were completed; `nil` after the last.
  ///
  /// - Throws: `RunFileError`, also where the file ends before the run does.
  package mutating func next() throws(RunFileError) -> RecordedStep? {
    guard let line = try nextStep() else { return nil }
    return try RecordedStep(line)
  }

  /// The next step's place alone, which costs a third of reading it all.
  ///
  /// - Throws: As ``next()``, but for what else the step's line says.
  package mutating func nextPlace() throws(RunFileError) -> RecordedPlace? {
    guard let line = try nextStep() else { return nil }
    return RecordedPlace(
      id: try line.string("id"),
      wholeIndex: try line.optional("wholeIndex") { name throws(RunFileError) in
        try line.integer(name)
      },
      repetition: try line.integer("repetition", from: 1))
  }

  /// The next step's line; `nil` after the last.
  private mutating func nextStep() throws(RunFileError) -> RecordLine? {
    while true {
      number += 1
      guard let line = try Self.line(&lines, path, number) else {
        guard let footer else { throw RunFileError(path: path, line: number, .cutOff) }
        if let problem = tally.difference(from: footer, header) {
          throw RunFileError(path: path, line: endLine, problem)
        }
        return nil
      }
      switch try line.string("event") {
      case "step":
        guard footer == nil else { throw line.error(.afterEnd) }
        try tally.add(line)
        return line
      case "run": throw line.error(.secondHeader(afterEnd: footer != nil))
      case "end":
        guard footer == nil else { throw line.error(.secondHeader(afterEnd: true)) }
        footer = try RecordedFooter(line)
        endLine = number
      default: break
      }
    }
  }

  private static func line(
    _ lines: inout LineReader, _ path: String, _ number: Int
  ) throws(RunFileError) -> RecordLine? {
    let octets: [UInt8]?
    do throws(LineReader.Failure) { octets = try lines.next() } catch {
      throw Self.error(error, path, number)
    }
    guard let octets else { return nil }
    let node: JSONNode
    do throws(JSONSyntaxError) { node = try JSONDocument(parsing: octets).root } catch {
      // A line that was being written when the run was killed.
      if !lines.lineWasWhole, number > 1 {
        throw RunFileError(path: path, line: number, .cutOff)
      }
      throw RunFileError(path: path, line: number, .notJSON(error.description))
    }
    guard node.kind == .object else {
      throw RunFileError(
        path: path, line: number, number == 1 ? .noHeader : .notJSON(node.excerpt(limit: 60)))
    }
    return RecordLine(node: node, path: path, number: number)
  }

  private static func error(
    _ failure: LineReader.Failure, _ path: String, _ line: Int
  ) -> RunFileError {
    switch failure {
    case .missing: RunFileError(path: path, .missing)
    case .system(let words): RunFileError(path: path, .unreadable(words))
    case .lineTooLong(let limit): RunFileError(path: path, line: line, .lineTooLong(limit: limit))
    }
  }
}
