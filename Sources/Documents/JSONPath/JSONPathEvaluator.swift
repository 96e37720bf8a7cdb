/// Applies a parsed path to a document.
///
/// Nodes are tape indices.
struct JSONPathEvaluator {
  let document: JSONDocument
  let root: Int
  let limits: JSONPathLimits
  private var steps = 0
  private var lastPattern: (source: String, pattern: Pattern?)?

  init(document: JSONDocument, root: Int, limits: JSONPathLimits) {
    self.document = document
    self.root = root
    self.limits = limits
  }

  /// The nodes of a query; `current` is what `@` means.
  mutating func select(
    _ query: JSONPathQuery, current: Int
  ) throws(JSONPathEvaluationError) -> [Int] {
    var nodes = [query.start == .root ? root : current]
    for segment in query.segments {
      var selected: [Int] = []
      for node in nodes {
        // Descendants follow their ancestor on the tape, in the order that section 2.5.2.2 asks
        // for. Members' names are among them, and have no children as strings have none.
        let end = segment.isDescendant ? Int(document.tape[node].next) : node + 1
        for index in node..<end {
          try spend(1)
          for selector in segment.selectors { try apply(selector, to: index, into: &selected) }
        }
      }
      nodes = selected
      if nodes.isEmpty { break }
    }
    return nodes
  }

  /// Counts work that is about to be done.
  mutating func spend(_ amount: Int) throws(JSONPathEvaluationError) {
    steps += amount
    if steps > limits.maximumSteps { throw .tooManySteps(limit: limits.maximumSteps) }
  }

  private func append(_ node: Int, to selected: inout [Int]) throws(JSONPathEvaluationError) {
    guard selected.count < limits.maximumNodes else {
      throw .tooManyNodes(limit: limits.maximumNodes)
    }
    selected.append(node)
  }

  private mutating func apply(
    _ selector: JSONPathQuery.Selector, to node: Int, into selected: inout [Int]
  ) throws(JSONPathEvaluationError) {
    switch selector {
    case .name(let name):
      guard document.kind(at: node) == .object else { return }
      try spend(Int(document.tape[node].count))
      let member = name.withUnsafeBufferPointer { document.lastMember($0, ofObjectAt: node).index }
      if let member { try append(member, to: &selected) }
    case .index(let position):
      guard document.kind(at: node) == .array else { return }
      try spend(Int(document.tape[node].count))
      if let element = document.elementIndex(signed: position, ofValueAt: node) {
        try append(element, to: &selected)
      }
    case .wildcard:
      var children = Children(of: node, in: document)
      while let child = children.next() {
        try spend(1)
        try append(child, to: &selected)
      }
    case .slice(let slice):
      guard document.kind(at: node) == .array else { return }
      try apply(slice, to: node, into: &selected)
    case .filter(let condition):
      var children = Children(of: node, in: document)
      while let child = children.next() {
        try spend(1)
        if try holds(condition, for: child) { try append(child, to: &selected) }
      }
    }
  }

  /// Section 2.3.4.2.2.
  private mutating func apply(
    _ slice: JSONPathQuery.Slice, to node: Int, into selected: inout [Int]
  ) throws(JSONPathEvaluationError) {
    guard slice.step != 0 else { return }
    let count = Int(document.tape[node].count)
    try spend(count)
    func normalized(_ bound: Int) -> Int { bound < 0 ? count + bound : bound }
    var elements: [Int] = []
    elements.reserveCapacity(count)
    var children = Children(of: node, in: document)
    while let child = children.next() { elements.append(child) }
    if slice.step > 0 {
      let lower = min(max(normalized(slice.start ?? 0), 0), count)
      let upper = min(max(normalized(slice.end ?? count), 0), count)
      for position in stride(from: lower, to: upper, by: slice.step) {
        try append(elements[position], to: &selected)
      }
    } else {
      let upper = min(max(slice.start.map(normalized) ?? count - 1, -1), count - 1)
      let lower = min(max(slice.end.map(normalized) ?? -1, -1), count - 1)
      for position in stride(from: upper, to: lower, by: slice.step) {
        try append(elements[position], to: &selected)
      }
    }
  }

  /// The elements of an array, the values of an object's members; none of everything else.
  private struct Children: IteratorProtocol {
    private let document: JSONDocument
    private var index: Int
    private let end: Int
    /// 1 for objects, where a name stands before each value.
    private let nameEntries: Int

    init(of node: Int, in document: JSONDocument) {
      self.document = document
      let kind = document.kind(at: node)
      nameEntries = kind == .object ? 1 : 0
      index = node + 1
      end = kind == .object || kind == .array ? Int(document.tape[node].next) : node + 1
    }

    mutating func next() -> Int? {
      guard index < end else { return nil }
      let child = index + nameEntries
      index = Int(document.tape[child].next)
      return child
    }
  }

  // MARK: - Regular expressions

  /// Compiles a regular expression that comes from a document; nil if it is none.
  ///
  /// The last one is kept, since a filter usually uses the same for all nodes.
  mutating func pattern(_ source: String) -> Pattern? {
    if let lastPattern, lastPattern.source.hasSameCodePoints(as: source) {
      return lastPattern.pattern
    }
    let pattern = try? Pattern(source, dialect: .iRegexp)
    lastPattern = (source, pattern)
    return pattern
  }
}
