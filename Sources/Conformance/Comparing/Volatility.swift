internal import AccordDocuments
internal import AccordHTTP

/// What of a resource changes by itself, from read to read: it tells nothing of anything else.
package struct Volatility {
  /// Members that differed, positions in arrays as `*`: what is volatile in one item is in all.
  private(set) var members: Set<[String]> = []
  /// Whether the content differed in a way that no member says: another length of an array, another
  /// type, content that is no JSON.
  private(set) var hasVolatileContent = false
  /// Whether even the response code differed.
  private(set) var hasVolatileStatus = false
  /// The fields whose values differed, by their names in small letters.
  private(set) var fields: Set<String> = []

  init() {}

  /// Learns from reads of one resource between which nothing was done to it.
  init(learning reads: [ObservedExchange]) {
    guard let first = reads.first else { return }
    for other in reads.dropFirst() { learn(first, other) }
  }

  /// Takes in what differs between two reads.
  mutating func learn(_ one: ObservedExchange, _ other: ObservedExchange) {
    guard one.status == other.status else {
      hasVolatileStatus = true
      return
    }
    for name in Self.comparedFields where one.line(name) != other.line(name) {
      fields.insert(name)
    }
    guard let left = one.document, let right = other.document else {
      if one.content != other.content { hasVolatileContent = true }
      return
    }
    let isWhole = JSONDifference.each(left.root, right.root) { difference in
      // Where members come and go by themselves, nobody knows which will come next.
      let comesAndGoes = difference.left == nil || difference.right == nil
      let place = comesAndGoes ? Array(difference.place.dropLast()) : difference.place
      if place.isEmpty || difference.left?.kind == .array {
        hasVolatileContent = true
      } else {
        members.insert(Self.generalized(place))
      }
      return members.count <= Self.mostMembers
    }
    // Where nearly everything changes, nobody knows what happened to stay the same.
    if !isWhole { hasVolatileContent = true }
  }

  /// How many members are remembered, positions in arrays as one.
  private static let mostMembers = 100

  /// Whether something changes by itself that is no single member: then contents cannot be compared.
  var preventsComparison: Bool { hasVolatileContent || hasVolatileStatus }

  /// What differs between two answers, apart from what changes by itself; `nil` for nothing.
  ///
  /// - Parameters:
  ///   - names: Members that do not count besides.
  ///   - excuse: What does not count either.
  func difference(
    _ one: ObservedExchange, _ other: ObservedExchange, without names: Set<String> = [],
    excusing excuse: Excuse = .none
  ) -> Difference? {
    if hasVolatileStatus { return nil }
    guard one.status == other.status else {
      return Difference(part: .status, left: "\(one.status)", right: "\(other.status)")
    }
    if hasVolatileContent { return nil }
    guard let left = one.document, let right = other.document else {
      guard one.content != other.content, !excuse.covers(other.content) else { return nil }
      return Difference(part: .content, left: one.quotation, right: other.quotation)
    }
    var found: JSONDifference?
    JSONDifference.each(left.root, right.root) { difference in
      if !isVolatile(difference.place), !(difference.place.last.map(names.contains) ?? false),
        !excuse.covers(difference)
      {
        found = difference
      }
      return found == nil
    }
    return found.map { found in
      Difference(
        part: found.place.isEmpty ? .content : .member(found.pointer),
        left: found.left?.quotation, right: found.right?.quotation)
    }
  }

  /// Whether what stands at a place cannot be compared.
  func covers(_ place: [String]) -> Bool { preventsComparison || isVolatile(place) }

  /// Whether a place changes by itself, or something above or below it does.
  private func isVolatile(_ place: [String]) -> Bool {
    let place = Self.generalized(place)
    return members.contains { $0.starts(with: place) || place.starts(with: $0) }
  }

  /// A place with positions for any position.
  private static func generalized(_ place: [String]) -> [String] {
    place.map { Int($0) == nil ? $0 : "*" }
  }

  /// The fields of a representation that are compared.
  static let comparedFields = [
    "etag", "last-modified", "content-type", "content-language", "content-location",
    "content-encoding", "cache-control", "vary", "allow", "link",
  ]
}

/// What differs between two answers.
struct Difference {
  let part: Evidence.Part
  /// What the one has there, not cut; `nil` for nothing.
  let left: String?
  let right: String?
  /// The name of the member, where one that was sent differs.
  var name: String?

  /// Both, as in `3 → 4`.
  var quote: String { "\(left ?? "nothing") → \(right ?? "nothing")" }
}

extension ObservedExchange {
  /// All lines of a field of the response in one; `nil` for none.
  func line(_ name: String) -> String? {
    guard let response else { return nil }
    let lines = response.fields.all(name)
    return lines.isEmpty ? nil : lines.map(\.value).joined(separator: ", ")
  }

  /// The content as text.
  var quotation: String? { octets.map { Quotation.of(Array($0)) } }
}
