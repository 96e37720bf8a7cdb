internal import AccordDocuments

/// What is told of a package that was written.
struct InitAccount {
  let folder: String
  let draft: PackageDraft

  /// The files, and the two commands to run next.
  var text: String {
    let files = draft.files
    let width = files.map(\.path.count).max() ?? 0
    var lines = ["Wrote into \(isHere ? "this folder" : VisibleText.escape(folder)):"]
    for file in files {
      let gap = String(repeating: " ", count: width - file.path.count + 2)
      lines.append("  \(file.path)\(gap)\(file.purpose)")
    }
    lines += ["", "Next:", "  \(isHere ? "" : "cd \(shellWord) && ")swift run specs list"]
    lines.append("  swift run specs\(draft.serverURL == nil ? " --url URL" : "")")
    return lines.joined(separator: "\n") + "\n"
  }

  private var isHere: Bool { folder.isEmpty || folder == "." }

  /// The folder as a shell reads it.
  private var shellWord: String {
    let isPlain = folder.utf8.allSatisfy { $0.isASCIIAlphanumeric || "-_./".utf8.contains($0) }
    return isPlain && !folder.hasPrefix("-")
      ? folder : "'" + VisibleText.escape(folder).replacing("'", with: "'\\''") + "'"
  }
}
