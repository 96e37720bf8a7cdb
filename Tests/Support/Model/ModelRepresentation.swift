/// What a resource is at a moment, in one media type.
struct ModelRepresentation: Sendable {
  var type = "application/json"
  var content: [UInt8]
  /// The entity tag, as the field says it; `nil` for none.
  var tag: String?
  var modified: ModelMoment?
  /// Cache-Control.
  var caching = "no-cache"
  /// Fields besides.
  var fields: [ModelField] = []

  init(_ json: ModelJSON, caching: String = "no-cache") {
    content = Array(json.source.utf8)
    self.caching = caching
  }

  /// An item in XML.
  init(xml json: ModelJSON) {
    type = "application/xml"
    var text = #"<?xml version="1.0" encoding="UTF-8"?><item>"#
    for member in json.members ?? [] where member.value != .null {
      for value in member.value.elements ?? [member.value] {
        text += "<\(member.name)>\(Self.escaped(value.text ?? value.source))</\(member.name)>"
      }
    }
    content = Array((text + "</item>").utf8)
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
      // XML has no way to write these.
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A tag made of octets.
  static func tag(of octets: [UInt8]) -> String {
    let hash = octets.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return "\"" + String(hash, radix: 16) + "\""
  }
}

/// Which of the types that can be had an Accept asks for (RFC 9110 section 12.5.1).
enum ModelNegotiation {
  /// The type of the greatest weight, the first of several; `nil` where none is acceptable.
  static func choose(among types: [String], by accept: String?) -> String? {
    guard let accept else { return types.first }
    var best: (type: String, weight: Double)?
    for type in types {
      let weight = weight(of: type, in: accept)
      if weight > 0, weight > best?.weight ?? 0 { best = (type, weight) }
    }
    return best?.type
  }

  /// The weight that the most exact range gives a type; 0 where none names it.
  private static func weight(of type: String, in accept: String) -> Double {
    var found: (exactness: Int, weight: Double) = (0, 0)
    for range in accept.split(separator: ",") {
      let parts = range.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
      guard let name = parts.first?.lowercased() else { continue }
      let family = type.prefix { $0 != "/" } + "/*"
      let exactness = name == type ? 3 : name == family ? 2 : name == "*/*" ? 1 : 0
      guard exactness > found.exactness else { continue }
      let weight = parts.dropFirst().first { $0.lowercased().hasPrefix("q=") }
      found = (exactness, weight.flatMap { Double($0.dropFirst(2)) } ?? 1)
    }
    return found.weight
  }
}
