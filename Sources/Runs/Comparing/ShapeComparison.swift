internal import AccordDocuments

/// Where the shape of a body is another than in an earlier run.
///
/// A false alarm costs more than a missed change: nobody reads a comparison that is wrong every day. So
/// what one answer happens to show is not held against another: `null` is like any type, an array
/// without elements like any array, a whole number like any number; an optional member may be missing,
/// and of several types that were seen some may be missing. Members whose names are data (numbers,
/// UUIDs, days) are taken together.
struct ShapeComparison {
  /// A place where two shapes differ, and what is there in each.
  struct Difference: Hashable {
    /// As in `$.users[*].id`.
    let place: String
    let before: String?
    let after: String?
  }

  private let volatile: VolatileNames
  /// Whether every difference counts, for finding what differs within a run.
  private let isStrict: Bool
  private var differences: [Difference] = []

  private init(_ volatile: VolatileNames, isStrict: Bool) {
    self.volatile = volatile
    self.isStrict = isStrict
  }

  /// The differences between answers of two runs, in the order of their places.
  ///
  /// - Parameters:
  ///   - before: The shapes of an answer in the repetitions of the earlier run, as JSON.
  ///   - after: The same in the later run.
  /// - Returns: What differs between all of the one and all of the other, but for places at which the
  ///   repetitions of a run differ among themselves.
  static func differences(
    _ before: [String?], _ after: [String?], _ volatile: VolatileNames
  ) -> [Difference] {
    // As nearly always: equal shapes have equal texts.
    guard Set(before.map { $0.map(ExactText.init) }) != Set(after.map { $0.map(ExactText.init) })
    else { return [] }
    let (old, new) = (distinct(before), distinct(after))
    guard !old.isEmpty else { return [] }
    // What was no JSON in one of several repetitions is volatile as a whole.
    let isNoJSON = (before.contains { $0 == nil }, after.contains { $0 == nil })
    if isNoJSON.0 { return [] }
    if isNoJSON.1 {
      guard new.isEmpty, !volatile.contains(place: "$", lastName: nil), let shape = old.first else {
        return []
      }
      return [Difference(place: "$", before: shape.words, after: "no JSON")]
    }
    var common: [Difference]?
    for one in old {
      for other in new {
        let found = compare(one, other, volatile, isStrict: false)
        let places = Set(found.map { ExactText($0.place) })
        common = common?.filter { places.contains(ExactText($0.place)) } ?? found
      }
    }
    let restless = Set((places(old, volatile) + places(new, volatile)).map(ExactText.init))
    return (common ?? []).filter { !isAtOrBelow($0.place, anyOf: restless) }
  }

  /// Where the repetitions of one run differ among themselves.
  private static func places(_ shapes: [JSONShape], _ volatile: VolatileNames) -> [String] {
    guard let first = shapes.first else { return [] }
    return shapes.dropFirst().flatMap { shape in
      compare(first, shape, volatile, isStrict: true).map(\.place)
    }
  }

  /// Whether a place, or one that it is part of, is among others.
  private static func isAtOrBelow(_ place: String, anyOf others: Set<ExactText>) -> Bool {
    guard !others.isEmpty else { return false }
    if others.contains(ExactText(place)) { return true }
    return place.utf8.indices.contains { index in
      let octet = place.utf8[index]
      return (octet == UInt8(ascii: ".") || octet == UInt8(ascii: "["))
        && others.contains(ExactText(String(place[..<index])))
    }
  }

  /// So many repetitions are looked at.
  private static let repetitionLimit = 8

  private static func distinct(_ texts: [String?]) -> [JSONShape] {
    var known: [String] = []
    for case let text? in texts where known.count < repetitionLimit {
      if !known.contains(where: { $0.hasSameCodePoints(as: text) }) { known.append(text) }
    }
    return known.compactMap { text in
      (try? JSONDocument(parsing: text)).flatMap { JSONShape(reading: $0.root) }
    }
  }

  private static func compare(
    _ before: JSONShape, _ after: JSONShape, _ volatile: VolatileNames, isStrict: Bool
  ) -> [Difference] {
    var comparison = ShapeComparison(volatile, isStrict: isStrict)
    comparison.compare(before, after, at: "$", name: nil)
    return comparison.differences
  }

  // MARK: - Walking

