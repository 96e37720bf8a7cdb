internal import AccordDocuments

extension InitProblem: CustomStringConvertible {
  var description: String {
    switch self {
    case .noSource:
      "nothing says where Accord comes from: give --accord URL --version \(AccordVersion.current), "
        + "or --accord PATH for a folder that holds it"
    case .noRequirement(let url):
      "--accord \(shown(url)) is a URL and needs --version or --branch; this is Accord "
        + "\(AccordVersion.current): --version \(AccordVersion.current)"
    case .twoRequirements: "--version and --branch exclude each other"
    case .requirementOfPath(let option):
      "\(option) is of use beside a URL only: a folder is taken as it is"
    case .version(let text):
      "--version takes three numbers such as \(AccordVersion.current), not '\(shown(text))'"
        + Self.withoutLetter(text)
    case .branch(let text): "--branch takes a branch's name, not '\(shown(text))'"
    case .sourceURL(let url):
      "--accord '\(shown(url))' names no repository: the last part of a URL's path is its name"
    case .noPackage(let path):
      "--accord '\(shown(path))': there is no Package.swift in this folder"
    case .sameIdentity(let name):
      "the folder to write into and the one of Accord are both called '\(shown(name))', and SwiftPM "
        + "tells packages by that: choose another folder"
    case .name(let name, let suggestion):
      "--name takes letters, digits, - and _, with a letter first, not '\(shown(name))'; "
        + "'\(suggestion)' would do"
    case .serverURL(let url):
      "--url takes an http or https URL with a host, without credentials, not '\(shown(url))'"
    case .filesInTheWay(let files):
      "\(files.count == 1 ? "a file is" : "files are") in the way, and none is overwritten:\n"
        + files.map { "  \(shown($0))" }.joined(separator: "\n")
    case .unwritable(let name, let reason):
      "\(shown(name)): cannot be written: \(reason); nothing was written"
    }
  }

  private func shown(_ text: String) -> String { VisibleText.escape(text) }

  private static func withoutLetter(_ text: String) -> String {
    guard text.hasPrefix("v"), SemanticVersion.isOne(String(text.dropFirst())) else { return "" }
    return "; did you mean \(text.dropFirst())?"
  }
}
