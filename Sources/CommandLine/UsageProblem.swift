internal import AccordArchives
internal import AccordRuns

/// Why a command line cannot be carried out: exit code 64.
enum UsageProblem: Error, Equatable {
  case runFile(RunFileError, option: String)
  /// Not one step of the contract was run in the run of `--compare`, whose contract has a name.
  case nothingToCompare(file: String, contract: String, hasSteps: Bool)
  case baseline(BaselineError)
  /// `--update-baseline` for a part of a run.
  case baselineOfShard
  case noURL
  case archive(ArchiveError)
  case url(source: String, reason: String)
  case filter(String, String)
  case assignment(String, option: String)
  case unknownVariable(String, option: String, suggestion: String?)
  case variablesFile(String, reason: String)
  case unusableValue(variable: String, expected: String)
  case shortSecret(String)
  case secretsInCI
  /// Two options whose reports are one file.
  case sharedReportPath(String, String)
  /// A report at the place of a file that is read.
  case replacedInput(report: String, file: String)
  case portWithoutPlace(String)
  case unreadableFile(String, option: String)
  case shortCredential(String)
  case noPassword(String)
  /// `--digest` with nobody to be.
  case digestOfNobody
  case transportEntry(String, of: String, form: String)
  case noClientID
  case noClientSecret
  case proxyScheme(String, source: String)
  case noProxy(source: String)
  case unboundPassword(String, trait: String)
  case shard(ShardProblem)
  case unknownRule(String, option: String, suggestion: String?)
  /// Rules are chosen, and neither option nor contract asks to hold to any.
  case rulesWithoutConformance(option: String)
  /// `--allow` where the contract probes nothing.
  case nothingToAllow
}
