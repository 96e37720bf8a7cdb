internal import AccordDocuments

/// What a resource's template says of paths, segment by segment, its query left out.
struct PathShape {
  /// A segment, or several that are not told apart.
  enum Segment {
    case literal(String)
    /// Text in which something varies.
    case partly(PathPattern)
    case variable
    /// A segment that may be missing.
    case optional
    /// Any number of segments.
    case several(literalCount: Int)
  }

  fileprivate enum Token {
    case slash
    case text(String)
    case value(URITemplateOperator, URITemplateVariable)
  }

  let segments: [Segment]
  /// The path as a whole.
  let pattern: PathPattern
  /// The path as it was written, in one spelling: templates of one such text are one endpoint.
  let text: String

  /// Whether each path of the template has as many segments.
  var isFixed: Bool {
    segments.allSatisfy { segment in
      switch segment {
      case .literal, .partly, .variable: true
      case .optional, .several: false
      }
    }
  }

  init(_ template: URITemplate) {
    let tokens = Self.tokens(of: template)
    segments = Self.segments(of: tokens)
    pattern = Self.pattern(of: tokens)
    text = tokens.reduce(into: "") { $0 += $1.spelling }
  }

  private static func tokens(of template: URITemplate) -> [Token] {
    var tokens: [Token] = []
    parts: for part in template.parts {
      switch part {
      case .literal(let literal):
        let path = Endpoint.withoutQuery(literal)
        for (index, text) in path.split(separator: "/", omittingEmptySubsequences: false)
          .enumerated()
        {
          if index > 0 { tokens.append(.slash) }
          if !text.isEmpty { tokens.append(.text(String(text))) }
        }
        if path.endIndex < literal.endIndex { break parts }
      case .expression(.query, _), .expression(.queryContinuation, _), .expression(.fragment, _):
        break parts
      case .expression(let operation, let variables):
        let isList = operation == .simple || operation == .reserved
        for (index, variable) in variables.enumerated() {
          if isList, index > 0 { tokens.append(.text(",")) }
          tokens.append(.value(operation, variable))
        }
      }
    }
    // A path is below the base URL, whether its first slash is written or not.
    switch tokens.first {
    case .slash?, .value(.pathSegment, _)?: return tokens
    default: return [.slash] + tokens
    }
  }

  private static func segments(of tokens: [Token]) -> [Segment] {
    var segments: [Segment] = []
    // Nil where no segment has begun.
    var current: [Token]?
    for token in tokens {
      switch token {
      case .slash:
        if let current { segments.append(segment(of: current)) }
        current = []
      case .value(.pathSegment, let variable):
        if let current { segments.append(segment(of: current)) }
        current = nil
        segments.append(variable.isExploded ? .several(literalCount: 0) : .optional)
      case .text, .value: current = (current ?? []) + [token]
      }
    }
    if let current { segments.append(segment(of: current)) }
    return segments
  }

  private static func segment(of tokens: [Token]) -> Segment {
    var literal: String? = ""
    for token in tokens {
      switch token {
      case .text(let text): literal? += text
      case .value(.reserved, _):
        return .several(literalCount: pattern(of: tokens).literalCount)
      case .value(.simple, _) where tokens.count == 1: return .variable
      case .value, .slash: literal = nil
      }
    }
    return literal.map { .literal($0) } ?? .partly(pattern(of: tokens))
  }

  private static func pattern(of tokens: [Token]) -> PathPattern {
    var pattern = PathPattern()
    for token in tokens {
      switch token {
      case .slash: pattern.add(literal: "/")
      case .text(let text): pattern.add(literal: text)
      case .value(let operation, let variable): pattern.add(operation, variable)
      }
    }
    return pattern
  }
}

extension PathShape.Token {
  fileprivate var spelling: String {
    switch self {
    case .slash: "/"
    case .text(let text): text
    case .value(let operation, let variable):
      "{\(operation == .simple ? "" : String(operation.rawValue))\(variable.name)"
        + "\(variable.prefixLength.map { ":\($0)" } ?? "")\(variable.isExploded ? "*" : "")}"
    }
  }
}

extension PathShape {
  /// Whether the template says more than another that matches the same path: the first segment in
  /// which they differ decides.
  func isMoreSpecific(than other: PathShape) -> Bool {
    for (mine, theirs) in zip(segments, other.segments) where mine.rank != theirs.rank {
      return mine.rank < theirs.rank
    }
    guard segments.count != other.segments.count else { return false }
    // What may be missing says nothing; what has to be there says more.
    let isLonger = segments.count > other.segments.count
    let longer = isLonger ? segments : other.segments
    if case .optional = longer[min(segments.count, other.segments.count)] { return !isLonger }
    return isLonger
  }
}

extension PathShape.Segment {
  /// The smaller, the more is said.
  fileprivate var rank: Int {
    let step = 1 << 32
    return switch self {
    case .literal: 0
    case .partly(let pattern): step - pattern.literalCount
    case .variable: step
    case .optional: 2 * step
    case .several(let literalCount): 3 * step - literalCount
    }
  }
}
