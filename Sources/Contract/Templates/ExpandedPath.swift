internal import AccordDocuments

/// A path that a URI template was expanded to, and what in it is not as the template says.
package struct ExpandedPath: Sendable, Hashable {
  /// How a value would change where the request goes.
  package enum Hazard: Sendable, Hashable {
    /// A segment is `.` or `..`, or empty where a value without characters stands.
    case segment(variable: String)
    /// A reserved character of the value begins a fragment, or a query that what the template says
    /// after it would be a part of.
    case delimiter(Character, variable: String)
  }

  /// The path, with its query.
  package let text: String
  /// The first hazard, if there is one.
  package let hazard: Hazard?

  init(text: String, hazard: Hazard?) {
    self.text = text
    self.hazard = hazard
  }

  init(_ pieces: [URITemplatePiece]) {
    text = pieces.reduce(into: "") { $0 += $1.text }
    var scan = SegmentScan()
    for piece in pieces { scan.add(piece) }
    scan.closeSegment()
    hazard = scan.hazard
  }
}

/// Looks at each segment that a value has a part in.
private struct SegmentScan {
  private(set) var hazard: ExpandedPath.Hazard?
  private var segment: [UInt8] = []
  /// The last variable that has a part in the segment.
  private var variable: String?
  /// The last variable with a value of no characters.
  private var emptyVariable: String?
  private var isInQuery = false
  /// The variable whose value began the query; nil where the template did.
  private var queryVariable: String?

  mutating func add(_ piece: URITemplatePiece) {
    if piece.variable == nil, !piece.text.isEmpty, let queryVariable {
      report(.delimiter("?", variable: queryVariable))
    }
    if let name = piece.variable {
      variable = name
      if piece.text.isEmpty { emptyVariable = name }
    }
    for byte in piece.text.utf8 {
      switch byte {
      case UInt8(ascii: "#"):
        if let name = piece.variable { report(.delimiter("#", variable: name)) }
      case UInt8(ascii: "/"), UInt8(ascii: "?"):
        closeSegment()
        // The slash of a value bounds a segment that the template does not have.
        variable = piece.variable
        if byte == UInt8(ascii: "?") {
          if !isInQuery { queryVariable = piece.variable }
          isInQuery = true
        }
      default: if !isInQuery { segment.append(byte) }
      }
    }
  }

  mutating func closeSegment() {
    defer {
      segment.removeAll(keepingCapacity: true)
      variable = nil
      emptyVariable = nil
    }
    guard !isInQuery else { return }
    if segment.isEmpty {
      if let emptyVariable { report(.segment(variable: emptyVariable)) }
    } else if let variable, Self.isDotSegment(segment) {
      report(.segment(variable: variable))
    }
  }

  private mutating func report(_ new: ExpandedPath.Hazard) { hazard = hazard ?? new }

  /// Whether a server may take the segment for `.` or `..`.
  ///
  /// An encoded dot is the same as a dot (RFC 3986 section 6.2.2.2), and there are servers that
  /// leave parameters out (section 3.3) before they look.
  private static func isDotSegment(_ segment: [UInt8]) -> Bool {
    var dots = 0
    var rest = segment[...]
    while let byte = rest.first, byte != UInt8(ascii: ";") {
      if byte == UInt8(ascii: ".") {
        rest = rest.dropFirst()
      } else if rest.starts(with: "%2E".utf8) || rest.starts(with: "%2e".utf8) {
        rest = rest.dropFirst(3)
      } else {
        return false
      }
      dots += 1
    }
    return dots == 1 || dots == 2
  }
}
