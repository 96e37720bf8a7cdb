/// A file of the new package.
struct NewFile: Equatable {
  /// Its place in the package's folder.
  let path: String
  let text: String
  /// What it is, as the tool tells it.
  let purpose: String
}
