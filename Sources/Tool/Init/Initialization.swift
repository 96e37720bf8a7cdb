/// The writing of a package to start from.
struct Initialization {
  private let folder: String
  private let draft: PackageDraft

  /// - Throws: `InitProblem` where an option cannot be.
  init(_ command: InitCommand) throws(InitProblem) {
    let home = FolderPath(command.folder)
    let name =
      if let name = command.name { try PackageName.checked(name) } else {
        PackageName.made(of: home.lastName)
      }
    if let url = command.url, !Self.isServerURL(url) { throw .serverURL(url) }
    folder = command.folder
    draft = PackageDraft(
      name: name, source: try PackageSource(command, home: home), serverURL: command.url,
      ci: command.ci)
  }

  /// Writes the package, and says what was written and what to do next.
  func perform(_ output: inout Output) throws(InitProblem) -> ToolStatus {
    var writer = PackageWriter(folder: folder)
    try writer.write(draft.files)
    output.print(InitAccount(folder: folder, draft: draft).text)
    if !draft.reachesSourceInCI {
      output.warn(
        "CI has no folder of Accord to build with: state a URL and a version in Package.swift first"
      )
    }
    return .holds
  }

  /// Whether a text is an address such as a run takes.
  private static func isServerURL(_ text: String) -> Bool {
    let lowercased = text.lowercased()
    guard let scheme = ["http://", "https://"].first(where: lowercased.hasPrefix) else {
      return false
    }
    let rest = text.dropFirst(scheme.count)
    let authority = rest.prefix { !"/?#".contains($0) }
    return !authority.isEmpty && !authority.hasPrefix(":") && !authority.contains("@")
      && !rest.contains("?") && !rest.contains("#")
      && text.unicodeScalars.allSatisfy { 0x21...0x7E ~= $0.value }
  }
}
