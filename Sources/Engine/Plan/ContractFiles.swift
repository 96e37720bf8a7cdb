package import AccordContract

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Finds the files that a contract names: below the working directory, then beside the contract's
/// own file, then below `--source-root`.
package struct ContractFiles: Sendable {
  private let sourceRoot: String?

  package init(sourceRoot: String? = nil) { self.sourceRoot = sourceRoot }

  /// The path under which a file can be read, or `nil`.
  package func find(_ path: String, from location: SourceLocation) -> String? {
    candidates(for: path, from: location).first(where: Self.isReadableFile)
  }

  /// Where a file is looked for, in this order.
  package func candidates(for path: String, from location: SourceLocation) -> [String] {
    guard !path.hasPrefix("/") else { return [path] }
    var candidates = [path]
    if let slash = location.filePath.lastIndex(of: "/") {
      candidates.append(location.filePath[...slash] + path)
    }
    if let sourceRoot { candidates.append("\(sourceRoot)/\(path)") }
    return candidates
  }

  private static func isReadableFile(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return access(path, R_OK) == 0
  }
}

extension ContractFiles {
  /// The octets of a file, or `nil` where it cannot be read.
  package func read(_ path: String, from location: SourceLocation) -> [UInt8]? {
    guard let found = find(path, from: location), let file = fopen(found, "rb") else { return nil }
    defer { fclose(file) }
    var octets: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      octets += buffer[..<count]
      if count < buffer.count { return ferror(file) == 0 ? octets : nil }
    }
  }
}
