internal import AccordDocuments

/// The failures of a contract that are known.
///
/// As a file it is JSON Lines, one entry a line and sorted: what a pull request adds or takes out is
/// exactly the lines that it shows, while in an array a comma of the line before would change too.
///
///     {"id":"/cart › PUT /cart/{cart}","kind":"json","place":"$.price","reason":"ABC-12"}
package struct Baseline: Sendable, Equatable {
  /// The entries, sorted when they are written.
  package var entries: [BaselineEntry]

  package init(_ entries: [BaselineEntry] = []) { self.entries = entries }

  // MARK: - Reading

  /// Reads a file.
  ///
  /// Members that are not known are refused: a misspelt `expires` would make an entry last for ever.
  package init(path: String) throws(BaselineError) {
    entries = []
    var number = 0
    var lines = try Self.open(path)
    while true {
      number += 1
      let line: [UInt8]?
      do throws(LineReader.Failure) { line = try lines.next() } catch {
        throw Self.error(error, path, number)
      }
      guard let line else { break }
      guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { continue }
      do throws(BaselineError.Problem) {
        var entry = try BaselineEntry(parsing: line)
        entry.line = number
        entries.append(entry)
      } catch {
        throw BaselineError(path: path, line: number, problem: error)
      }
    }
    let sorted = entries.sorted()
    for (first, second) in zip(sorted, sorted.dropFirst()) where first.hasSameSubject(as: second) {
      throw BaselineError(
        path: path, line: max(first.line, second.line),
        problem: .repeated(line: min(first.line, second.line)))
    }
  }

  private static func open(_ path: String) throws(BaselineError) -> LineReader {
    do throws(LineReader.Failure) { return try LineReader(path: path) } catch {
      throw Self.error(error, path, 0)
    }
  }

  private static func error(
    _ failure: LineReader.Failure, _ path: String, _ line: Int
  ) -> BaselineError {
    switch failure {
    case .missing: BaselineError(path: path, line: 0, problem: .missing)
    case .system(let words): BaselineError(path: path, line: 0, problem: .unreadable(words))
    case .lineTooLong(let limit):
      BaselineError(path: path, line: line, problem: .lineTooLong(limit: limit))
    }
  }

  // MARK: - Writing

  /// The file's text: an entry a line, sorted.
  package var text: String {
    var text = ""
    for entry in entries.sorted() {
      var json = JSONWriter()
      entry.write(to: &json)
      text += json.text + "\n"
    }
    return text
  }

  /// Writes the file: whole, or not at all.
  package func write(to path: String) throws(BaselineError) {
    do throws(AtomicFile.Failure) {
      try AtomicFile.write(Array(text.utf8), to: path)
    } catch {
      throw BaselineError(path: path, line: 0, problem: .unwritable(error.words))
    }
  }
}
