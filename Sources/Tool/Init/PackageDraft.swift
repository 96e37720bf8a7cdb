/// The package that is to be written, decided in every part.
struct PackageDraft {
  let name: String
  let source: PackageSource
  /// The base URL that the contract states, if it states one.
  let serverURL: String?
  let ci: InitCommand.CISystem

  /// Its files, in the order in which somebody new should read them.
  var files: [NewFile] {
    var files = [
      NewFile(path: "Package.swift", text: manifest, purpose: "the package, on top of Accord"),
      NewFile(path: "specs/Contract.swift", text: contract, purpose: "the contract: begin here"),
      NewFile(path: "specs/main.swift", text: program, purpose: "the program that runs it"),
    ]
    switch ci {
    case .github:
      files.append(
        NewFile(
          path: ".github/workflows/contract.yml", text: workflow, purpose: "runs it on GitHub"))
    case .gitlab:
      files.append(
        NewFile(path: ".gitlab-ci.yml", text: pipeline, purpose: "runs it on GitLab"))
    case .none: break
    }
    return files + [
      NewFile(path: ".gitignore", text: ignored, purpose: "keeps out what is built and reported"),
      NewFile(path: "reports/README.md", text: reports, purpose: "where runs write"),
    ]
  }

  /// Whether a CI system, which checks out this package alone, has Accord to build with.
  var reachesSourceInCI: Bool {
    if case .folder = source { ci == .none } else { true }
  }
}
