/// A JSON Schema, compiled once to judge many values.
///
/// ```swift
/// let schema = try JSONSchema(compiling: JSONDocument(parsing: #"{"type": "object"}"#))
/// schema.accepts(document.root)
/// schema.validate(document.root).first?.description
/// ```
///
/// All of drafts 4, 6, 7, 2019-09 and 2020-12 is there, as `$schema` says or else as the options
/// do. References lead into the document, to ``SchemaResources`` and to the drafts' metaschemas;
/// nothing is fetched. What no draft settles is decided so:
///
/// - Members of the same name are judged each and counted each; to `enum`, `const` and
///   `uniqueItems` the last counts.
/// - Keywords that are not known are remarks, and so are `contentEncoding`, `contentMediaType` and
///   `contentSchema`. `dependencies` counts in later drafts too.
/// - Patterns are searched for as ECMA-262 says, within the bounds of ``Pattern``. Where there is no
///   verdict within them, the value is not accepted, and a violation says why.
package struct JSONSchema: Sendable {
  private let program: SharedSchemaProgram

  /// Compiles a schema with all that it refers to.
  ///
  /// - Parameters:
  ///   - document: The document with the schema.
  ///   - pointer: Where in the document it is.
  ///   - resources: The other documents that references may lead to.
  ///   - options: What the schema does not say itself.
  /// - Throws: The first mistake in what can be reached from the schema, with its place.
  package init(
    compiling document: JSONDocument, at pointer: JSONPointer = JSONPointer(tokens: []),
    resources: SchemaResources = SchemaResources(), options: SchemaOptions = SchemaOptions()
  ) throws(JSONSchemaError) {
    var compiler = SchemaCompiler(provided: resources, options: options)
    program = SharedSchemaProgram(try compiler.compile(document, at: pointer))
  }

  /// Whether a value holds, which stops at the first violation.
  package func accepts(_ node: JSONNode) -> Bool {
    judge(node, isCollecting: false) { judge, holds in holds && judge.obstacle == nil }
  }

  /// All violations of a value; none if it holds.
  ///
  /// They are in the order of the document as far as one schema's keywords allow. Of more than
  /// 100,000 the rest is left out, with a violation that says so.
  ///
  /// - Parameters:
  ///   - node: The value.
  ///   - base: Where the value is said to be; nil for where it is in its document.
  package func validate(_ node: JSONNode, at base: JSONLocation? = nil) -> [SchemaViolation] {
    judge(node, isCollecting: true) { judge, _ in
      var findings = judge.findings
      if let obstacle = judge.obstacle { findings.append(obstacle) }
      guard !findings.isEmpty else { return [] }
      var report = SchemaReport(judge: judge, start: node)
      return report.violations(findings, from: base ?? node.location)
    }
  }

  /// Whether a value holds, or why there is no verdict.
  package func verdict(on node: JSONNode) -> Result<Bool, SchemaObstacle> {
    judge(node, isCollecting: false) { judge, holds in
      if case .obstacle(let obstacle) = judge.obstacle?.demand { return .failure(obstacle) }
      return .success(holds)
    }
  }

  private func judge<Outcome>(
    _ node: JSONNode, isCollecting: Bool, _ conclude: (SchemaJudge, Bool) -> Outcome
  ) -> Outcome {
    let document = node.document
    return document.tape.withUnsafeBufferPointer { tape in
      document.bytes.withUnsafeBufferPointer { bytes in
        var judge = SchemaJudge(
          program: program, document: document, tape: tape, bytes: bytes,
          isCollecting: isCollecting, depth: DeepStack.levelsAnywhere)
        var holds = judge.judge(node.index)
        if judge.isTooDeep {
          let wasRun = DeepStack.run {
            var again = SchemaJudge(
              program: program, document: document, tape: tape, bytes: bytes,
              isCollecting: isCollecting, depth: DeepStack.levels)
            holds = again.judge(node.index)
            judge = again
          }
          if !wasRun { holds = false }
        }
        return conclude(judge, holds)
      }
    }
  }
}

extension SchemaJudge {
  fileprivate var isTooDeep: Bool {
    if case .obstacle(.depth) = obstacle?.demand { true } else { false }
  }
}
