/// Why no package can be written.
enum InitProblem: Error, Equatable {
  /// Nothing says where Accord comes from; there is no address that could be taken for granted.
  case noSource
  /// A URL needs a version or a branch.
  case noRequirement(url: String)
  /// Both a version and a branch.
  case twoRequirements
  /// A folder has neither a version nor a branch to choose.
  case requirementOfPath(option: String)
  /// Not a version (Semantic Versioning 2.0.0).
  case version(String)
  /// Not a branch's name.
  case branch(String)
  /// A URL in which nothing names the package.
  case sourceURL(String)
  /// There is no package in this folder.
  case noPackage(path: String)
  /// The package's folder and Accord's bear one name, which SwiftPM tells packages by.
  case sameIdentity(String)
  /// Not a package's name; the nearest one.
  case name(String, suggestion: String)
  /// Not the URL of a server.
  case serverURL(String)
  /// Files that are there and would be overwritten.
  case filesInTheWay([String])
  /// A file or folder that cannot be written, in the system's words.
  case unwritable(String, reason: String)
}
