internal import AccordDocuments

/// The members of an object that was sent, to be found again in what a server shows.
struct SentMembers {
  /// The object.
  let root: JSONNode

  /// The members of content; `nil` where it is no object of JSON, or an empty one.
  init?(_ content: ProbeContent) {
    guard MediaType(parsing: Array(content.type.utf8)[...])?.isJSON == true,
      let document = try? JSONDocument(parsing: content.octets), document.root.kind == .object,
      document.root.count > 0
    else { return nil }
    root = document.root
  }

  /// The names.
  var names: [String] { root.members.map(\.name) }

  /// The object of a representation that shows most of the members, and where it is: APIs put it into
  /// `data` and the like.
  func shown(in observed: ObservedExchange) -> (object: JSONNode, place: [String])? {
    guard let whole = observed.document?.root, whole.kind == .object else { return nil }
    func count(_ object: JSONNode) -> Int { names.count { object.member($0) != nil } }
    var best = (object: whole, place: [] as [String], count: count(whole))
    for member in whole.members where member.value.kind == .object {
      let count = count(member.value)
      if count > best.count { best = (member.value, [member.name], count) }
    }
    return best.count == 0 ? nil : (best.object, best.place)
  }

  /// Whether what is listed can be what was sent: it shows some of the members, and none otherwise.
  func areShown(by listed: JSONNode) -> Bool {
    var count = 0
    for member in root.members {
      guard let shown = listed.member(member.name) else { continue }
      guard Sameness.of(member.value, shown) != .different else { return false }
      count += 1
    }
    return count > 0
  }

  /// Those that a server may keep up itself.
  var maintainedNames: Set<String> { Set(names.filter(Self.isMaintained)) }

  /// Whether a member of a name says which version something is, or when it was changed: `version`,
  /// `updatedAt`, `last_modified`.
  static func isMaintained(_ name: String) -> Bool {
    let words = name.words
    if words.contains(where: wordsOfVersions.contains) { return true }
    return words.first == "last" && words.dropFirst().contains(where: wordsOfChanges.contains)
  }

  private static let wordsOfVersions: Set = [
    "version", "revision", "rev", "etag", "timestamp", "mtime", "modified", "updated", "changed",
    "edited", "lastmodified", "lastupdated",
  ]
  private static let wordsOfChanges: Set = [
    "modification", "update", "change", "edit", "write", "save", "saved", "written",
  ]

  /// Where two representations differ in members that were sent, apart from what changes by itself, and
  /// from what the server keeps up itself and shows another value of than was sent: it may keep a
  /// history of revisions (RFC 9110 section 9.2.2).
  ///
  /// - Returns: The first difference; `nil` too where they do not show the members.
  func difference(
    _ one: ObservedExchange, _ other: ObservedExchange, volatility: Volatility,
    without omitted: Set<String> = []
  ) -> Difference? {
    guard let left = shown(in: one), let right = shown(in: other), left.place == right.place else {
      return nil
    }
    for name in names where !omitted.contains(name) {
      let place = left.place + [name]
      let pair = (left.object.member(name), right.object.member(name))
      if case (nil, nil) = pair { continue }
      if volatility.covers(place) { continue }
      if Self.isMaintained(name), let value = root.member(name), pair.0?.equals(value) != true,
        pair.1?.equals(value) != true
      {
        continue
      }
      if let (before, after) = (pair.0).flatMap({ left in pair.1.map { (left, $0) } }),
        before.equals(after)
      {
        continue
      }
      return Difference(
        part: .member(JSONPointer(tokens: place).description),
        left: pair.0?.quotation, right: pair.1?.quotation, name: name)
    }
    return nil
  }
}

/// How a value that is shown relates to one that was sent.
enum Sameness {
  /// It means the same.
  case same
  /// It may be what a server makes of it: another case, form of a date, precision, a reference in full.
  case normalized
  case different

  static func of(_ sent: JSONNode, _ shown: JSONNode) -> Sameness {
    if sent.equals(shown) { return .same }
    if let left = sent.scalarOrBoolean, let right = shown.scalarOrBoolean {
      return of(left, right)
    }
    switch (sent.kind, shown.kind) {
    case (.object, .object):
      for member in sent.members {
        if let other = shown.member(member.name), of(member.value, other) == .different {
          return .different
        }
      }
      return .normalized
    case (.array, .array):
      guard sent.count == shown.count else { return .different }
      // The order may be another one.
      let rest = Array(shown.elements)
      let isThere = sent.elements.allSatisfy { element in
        rest.contains { of(element, $0) != .different }
      }
      return isThere ? .normalized : .different
    // A reference shown in full, an object for its name, nothing for null.
    default: return .normalized
    }
  }

  private static func of(_ sent: String, _ shown: String) -> Sameness {
    if let left = Double(sent), let right = Double(shown) {
      // Prices and the like are rounded.
      return abs(left - right) <= max(abs(left), abs(right)) * 0.005 ? .normalized : .different
    }
    let left = sent.plain
    let right = shown.plain
    if left == right { return .normalized }
    // Dates have many forms and time zones.
    if sent.looksLikeDate && shown.looksLikeDate { return .normalized }
    return .different
  }
}

extension JSONNode {
  fileprivate var scalarOrBoolean: String? { kind == .boolean ? sourceText : scalar }
}

extension String {
  /// Letters and digits alone, in small letters: what spelling leaves.
  fileprivate var plain: [Character] {
    lowercased().filter { $0.isLetter || $0.isNumber }
  }

  fileprivate var looksLikeDate: Bool {
    let digits = utf8.prefix(4)
    return utf8.count >= 8 && digits.count == 4 && digits.allSatisfy(\.isDigit)
      && utf8.dropFirst(4).contains(UInt8(ascii: "-"))
      || utf8.count > 20 && hasSuffix("GMT")
  }
}
