internal import AccordContract
internal import AccordDocuments
internal import AccordReports
internal import AccordRuns

// What the tool says when something cannot be done.

extension ToolProblem: CustomStringConvertible {
  var description: String {
    switch self {
    case .unknownCommand(let name, let known): Self.unknownCommand(name, known)
    case .unknownRule(let name, let suggestion):
      "there is no rule '\(VisibleText.escape(name))'"
        + (suggestion.map { "; did you mean '\($0)'?" } ?? "; accord rules lists all of them")
    case .unknownProfile(let name):
      "--profile takes http, rest or owasp, not '\(VisibleText.escape(name))'"
    case .noPath: "no path: accord select '$.name' FILE"
    case .noFile(let purpose): "no file \(purpose): name one, or - for standard input"
    case .standardInputTwice(let count):
      "standard input can be read once, and - stands \(count) times on the command line"
    case .optionWithout(let option, let needs): "\(option) is of use beside \(needs) only"
    case .severalCollections:
      "one --collection only, since what else is said is said of it; a file of targets (--target) has more"
    case .namespace(let text):
      "--namespace takes PREFIX=URI, not '\(VisibleText.escape(text))'"
    case .noSchema:
      "no schema to validate with: give --schema for JSON, --xsd or --relaxng for XML"
    case .severalSchemas(let options):
      "\(options.joined(separator: " and ")) exclude each other: validate with one schema at a time"
    case .draft(let text):
      "--draft takes 4, 6, 7, 2019-09 or 2020-12, not '\(VisibleText.escape(text))'"
    case .path(let error, let mistake):
      "this is not a JSONPath:\n"
        + Picture.lines(
          of: Array(error.path.utf8), at: error.position,
          remark: Self.text(error.reason.description, error.reason.misspelling))
        + (mistake.map { "\n  \($0)" } ?? "")
    case .xpath(let error, let prefixes):
      "this is not an XPath:\n"
        + Picture.lines(
          of: Array(error.expression.utf8), at: error.position,
          remark: Self.text(error.reason.description, error.reason.misspelling))
        + Self.hint(error.reason, prefixes)
    case .unreadable(let file, let reason): "\(file.shownName): cannot be read: \(reason)"
    case .malformedJSON(let file, let error, let octets):
      "\(file.shownName):\(error.line):\(error.column): not JSON:"
        + (error.isPictured
          ? "\n" + Picture.lines(of: octets, at: error.position, remark: error.reason.description)
          : " \(error.reason)")
    case .malformedXML(let file, let error): "\(file.shownName)\(error.report.wording)"
    case .notTwoRuns(let count):
      "compare takes two files, the earlier run and the later one, not \(count): accord compare "
        + "before/run.jsonl after/run.jsonl"
    case .kindsOfChange(let text):
      "--fail takes status, outcome, type, fields, shape, with commas, or none, not "
        + "'\(VisibleText.escape(text))'"
    case .nothingCompared(let haveCommonSteps):
      "not one step was compared: "
        + (haveCommonSteps ? "no step was run in both runs" : "the runs have no step in common")
    case .runFile(let error): "\(error)"
    case .noAnswer(let file, let reason): "\(file.shownName): \(VisibleText.escape(reason))"
    case .schema(let reference, let error): error.wording(of: reference)
    case .xmlSchema(let option, let file, let error):
      "\(option) '\(file.shownName)': the schema cannot be used\n"
        + (error.reports.isEmpty
          ? "  \(error)"
          : error.reports.map { "  \($0.account)" }.joined(separator: "\n"))
    case .noProbedURL: "no API to probe: accord probe http://127.0.0.1:8080/products"
    case .targets(let mistakes):
      mistakes.map(\.description).joined(separator: "\nerror: ")
    case .excludingOptions(let one, let other) where one == "--page-parameter":
      "\(one) and \(other) exclude each other"
    case .excludingOptions(let one, let other):
      "\(one) and \(other) exclude each other: say what is probed in a file or by options"
    case .targetPath(let path, let option):
      "\(option) takes a path that begins with a slash, such as "
        + "\(option == "--item" ? "/items/{id}" : "/items"), not '\(VisibleText.escape(path))'"
    case .origin(let text):
      "--origin takes scheme and host as browsers send them, such as https://app.example, not "
        + "'\(VisibleText.escape(text))'"
    case .repeatedTarget(let path):
      "'\(VisibleText.escape(path))' is named as two targets; a file of targets can tell them apart"
    case .item(let path, let problem):
      "--item: '\(VisibleText.escape(path))' \(AccordReports.Wording.message(problem)); write as in "
        + "'/items/{id}'"
    case .sampleType(let text):
      "--sample-type takes a media type, such as application/json, not '\(VisibleText.escape(text))'"
    case .content(let option, let error, let octets):
      "\(option) takes JSON, unless --sample-type says another media type:"
        + (error.isPictured
          ? "\n" + Picture.lines(of: octets, at: error.position, remark: error.reason.description)
          : " \(error.reason)")
    case .noSecret(let name):
      "the environment has no variable \(VisibleText.escape(name)), which is to hold a secret"
    case .initialization(let problem): problem.description
    }
  }

  private static func unknownCommand(_ name: String, _ known: [String]) -> String {
    let shown = VisibleText.escape(name)
    if name.hasPrefix("$") {
      return "'\(shown)' is no command; to select by a path: accord select '\(shown)' FILE"
    }
    let suggestion =
      NearMiss.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
      ?? "commands are \(known.joined(separator: ", "))"
    return "'\(shown)' is no command; \(suggestion)"
  }

  private static func text(
    _ reason: String, _ misspelling: (name: String, candidates: [String])?
  ) -> String {
    misspelling.flatMap { NearMiss.nearest(to: $0.name, among: $0.candidates) }
      .map { "\(reason); did you mean \($0)?" } ?? reason
  }

  private static func hint(_ reason: XPathSyntaxError.Reason, _ prefixes: [String]) -> String {
    guard case .unboundPrefix(let prefix) = reason else { return "" }
    let near = NearMiss.nearest(to: prefix, among: prefixes).map { "; did you mean \($0)?" } ?? ""
    return "\n  say what it means with --namespace \(VisibleText.escape(prefix))=URI\(near)"
  }
}

extension PathMistake: CustomStringConvertible {
  var description: String {
    switch self {
    case .order(let path, let file):
      "the path comes before the files: accord select '\(VisibleText.escape(path))' "
        + VisibleText.escape(file)
    case .xpath(let text): "for an XPath, say --xpath '\(VisibleText.escape(text))'"
    case .root(let path): "did you mean '\(VisibleText.escape(path))'?"
    case .shell: "in double quotes a shell replaces $ and what follows it: use single quotes"
    }
  }
}

extension XMLReport {
  /// What follows the name of a document that is not well-formed: `:3:14: not well-formed XML: …`.
  var wording: String { "\(place): not well-formed XML: \(VisibleText.escape(message))" }

  /// One line with the place: `product.xsd:3: …`.
  var account: String {
    let start = VisibleText.escape(file ?? "") + place
    return (start.isEmpty ? "" : "\(start): ") + VisibleText.escape(message)
  }

  private var place: String {
    // libxml2 says 0 or -1 where it does not know.
    guard line > 0 else { return "" }
    return column > 0 ? ":\(line):\(column)" : ":\(line)"
  }
}

extension JSONSyntaxError {
  /// Whether there is text to be shown, and it is text.
  fileprivate var isPictured: Bool {
    switch reason {
    case .empty, .otherEncoding: false
    default: true
    }
  }
}
