/// A token of an XPath (XPath 1.0 section 3.7).
struct XPathToken {
  enum Kind: Equatable {
    /// Punctuation and operators as they are written, `and`, `or`, `mod`, `div` and the `*` that
    /// multiplies among them.
    case symbol(Symbol)
    case literal(String)
    case number(Double)
    /// `*`, which stands for any name.
    case wildcard
    /// `x:*`
    case namespaceWildcard(String)
    case name(prefix: String?, local: String)
    /// A name before `(`.
    case function(prefix: String?, local: String)
    /// A name before `::`.
    case axis(String)
    case variable(String)
    case end
  }

  enum Symbol: String {
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case itself = "."
    case parent = ".."
    case at = "@"
    case comma = ","
    case colons = "::"
    case slash = "/"
    case slashes = "//"
    case union = "|"
    case plus = "+"
    case minus = "-"
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case multiply = "*"
    case and, or, mod, div

    /// Whether a name or `*` behind it cannot be an operator.
    var precedesOperand: Bool {
      switch self {
      case .closeParenthesis, .closeBracket, .itself, .parent: false
      default: true
      }
    }
  }

  let kind: Kind
  /// The bytes of the expression that it takes.
  let range: Range<Int>
}
