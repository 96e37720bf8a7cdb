internal import AccordContract
internal import AccordDocuments
internal import AccordRuns

/// Why something asked of the tool cannot be done.
enum ToolProblem: Error {
  /// There is no such command.
  case unknownCommand(String, known: [String])
  /// There is no rule of that id, nor one whose id begins so.
  case unknownRule(String, suggestion: String?)
  /// There is no such profile of rules.
  case unknownProfile(String)
  /// `select` has no path: nothing, or a file alone.
  case noPath
  /// No file is named.
  case noFile(purpose: String)
  /// Standard input is named more than once.
  case standardInputTwice(count: Int)
  /// An option means something beside another one only.
  case optionWithout(String, needs: String)
  /// `--collection` stands there more than once.
  case severalCollections
  /// `--namespace` is not `PREFIX=URI`.
  case namespace(String)
  /// `validate` has no schema.
  case noSchema
  /// `validate` has schemas of several kinds.
  case severalSchemas([String])
  /// There is no such draft.
  case draft(String)
  /// The JSONPath has a mistake.
  case path(JSONPathSyntaxError, PathMistake?)
  /// The XPath has a mistake; the prefixes that were given.
  case xpath(XPathSyntaxError, prefixes: [String])
  /// A file cannot be read.
  case unreadable(file: InputFile, reason: String)
  /// What is to be selected from is not JSON.
  case malformedJSON(InputFile, JSONSyntaxError, [UInt8])
  /// What is to be selected from is not XML.
  case malformedXML(InputFile, XMLSyntaxError)
  /// `compare` was given so many files.
  case notTwoRuns(Int)
  /// `--fail` names what is no kind of change.
  case kindsOfChange(String)
  /// Of two runs not one step could be compared.
  case nothingCompared(haveCommonSteps: Bool)
  /// What is to be compared is no run.
  case runFile(RunFileError)
  /// A limit was met.
  case noAnswer(InputFile, String)
  /// The JSON Schema is of no use.
  case schema(String, SchemaFileError)
  /// The XML Schema or the RELAX NG schema is of no use.
  case xmlSchema(option: String, InputFile, XMLSchemaError)
  /// `probe` has no URL.
  case noProbedURL
  /// What stands in a file of targets and cannot be: at least one.
  case targets([TargetMistake])
  /// Two options that say the same in two ways.
  case excludingOptions(String, String)
  /// A target that is no path.
  case targetPath(String, option: String)
  /// What is no origin.
  case origin(String)
  /// A path that options name as two targets.
  case repeatedTarget(String)
  /// `--item` does not say where items are.
  case item(String, ItemTemplate.Problem)
  /// `--sample-type` is no media type.
  case sampleType(String)
  /// An option's content is not JSON.
  case content(option: String, JSONSyntaxError, [UInt8])
  /// The environment does not have a secret.
  case noSecret(variable: String)
  /// No package can be written.
  case initialization(InitProblem)
}
