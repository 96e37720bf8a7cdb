internal import AccordContract
internal import AccordDocuments

/// What a command line says is to be probed.
struct ProbeDraft {
  /// The base URL.
  let url: String
  let conformance: Conformance
  /// The environment variables that have secrets.
  let variables: [String]

  /// What ids begin with where nothing else is said: the same wherever the API is.
  static let name = "API"

  /// - Throws: Why it says nothing that can be probed.
  init(_ url: String, _ options: TargetOptions) throws(ToolProblem) {
    if let path = options.file {
      if let other = options.targetOption { throw .excludingOptions("--target", other) }
      let file = try TargetFile(InputFile(name: path))
      self.init(url: url, conformance: file.conformance, variables: file.variables)
      return
    }
    guard options.targetOption != nil else {
      let (origin, path) = Self.parts(of: url)
      let conformance = Conformance(
        Self.name, traits: [],
        targets: [ConformanceTarget(Template(path), .document)])
      self.init(url: origin, conformance: conformance, variables: [])
      return
    }
    let targets = try OptionTargets(options).targets
    self.init(
      url: url, conformance: Conformance(Self.name, traits: [], targets: targets),
      variables: [options.bearerVariable].compactMap(\.self))
  }

  private init(url: String, conformance: Conformance, variables: [String]) {
    self.url = url
    self.conformance = conformance
    self.variables = variables
  }

  /// The variable whose value an environment variable of the same name has.
  static func secret(_ name: String) -> Variable { Variable(name, .secret) }

  /// A URL by itself is a document: what stands before its path, and the path with its query.
  private static func parts(of url: String) -> (origin: String, path: String) {
    guard let start = url.firstRange(of: "://")?.upperBound else { return (url, "/") }
    let end = url[start...].firstIndex { "/?#".contains($0) } ?? url.endIndex
    let path = url[end...].prefix { $0 != "#" }
    return (String(url[..<end]), path.hasPrefix("/") ? String(path) : "/\(path)")
  }
}
