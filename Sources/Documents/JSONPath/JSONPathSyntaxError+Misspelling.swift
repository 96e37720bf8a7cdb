extension JSONPathSyntaxError.Reason {
  /// The function that is not there, and those that are (section 2.4); nil where no name is wrong.
  package var misspelling: (name: String, candidates: [String])? {
    switch self {
    case .unknownFunction(let name): (name, JSONPathParser.functionNames)
    default: nil
    }
  }
}