  private mutating func compare(
    _ before: JSONShape, _ after: JSONShape, at place: String, name: String?
  ) {
    guard !volatile.contains(place: place, lastName: name) else { return }
    // What was left out is no evidence.
    if before.isCut || after.isCut { return }
    let (old, new) = (before.types.asCompared, after.types.asCompared)
    let differs =
      isStrict
      ? before.types.withOneNumber != after.types.withOneNumber
      : !old.isEmpty && !new.isEmpty && !new.isSubset(of: old)
    if differs {
      add(place, before.words, after.words)
      // Below a place that is of another type nothing is the same.
      if old.isDisjoint(with: new) { return }
    }
    switch (before.element, after.element) {
    case (let one?, let other?): compare(one, other, at: place + "[*]", name: nil)
    case (nil, nil): break
    default: if isStrict { add(place + "[*]", before.element?.words, after.element?.words) }
    }
    if old.contains(.object), new.contains(.object) { compareMembers(before, after, at: place) }
  }

  private mutating func compareMembers(
    _ before: JSONShape, _ after: JSONShape, at place: String
  ) {
    let (old, new) = (MemberTable(before), MemberTable(after))
    for member in old.members {
      let inner = place + Self.segment(member.name)
      if let other = new[member.name] {
        if isStrict, member.isOptional != other.isOptional {
          add(inner, member.shape.words, other.shape.words)
        }
        compare(member.shape, other.shape, at: inner, name: member.name)
      } else if isStrict || !member.isOptional, !old.isRedacted, !new.isRedacted {
        add(inner, member.shape.words, nil, name: member.name)
      }
    }
    for member in new.members where old[member.name] == nil {
      guard isStrict || !member.isOptional, !old.isRedacted, !new.isRedacted else { continue }
      add(place + Self.segment(member.name), nil, member.shape.words, name: member.name)
    }
    if let one = old.data, let other = new.data {
      compare(one, other, at: place + "[*]", name: nil)
    }
  }

  private mutating func add(
    _ place: String, _ before: String?, _ after: String?, name: String? = nil
  ) {
    guard !volatile.contains(place: place, lastName: name) else { return }
    differences.append(Difference(place: place, before: before, after: after))
  }

  /// A member's part of a place: `.name`, or `['a name']` where it is none that can stand so.
  static func segment(_ name: String) -> String {
    let isPlain =
      name.utf8.first.map { !(0x30...0x39).contains($0) } == true
      && name.utf8.allSatisfy { octet in
        (0x61...0x7A).contains(octet) || (0x41...0x5A).contains(octet)
          || (0x30...0x39).contains(octet) || octet == UInt8(ascii: "_")
      }
    if isPlain { return ".\(name)" }
    let quoted = name.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    return "['\(quoted)']"
  }
}

/// The members of an object, those whose names are data apart.
private struct MemberTable {
  private(set) var members: [JSONShape.Member] = []
  private var places: [ExactText: Int] = [:]
  /// What one of the members is whose names are data.
  private(set) var data: JSONShape?
  /// Whether a name was taken out as a secret, which the answer itself still has.
  private(set) var isRedacted = false

  init(_ shape: JSONShape) {
    for member in shape.members {
      if Self.isData(member.name) {
        data = data ?? member.shape
        continue
      }
      if member.name.contains("***") { isRedacted = true }
      places[ExactText(member.name)] = members.count
      members.append(member)
    }
  }

  subscript(name: String) -> JSONShape.Member? { places[ExactText(name)].map { members[$0] } }

  /// Whether a name is a number, a day or a UUID (RFC 9562): what tells things apart, no member's name.
  private static func isData(_ name: String) -> Bool {
    let octets = Array(name.utf8)
    let isDigit = { (octet: UInt8) in (0x30...0x39).contains(octet) }
    if !octets.isEmpty, octets.allSatisfy(isDigit) { return true }
    if octets.count >= 10, CalendarDay(String(decoding: octets.prefix(10), as: UTF8.self)) != nil {
      return true
    }
    guard octets.count == 36 else { return false }
    return octets.enumerated().allSatisfy { index, octet in
      [8, 13, 18, 23].contains(index)
        ? octet == UInt8(ascii: "-")
        : isDigit(octet) || (0x61...0x66).contains(octet | 0x20)
    }
  }
}

extension JSONShape.Types {
  /// Whole numbers are numbers: 10 may be 10.5 tomorrow.
  fileprivate var withOneNumber: Self {
    contains(.integer) ? subtracting(.integer).union(.number) : self
  }

  /// What is held against another answer: nothing is said by `null`.
  fileprivate var asCompared: Self { withOneNumber.subtracting(.null) }
}

extension JSONShape {
  /// The types in words.
  fileprivate var words: String { summary }
}
