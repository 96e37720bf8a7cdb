/// A request target, taken apart.
struct ModelTarget: Sendable {
  /// What a path means.
  enum Route: Sendable, Hashable {
    case root, collection
    case item(String)
    case document(String)
    case protected
    /// A known path with a slash too many, and that path.
    case slash(String)
    case unknown
  }

  /// The path, plain where it may be.
  var path: String
  /// The first value of each parameter.
  var query: [String: String] = [:]

  /// - Parameter isPlain: Whether percent-encoded unreserved characters are equal to plain ones (RFC
  ///   3986 section 6.2.2.2).
  init?(_ target: String, isPlain: Bool) {
    var rest = target[...]
    if let scheme = rest.firstRange(of: "://") {
      rest = rest[scheme.upperBound...].drop { $0 != "/" && $0 != "?" }
    }
    let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let written = parts.first.map(String.init) ?? ""
    guard let plain = Self.plain(written) else { return nil }
    path = isPlain ? plain : written
    if path.isEmpty { path = "/" }
    guard parts.count == 2 else { return }
    for pair in parts[1].split(separator: "&") {
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(halves[0])
      if query[name] == nil { query[name] = halves.count == 2 ? String(halves[1]) : "" }
    }
  }

  static let documents: Set = [
    "report", "steady", "clock", "gone", "busy", "broken", "moved", "redirect-away",
  ]

  var route: Route {
    if path.count > 1, path.hasSuffix("/") {
      let shorter = String(path.dropLast())
      return Self.route(shorter) == .unknown ? .unknown : .slash(shorter)
    }
    return Self.route(path)
  }

  private static func route(_ path: String) -> Route {
    if path == "/" { return .root }
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    switch (segments.first, segments.count) {
    case ("items", 1): return .collection
    case ("items", 2):
      return segments.last.map { $0.isEmpty ? .unknown : .item(String($0)) } ?? .unknown
    case ("private", 1): return .protected
    case (let name?, 1) where documents.contains(String(name)): return .document(String(name))
    default: return .unknown
    }
  }

  /// The same path with unreserved characters plain, and other octets' digits in capitals; `nil` where
  /// `%` does not stand before two digits.
  private static func plain(_ path: String) -> String? {
    var octets: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let octet = rest.popFirst() {
      guard octet == UInt8(ascii: "%") else {
        octets.append(octet)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self).uppercased()
      guard digits.count == 2, digits.allSatisfy(\.isHexDigit), let value = UInt8(digits, radix: 16)
      else { return nil }
      rest = rest.dropFirst(2)
      octets += isUnreserved(value) ? [value] : Array("%\(digits)".utf8)
    }
    return String(decoding: octets, as: UTF8.self)
  }

  static func isUnreserved(_ octet: UInt8) -> Bool {
    switch octet {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
