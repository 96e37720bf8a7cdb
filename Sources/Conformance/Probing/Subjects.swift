internal import AccordDocuments
internal import AccordHTTP

extension Probe {
  /// The resources of the target: a collection and an item of it, or the target itself.
  func subjects() -> [Subject] {
    if let known = knownSubjects { return known }
    let subjects: [Subject]
    switch target.kind {
    case .document: subjects = [Subject(.document, target.url)]
    case .protected: subjects = [Subject(.protected, target.url)]
    case .server: subjects = [Subject(.server, target.url)]
    case .collection(let collection):
      subjects =
        [Subject(.collection, target.url)]
        + [itemURL(of: collection)].compactMap { $0.map { Subject(.item, $0) } }
    }
    knownSubjects = subjects
    return subjects
  }

  /// The URL of an item: of one that the probe makes, if it may, else of one that is listed.
  private func itemURL(of collection: ProbedCollection) -> String? {
    if let made = try? makeItem() { return made }
    return listedItems(limit: 1).first
  }

  /// The URLs of items that the collection's own representation names: by links of the relation `item`
  /// (RFC 6573), or by the member that the template's name calls.
  func listedItems(limit: Int) -> [String] {
    guard let list = try? read(target.url).usable() else { return [] }
    return itemURLs(in: list, limit: limit)
  }

  /// The URLs of the items that a representation of the collection lists.
  func itemURLs(in list: ObservedExchange, limit: Int = .max) -> [String] {
    let linked = list.links(relation: "item")
    if !linked.isEmpty { return Array(linked.prefix(limit)) }
    guard let template = target.collection?.item.flatMap({ ItemTemplate($0) }),
      let root = list.document?.root, let array = Self.list(in: root)
    else { return [] }
    return array.elements.prefix(limit).compactMap { element in
      element.member(template.name).flatMap { template.url(with: $0) }
    }
  }

  /// The array that a collection's representation is, or has as its only member that is one.
  static func list(in root: JSONNode) -> JSONNode? {
    if root.kind == .array { return root }
    let arrays = root.members.filter { $0.value.kind == .array }
    return arrays.count == 1 ? arrays[0].value : nil
  }
}

/// Where items of a collection are: `http://127.0.0.1:8080/cart/{id}`.
struct ItemTemplate {
  /// What stands in the braces: the name of the member that tells items apart.
  let name: String
  private let before: String
  private let after: String

  /// Reads a template; `nil` where it has no name in braces.
  init?(_ text: String) {
    guard let open = text.firstIndex(of: "{"), let close = text[open...].firstIndex(of: "}") else {
      return nil
    }
    before = String(text[..<open])
    name = String(text[text.index(after: open)..<close])
    after = String(text[text.index(after: close)...])
  }

  /// The URL of the item of an id, percent-encoded as one segment.
  func url(with id: String) -> String {
    before + PercentEncodedSegment.text(id) + after
  }

  /// The URL of the item of an id that is percent-encoded already.
  func urlAsIs(with segment: String) -> String { before + segment + after }

  /// The URL of the item whose id a member is; `nil` where it is neither text nor number.
  func url(with id: JSONNode) -> String? {
    switch id.kind {
    case .string: id.string.map { url(with: $0) }
    case .number: url(with: id.sourceText)
    case .null, .boolean, .array, .object: nil
    }
  }

  /// The id in a URL that the template gives, also with a query or a slash behind it; `nil` for other
  /// URLs.
  func id(in url: String) -> String? {
    guard url.hasPrefix(before), url.hasSuffix(after),
      url.utf8.count > before.utf8.count + after.utf8.count
    else { return nil }
    var id = url.dropFirst(before.count).dropLast(after.count).prefix { $0 != "?" && $0 != "#" }
    if id.hasSuffix("/") { id.removeLast() }
    guard !id.isEmpty, !id.contains("/"), !PercentEncodedSegment.isDots(id) else { return nil }
    return String(id)
  }
}

/// One segment of a path, percent-encoded (RFC 3986 section 3.3).
enum PercentEncodedSegment {
  /// Whether a segment means no resource of its own but this one or the one above, which some readers
  /// see through the encoding (RFC 3986 section 6.2.2.3).
  static func isDots(_ segment: some StringProtocol) -> Bool {
    [".", ".."].contains(segment.lowercased().replacing("%2e", with: "."))
  }

  static func text(_ text: String) -> String {
    var encoded = ""
    for octet in text.utf8 {
      let isUnreserved =
        octet.isASCIILetterOrDigit || octet == UInt8(ascii: "-") || octet == UInt8(ascii: ".")
        || octet == UInt8(ascii: "_") || octet == UInt8(ascii: "~")
      if isUnreserved {
        encoded.unicodeScalars.append(Unicode.Scalar(octet))
      } else {
        encoded += "%" + (octet < 16 ? "0" : "") + String(octet, radix: 16, uppercase: true)
      }
    }
    return encoded
  }
}

extension UInt8 {
  fileprivate var isASCIILetterOrDigit: Bool {
    0x30...0x39 ~= self || 0x41...0x5A ~= self || 0x61...0x7A ~= self
  }
}

extension ObservedExchange {
  /// The targets of links of a relation, resolved against the request's URL (RFC 8288 section 3); those
  /// on another server are left out, which nobody asked to be probed.
  func links(relation: String) -> [String] {
    guard let base = try? URLReference(parsing: exchange.request.url) else { return [] }
    var targets: [String] = []
    for line in values(.link) {
      guard let links = try? LinkValue.list(line) else { continue }
      for link in links {
        let relations =
          link.parameters.first { $0.name == "rel" }?.value
          .map { String(decoding: $0, as: UTF8.self).lowercased() } ?? ""
        // A link with an anchor is about another resource (section 3.2).
        guard relations.split(separator: " ").contains(Substring(relation)),
          !link.parameters.contains(where: { $0.name == "anchor" }),
          let reference = try? URLReference(parsing: String(decoding: link.target, as: UTF8.self))
        else { continue }
        let url = reference.resolved(against: base).description
        if url.hasOrigin(of: exchange.request.url) { targets.append(url) }
      }
    }
    return targets
  }
}
