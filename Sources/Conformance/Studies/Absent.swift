internal import AccordHTTP

/// What is not there: two items that never were, or two paths that nobody knows.
package struct Absent: Study {
  package static let safety = SafetyClass.readOnly
  package static let roles: Set<Subject.Role> = [.collection, .server]

  /// Where the one would be.
  let url: String
  /// A GET of the one.
  let first: ObservedExchange
  /// A GET of the other.
  let second: ObservedExchange
  /// GETs of an item whose id has another form than that of items that are there.
  let malformed: [ObservedExchange]

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Absent {
    let urls = try urls(beside: subject, for: probe)
    func get(_ url: String) throws(Obstacle) -> ObservedExchange {
      let answer = try probe.read(url)
      guard answer.response != nil else {
        throw .prevents("\(answer.requestLine) was not answered")
      }
      return answer
    }
    let first = try get(urls.first)
    let second = try get(urls.second)
    var malformed: [ObservedExchange] = []
    for url in urls.malformed {
      malformed.append(try get(url))
      // What refuses one refuses the other.
      if malformed[0].isStatus(400...499) { break }
    }
    return Absent(url: urls.first, first: first, second: second, malformed: malformed)
  }

  private static func urls(
    beside subject: Subject, for probe: Probe
  ) throws(Obstacle) -> (first: String, second: String, malformed: [String]) {
    let word = "no-such-\(probe.token)"
    guard subject.role == .collection else {
      guard let base = try? URLReference(parsing: subject.url),
        let first = try? URLReference(parsing: word),
        let second = try? URLReference(parsing: word + "-either")
      else { throw .prevents("\(subject.url) is no URL") }
      return (
        first.resolved(against: base).description, second.resolved(against: base).description, []
      )
    }
    guard let item = probe.subjects().first(where: { $0.role == .item })?.url,
      let place = ItemPlace(item, probe.target.collection?.item.flatMap { ItemTemplate($0) })
    else { throw .lacks("no item is known whose id could be changed") }
    let shape = IDShape(place.id)
    let isWord = shape == .word
    return (
      place.url(with: shape.absentID(probe.token + "a")),
      place.url(with: shape.absentID(probe.token + "b")),
      isWord ? [] : [place.url(with: word), place.url(with: word + "-either")]
    )
  }
}

/// Where an item is, taken apart: what stands before its id, the id, and what stands behind it.
private struct ItemPlace {
  let id: String
  private let template: ItemTemplate?
  private let before: String

  init?(_ url: String, _ template: ItemTemplate?) {
    if let template, let id = template.id(in: url), !id.contains("/") {
      self.id = id
      self.template = template
      before = ""
      return
    }
    guard let slash = url.lastIndex(of: "/"), !url.contains("?") else { return nil }
    id = String(url[url.index(after: slash)...])
    before = String(url[...slash])
    self.template = nil
    if id.isEmpty { return nil }
  }

  func url(with id: String) -> String { template?.url(with: id) ?? before + id }
}

/// What the ids of items look like.
enum IDShape: Hashable {
  /// A number.
  case number
  /// Hexadecimal digits, perhaps in groups: a UUID, the id of a document.
  case hexadecimal(String)
  /// Anything else.
  case word

  init(_ id: String) {
    let hasDigit = id.utf8.contains(where: \.isDigit)
    let isHexadecimal =
      id.utf8.count >= 16 && hasDigit
      && id.utf8.allSatisfy { $0.isDigit || 0x61...0x66 ~= $0.lowered || $0 == 0x2D }
    if id.utf8.allSatisfy(\.isDigit), !id.isEmpty, id.utf8.count < 16 {
      self = .number
    } else if isHexadecimal {
      self = .hexadecimal(id)
    } else {
      self = .word
    }
  }

  /// An id of the same form that nothing has.
  func absentID(_ seed: String) -> String {
    var state = seed.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    switch self {
    // Of 31 bits, and far from where counting begins.
    case .number: return "\(2_000_000_000 + next() % 100_000_000)"
    case .hexadecimal(let id):
      let isUppercase = id.contains(where: \.isUppercase)
      return String(
        id.enumerated().map { place, character in
          // The version and the variant of a UUID stay (RFC 9562 section 4).
          if character == "-" || id.utf8.count == 36 && (place == 14 || place == 19) {
            return character
          }
          let digit = String(next() % 16, radix: 16)
          return Character(isUppercase ? digit.uppercased() : digit)
        })
    case .word: return "no-such-\(seed)"
    }
  }
}
