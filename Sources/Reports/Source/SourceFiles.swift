internal import AccordContract

/// Where the contract's source may be read, to show its lines.
package struct SourceOptions: Sendable {
  /// `--source-root`: where the source lies, if not where the program was built.
  package var root: String?
  /// The running program's file: source that is newer than it is not what ran.
  package var program: String?

  package init(root: String? = nil, program: String? = nil) {
    self.root = root
    self.program = program
  }
}

/// Reads the contract's lines, and tells how its files are called.
///
/// Files are read once; what is kept is bounded. Paths are those within the package: where it lies
/// on a machine is in no report.
///
/// A class, since the reports of a run share what was read.
final class SourceFiles {
  /// A file of the contract on this machine.
  private struct File {
    /// Its path within the package.
    var shownPath: String
    /// Where it lies, if it was found.
    var realPath: String?
    /// Its lines, where it may be shown.
    var lines: [Substring]?
  }

  private let options: SourceOptions
  private let programModified: Int64?
  private var files: [String: File] = [:]
  private var roots: [String: String?] = [:]

  private static let fileLimit = 256
  private static let sizeLimit = 4 << 20

  init(_ options: SourceOptions) {
    self.options = options
    programModified = options.program.flatMap(POSIX.facts)?.modified
  }

  /// The path within the package, or the module and the file's name where that is not known.
  func path(of location: SourceLocation) -> String { file(location).shownPath }

  /// The path within the repository, which may hold the package in a folder.
  ///
  /// - Parameter workspace: Where a CI system has checked the repository out.
  func repositoryPath(of location: SourceLocation, workspace: String?) -> String {
    let file = file(location)
    guard let path = file.realPath else { return file.shownPath }
    let workspace = workspace.flatMap(POSIX.realPath)
    let holdsRepository = workspace.map { POSIX.exists("\($0)/.git") } ?? false
    return (holdsRepository ? Self.pathWithin(workspace, path) : nil)
      ?? Self.pathWithin(Self.repository(above: path), path)
      ?? Self.pathWithin(workspace, path) ?? file.shownPath
  }

  private static func repository(above path: String) -> String? {
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
      folder = folder[..<slash]
      if POSIX.exists("\(folder)/.git") { return String(folder) }
    }
    return nil
  }

  /// As in `specs/Cart.swift:21:5`.
  func place(_ location: SourceLocation) -> String {
    "\(path(of: location)):\(location.line):\(location.column)"
  }

  /// The line of the source, where it is found and is not newer than the program.
  func line(_ location: SourceLocation) -> Substring? {
    guard let lines = file(location).lines, lines.indices.contains(location.line - 1) else {
      return nil
    }
    return lines[location.line - 1]
  }

  /// The path of any file as reports may show it: within its package, or its name alone.
  func shownPath(_ path: String) -> String {
    guard path.hasPrefix("/") else { return path }
    return Self.pathWithin(root(above: path), path) ?? Wording.fileName(path)
  }

  private func file(_ location: SourceLocation) -> File {
    if let known = files[location.filePath] { return known }
    var file = File(shownPath: location.fileID)
    if !location.filePath.isEmpty, let found = find(location.filePath) {
      file.shownPath =
        Self.pathWithin(root(above: found) ?? options.root.flatMap(POSIX.realPath), found)
        ?? location.fileID
      file.realPath = found
      file.lines = read(found)
    }
    if files.count >= Self.fileLimit { files = [:] }
    files[location.filePath] = file
    return file
  }

  /// The file as built, else the one below the root whose path agrees with it longest.
  private func find(_ path: String) -> String? {
    if POSIX.facts(path)?.isRegular == true { return POSIX.realPath(path) }
    guard let root = options.root else { return nil }
    var parts = path.split(separator: "/")[...]
    while !parts.isEmpty {
      let candidate = "\(root)/\(parts.joined(separator: "/"))"
      if POSIX.facts(candidate)?.isRegular == true { return POSIX.realPath(candidate) }
      parts = parts.dropFirst()
    }
    return nil
  }

  private func read(_ path: String) -> [Substring]? {
    if let programModified {
      guard let facts = POSIX.facts(path), facts.modified <= programModified else { return nil }
    }
    guard let octets = POSIX.contents(path, limit: Self.sizeLimit),
      let text = String(validating: octets, as: UTF8.self)
    else { return nil }
    return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  /// The nearest folder above a file that has a package's description or is a repository.
  private func root(above path: String) -> String? {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return nil }
    let folder = String(path[..<slash])
    if let known = roots[folder] { return known }
    let isRoot = POSIX.exists("\(folder)/Package.swift") || POSIX.exists("\(folder)/.git")
    let found = isRoot ? folder : root(above: folder)
    roots[folder] = .some(found)
    return found
  }

  private static func pathWithin(_ root: String?, _ path: String) -> String? {
    guard let root, path.hasPrefix(root + "/") else { return nil }
    return String(path.dropFirst(root.count + 1))
  }
}
