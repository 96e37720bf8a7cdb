/// Where the package Accord comes from.
enum PackageSource: Equatable {
  /// Which commit of a repository is taken.
  enum Requirement: Equatable {
    case version(String)
    case branch(String)
  }

  case repository(url: String, Requirement)
  /// A folder; the path is absolute, or relative to the new package.
  case folder(String)

  /// What the options say.
  ///
  /// - Parameter home: The folder of the new package, which a relative path is made relative to.
  init(_ command: InitCommand, home: FolderPath) throws(InitProblem) {
    guard let given = command.accord, !given.isEmpty else { throw .noSource }
    guard Self.isURL(given) else {
      if command.version != nil { throw .requirementOfPath(option: "--version") }
      if command.branch != nil { throw .requirementOfPath(option: "--branch") }
      let folder = FolderPath(given)
      guard folder.holds("Package.swift") else { throw .noPackage(path: given) }
      self = .folder(given.hasPrefix("/") ? folder.text : folder.relative(to: home))
      try requireOtherIdentity(than: home, folder.lastName)
      return
    }
    guard Self.isText(given), !Self.identity(of: given).isEmpty else { throw .sourceURL(given) }
    switch (command.version, command.branch) {
    case (nil, nil): throw .noRequirement(url: given)
    case (_?, _?): throw .twoRequirements
    case (let version?, nil):
      guard SemanticVersion.isOne(version) else { throw .version(version) }
      self = .repository(url: given, .version(version))
    case (nil, let branch?):
      guard Self.isText(branch) else { throw .branch(branch) }
      self = .repository(url: given, .branch(branch))
    }
    try requireOtherIdentity(than: home, Self.identity(of: given))
  }

  /// What a target names the package by.
  var identity: String {
    switch self {
    case .repository(let url, _): Self.identity(of: url)
    case .folder: "accord"
    }
  }

  /// The dependency as a manifest states it.
  var dependency: String {
    switch self {
    case .folder(let path): ".package(name: \"accord\", path: \(path.swiftLiteral))"
    case .repository(let url, .branch(let branch)):
      ".package(url: \(url.swiftLiteral), branch: \(branch.swiftLiteral))"
    case .repository(let url, .version(let version)) where SemanticVersion.isUnstable(version):
      ".package(url: \(url.swiftLiteral), .upToNextMinor(from: \(version.swiftLiteral)))"
    case .repository(let url, .version(let version)):
      ".package(url: \(url.swiftLiteral), from: \(version.swiftLiteral))"
    }
  }

  /// `https://…`, `ssh://…`, `file://…`, and git's own `user@host:path`.
  private static func isURL(_ text: String) -> Bool {
    if text.contains("://") { return true }
    guard let at = text.firstIndex(of: "@"), let colon = text.firstIndex(of: ":") else {
      return false
    }
    return at < colon && !text[..<colon].contains("/")
  }

  /// The last part of the path, without `.git`: how SwiftPM names packages.
  private static func identity(of url: String) -> String {
    let rest = url.split(separator: "://", maxSplits: 1).last ?? ""
    let parts = rest.split { $0 == "/" || $0 == ":" }
    guard parts.count > 1 || url.hasPrefix("file://"), let last = parts.last else { return "" }
    return String(last.hasSuffix(".git") ? last.dropLast(4) : last)
  }

  /// Whether something stands there, and nothing that cannot be seen.
  private static func isText(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
  }

  private func requireOtherIdentity(
    than home: FolderPath, _ name: String
  ) throws(InitProblem) {
    guard home.lastName.lowercased() != name.lowercased() else { throw .sameIdentity(name) }
  }
}

extension String {
  /// The text as a string literal of Swift.
  var swiftLiteral: String {
    "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
