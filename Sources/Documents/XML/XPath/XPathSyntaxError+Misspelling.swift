extension XPathSyntaxError.Reason {
  /// The name that means nothing, and those that would; nil where no name is wrong.
  package var misspelling: (name: String, candidates: [String])? {
    switch self {
    case .unknownFunction(let name): (name, XPathFunction.allCases.map(\.rawValue))
    case .unknownAxis(let name): (name, XPathAxis.allCases.map(\.rawValue))
    default: nil
    }
  }
}
