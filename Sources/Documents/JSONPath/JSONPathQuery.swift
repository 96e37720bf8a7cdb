/// A query of RFC 9535: where it begins, and what leads on from there (section 2.1).
struct JSONPathQuery: Sendable {
  /// What the first segment is applied to.
  enum Start: Sendable {
    /// `$`: the value that the whole path is applied to.
    case root
    /// `@`: the value that a filter looks at.
    case current
  }

  var start: Start
  var segments: [Segment]

  /// One step from nodes to nodes (section 2.5).
  struct Segment: Sendable {
    /// Whether the selectors are applied to the nodes and all their descendants, or to the nodes.
    var isDescendant: Bool
    var selectors: [Selector]
  }

  /// What chooses among the children of a node (section 2.3).
  enum Selector: Sendable {
    /// The member of this name, in UTF-8.
    case name([UInt8])
    case wildcard
    /// The element at a position; negative ones count from the end.
    case index(Int)
    case slice(Slice)
    case filter(JSONPathCondition)
  }

  /// Elements from a position to another (section 2.3.4).
  struct Slice: Sendable {
    var start: Int?
    var end: Int?
    var step: Int
  }

  /// The steps of a singular query (section 2.3.5.1), which gives one node at most; nil for others.
  var singularSteps: [JSONSingularPath.Step]? {
    let steps = leadingSingularSteps
    return steps.count == segments.count ? steps : nil
  }

  /// The steps up to the first segment that may give more than one node.
  var leadingSingularSteps: [JSONSingularPath.Step] {
    var steps: [JSONSingularPath.Step] = []
    for segment in segments {
      guard !segment.isDescendant, segment.selectors.count == 1 else { return steps }
      switch segment.selectors[0] {
      case .name(let name): steps.append(.name(name))
      case .index(let index): steps.append(.index(index))
      case .wildcard, .slice, .filter: return steps
      }
    }
    return steps
  }
}
