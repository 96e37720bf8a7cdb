/// The templates of a contract's resources, segment below segment, so that hundreds of them cost a
/// step no more than those that begin as its path does.
struct EndpointTree {
  private struct Node {
    var literals: [Substring: Int] = [:]
    /// Those of which more is said come first.
    var partly: [(pattern: PathPattern, node: Int)] = []
    var variable: Int?
    /// The endpoint that ends here.
    var endpoint: Int?
    /// Templates of which no number of segments is known, numbers in `open`.
    var open: [Int] = []
  }

  private var nodes = [Node()]
  private var open: [(shape: PathShape, endpoint: Int)] = []
  private var shapes: [Int: PathShape] = [:]

  /// Adds a template; of two that match the same paths the first counts.
  mutating func add(_ shape: PathShape, number: Int) {
    var node = 0
    guard shape.isFixed else {
      for case .literal(let text) in shape.segments.prefix(while: \.isLiteral) {
        node = child(of: node, text[...])
      }
      nodes[node].open.append(open.count)
      open.append((shape, number))
      return
    }
    for segment in shape.segments {
      switch segment {
      case .literal(let text): node = child(of: node, text[...])
      case .partly(let pattern): node = child(of: node, pattern)
      case .variable, .optional, .several: node = variableChild(of: node)
      }
    }
    guard nodes[node].endpoint == nil else { return }
    nodes[node].endpoint = number
    shapes[number] = shape
  }

  /// The endpoint of the most specific template that a path fits, or nil.
  func number(of path: String) -> Int? {
    guard nodes.count > 1 || !open.isEmpty else { return nil }
    let path = Self.withUnknownValues(path)
    let segments = (path.utf8.first == UInt8(ascii: "/") ? path.dropFirst() : path[...])
      .split(separator: "/", omittingEmptySubsequences: false)
    let fixed = find(segments[...], from: 0)
    guard !open.isEmpty else { return fixed }

    let whole = path.utf8.first == UInt8(ascii: "/") ? path : "/\(path)"
    var best = fixed.flatMap { number in shapes[number].map { (shape: $0, endpoint: number) } }
    for number in openTemplates(along: segments) {
      let candidate = open[number]
      guard candidate.shape.pattern.matches(whole[...].utf8) else { continue }
      if let best, !candidate.shape.isMoreSpecific(than: best.shape) { continue }
      best = candidate
    }
    return best?.endpoint
  }

  /// Each node is asked at most once: it stands below one other only.
  private func find(_ segments: ArraySlice<Substring>, from number: Int) -> Int? {
    let node = nodes[number]
    guard let segment = segments.first else { return node.endpoint }
    let rest = segments.dropFirst()
    if let next = node.literals[segment], let found = find(rest, from: next) { return found }
    for (pattern, next) in node.partly where pattern.matches(segment.utf8) {
      if let found = find(rest, from: next) { return found }
    }
    guard !segment.isEmpty, let next = node.variable else { return nil }
    return find(rest, from: next)
  }

  /// The open templates whose literal segments a path begins with, in the contract's order.
  private func openTemplates(along segments: [Substring]) -> [Int] {
    var found = nodes[0].open
    var node = 0
    for segment in segments {
      guard let next = nodes[node].literals[segment] else { break }
      node = next
      found += nodes[node].open
    }
    return found.sorted()
  }

  /// A path with one octet, which no template says, in place of each variable in braces.
  private static func withUnknownValues(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: "{")) else { return path }
    var octets: [UInt8] = []
    var isInBraces = false
    for octet in path.utf8 {
      if octet == UInt8(ascii: "{") {
        isInBraces = true
        octets.append(PathPattern.unknown)
      } else if octet == UInt8(ascii: "}") {
        isInBraces = false
      } else if !isInBraces {
        octets.append(octet)
      }
    }
    return String(decoding: octets, as: UTF8.self)
  }

  private mutating func addNode() -> Int {
    nodes.append(Node())
    return nodes.count - 1
  }

  private mutating func child(of number: Int, _ text: Substring) -> Int {
    if let known = nodes[number].literals[text] { return known }
    let new = addNode()
    nodes[number].literals[text] = new
    return new
  }

  private mutating func child(of number: Int, _ pattern: PathPattern) -> Int {
    if let known = nodes[number].partly.first(where: { $0.pattern == pattern }) {
      return known.node
    }
    let new = addNode()
    let place = nodes[number].partly.firstIndex {
      $0.pattern.literalCount < pattern.literalCount
    }
    nodes[number].partly.insert((pattern, new), at: place ?? nodes[number].partly.endIndex)
    return new
  }

  private mutating func variableChild(of number: Int) -> Int {
    if let known = nodes[number].variable { return known }
    let new = addNode()
    nodes[number].variable = new
    return new
  }
}

extension PathShape.Segment {
  fileprivate var isLiteral: Bool { if case .literal = self { true } else { false } }
}
