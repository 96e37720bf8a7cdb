internal import AccordContract
internal import AccordDocuments

/// A file that says what is held to rules, as the language of contracts would.
///
/// `accord probe --target-schema` prints what may stand in it.
struct TargetFile {
  let conformance: Conformance
  /// The environment variables that have its secrets.
  let variables: [String]

  /// Reads a file.
  ///
  /// - Throws: All mistakes in it.
  init(_ file: InputFile) throws(ToolProblem) {
    try self.init(try file.read(), of: file)
  }

  init(_ octets: [UInt8], of file: InputFile) throws(ToolProblem) {
    let document: JSONDocument
    do throws(JSONSyntaxError) {
      document = try JSONDocument(parsing: octets)
    } catch {
      throw .malformedJSON(file, error, octets)
    }
    let mistakes = try Self.mistakes(in: document, file)
    guard mistakes.isEmpty else { throw .targets(mistakes) }
    var reader = TargetReader(file)
    conformance = reader.conformance(document.root)
    guard reader.mistakes.isEmpty else { throw .targets(reader.mistakes) }
    variables = reader.variables
  }

  private static func mistakes(
    in document: JSONDocument, _ file: InputFile
  ) throws(ToolProblem) -> [TargetMistake] {
    let repeated = repeatedMembers(in: document.root, file)
    guard repeated.isEmpty else { return repeated }
    do {
      let text = try TargetSchema.document()
      let schema = try JSONSchema(compiling: text)
      return TargetViolations(text, file: file).mistakes(schema.validate(document.root))
    } catch {
      // The schema is our own; a test compiles it.
      throw .noAnswer(file, "there is no verdict: \(error)")
    }
  }

  /// Members that are named twice in one object: which of them counts differs from reader to reader
  /// (RFC 8259 section 4).
  private static func repeatedMembers(
    in root: JSONNode, _ file: InputFile
  ) -> [TargetMistake] {
    var mistakes: [TargetMistake] = []
    var open = [root]
    while let node = open.popLast() {
      for name in node.duplicateNames {
        guard let second = node.members.filter({ $0.nameEquals(name) }).dropFirst().first else {
          continue
        }
        mistakes.append(
          TargetMistake(
            "the member is named twice in one object", at: second.value,
            offset: second.nameNode.byteOffset, in: file))
      }
      open += node.elements.map { $0 } + node.members.map(\.value)
    }
    return mistakes.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }
}
