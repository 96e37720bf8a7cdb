/// Compares two documents from the outside to the inside.
struct XMLComparison {
  private let expected: XMLContent
  private let found: XMLContent
  private let limit: Int
  private var expectedPlaces: XMLPlaces
  private var foundPlaces: XMLPlaces
  private var differences: [XMLDifference] = []

  init(expected: XMLIndex, found: XMLIndex, limit: Int) {
    self.expected = XMLContent(expected)
    self.found = XMLContent(found)
    self.limit = limit
    expectedPlaces = XMLPlaces(expected)
    foundPlaces = XMLPlaces(found)
  }

  mutating func run() -> [XMLDifference] {
    compareContent(0, 0)
    return differences
  }

  private mutating func add(
    _ kind: XMLDifference.Kind, _ path: String, expected: String?, found: String?, at position: Int
  ) {
    guard differences.count < limit else { return }
    differences.append(
      XMLDifference(
        kind: kind, path: path, expected: expected, found: found,
        line: self.found.index.line(of: position)))
  }

  /// The recursion is bounded by the 256 levels that documents have.
  private mutating func compare(_ wanted: Int, _ actual: Int) {
    guard differences.count < limit else { return }
    let expectedName = expected.index.name(of: wanted)
    let foundName = found.index.name(of: actual)
    let left = expectedName?.expanded ?? ""
    let right = foundName?.expanded ?? ""
    guard left.hasSameCodePoints(as: right),
      expected.index.nodes[wanted].kind == found.index.nodes[actual].kind
    else {
      add(.name, foundPlaces.path(of: actual), expected: left, found: right, at: actual)
      return
    }
    guard found.index.nodes[actual].kind == .element else {
      let left = expected.index.text(of: wanted)
      let right = found.index.text(of: actual)
      if !left.hasSameCodePoints(as: right) {
        add(.value, foundPlaces.path(of: actual), expected: left, found: right, at: actual)
      }
      return
    }
    compareAttributes(wanted, actual)
    compareContent(wanted, actual)
  }

  private mutating func compareAttributes(_ wanted: Int, _ actual: Int) {
    let left = expected.attributes(of: wanted)
    let right = found.attributes(of: actual)
    var leftPosition = 0
    var rightPosition = 0
    while leftPosition < left.count || rightPosition < right.count {
      let wantedOne = leftPosition < left.count ? left[leftPosition] : nil
      let actualOne = rightPosition < right.count ? right[rightPosition] : nil
      switch (wantedOne, actualOne) {
      case (let one?, let other?) where one.name.hasSameCodePoints(as: other.name):
        if !one.value.hasSameCodePoints(as: other.value) {
          add(
            .value, foundPlaces.path(of: other.position), expected: one.value, found: other.value,
            at: other.position)
        }
        leftPosition += 1
        rightPosition += 1
      case (let one?, let other)
      where other.map { one.name.utf8.lexicographicallyPrecedes($0.name.utf8) } ?? true:
        let name = expected.index.name(of: one.position)?.description ?? ""
        add(
          .missing, "\(foundPlaces.path(of: actual))/@\(name)", expected: one.value, found: nil,
          at: actual)
        leftPosition += 1
      case (_, let other?):
        add(
          .unexpected, foundPlaces.path(of: other.position), expected: nil, found: other.value,
          at: other.position)
        rightPosition += 1
      case (_, nil): return
      }
    }
  }

  private mutating func compareContent(_ wanted: Int, _ actual: Int) {
    let left = expected.items(of: wanted)
    let right = found.items(of: actual)
    for pair in XMLAlignment.align(left.map { key($0, expected) }, right.map { key($0, found) }) {
      guard differences.count < limit else { return }
      compareItems(
        pair.left.map { left[$0] }, pair.right.map { right[$0] }, in: actual,
        isOnly: left.count < 2 && right.count < 2)
    }
  }

  private func key(_ item: XMLContent.Item, _ content: XMLContent) -> XMLAlignment.Key {
    switch item {
    case .node(let node):
      XMLAlignment.Key(
        name: content.index.name(of: node)?.expanded ?? "", hash: content.hashes[node] ?? 0)
    case .text(let text, _): XMLAlignment.Key(name: "", hash: Array(text.utf8).hashValue)
    }
  }

  private mutating func compareItems(
    _ wanted: XMLContent.Item?, _ actual: XMLContent.Item?, in parent: Int, isOnly: Bool
  ) {
    switch (wanted, actual) {
    case (.node(let wanted)?, .node(let actual)?): compare(wanted, actual)
    case (.text(let left, _)?, .text(let right, let position)?):
      guard !left.hasSameCodePoints(as: right) else { return }
      let path = foundPlaces.path(of: isOnly ? parent : position)
      add(.text, path, expected: left, found: right, at: isOnly ? parent : position)
    default:
      // Where the only text is not on one side, it is empty there.
      if isOnly, wanted.map(\.isText) ?? true, actual.map(\.isText) ?? true {
        add(
          .text, foundPlaces.path(of: parent), expected: wanted?.text ?? "",
          found: actual?.text ?? "", at: parent)
        return
      }
      if let wanted {
        add(
          .missing, expectedPlaces.path(of: wanted.position),
          expected: wanted.text ?? expected.excerpt(of: wanted.position), found: nil, at: parent)
      }
      if let actual {
        add(
          .unexpected, foundPlaces.path(of: actual.position), expected: nil,
          found: actual.text ?? found.excerpt(of: actual.position), at: actual.position)
      }
    }
  }
}

extension XMLContent.Item {
  fileprivate var isText: Bool { if case .text = self { true } else { false } }

  fileprivate var text: String? { if case .text(let text, _) = self { text } else { nil } }

  fileprivate var position: Int {
    switch self {
    case .node(let position), .text(_, let position): position
    }
  }
}
