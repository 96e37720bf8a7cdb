internal import AccordDocuments

/// How results are printed.
struct ResultFormat {
  /// Whether each line begins with the file's name.
  let namesFiles: Bool
  /// Whether each value's path comes before it.
  let showsPaths: Bool
  /// Whether text is printed as it is.
  let isRaw: Bool
}

/// The results from one file.
struct Results {
  let format: ResultFormat
  /// Whether there was a result, and all of them are such that the exit code is 0.
  private(set) var isSuccess = false

  private let prefix: String

  init(_ format: ResultFormat, of file: InputFile) {
    self.format = format
    prefix = format.namesFiles ? "\(file.shownName):" : ""
  }

  /// Prints a value.
  ///
  /// - Parameters:
  ///   - path: Where it is; nil for what is no part of the document.
  ///   - isSuccess: Whether it counts as one; `false` does not.
  mutating func print(
    utf8: [UInt8], path: [UInt8]?, isSuccess: Bool = true, _ output: inout Output
  ) {
    self.isSuccess = isSuccess
    output.print(prefix)
    if let path, format.showsPaths {
      output.print(utf8: path)
      output.print("\t")
    }
    output.print(utf8: utf8)
    output.print("\n")
  }
}
