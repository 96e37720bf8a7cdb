internal import AccordContract
internal import AccordDocuments
internal import AccordHTTP

/// What reading a body as XML has come to.
enum XMLReading {
  case notRead
  case read(ParsedXML)
  /// It is none, or none that is read; that was reported.
  case failed
}

/// A parsed body that the statements of a step share.
///
/// A class, since the document inside has one owner and cannot be copied with a session.
final class ParsedXML {
  let tree: XMLTree

  init(_ tree: consuming XMLTree) { self.tree = tree }

  /// Whether names without a prefix are in a namespace in the document, so that an XPath without
  /// prefixes finds none of them.
  var hasDefaultNamespace: Bool {
    let test = "namespace-uri(/*) != '' and not(contains(name(/*), ':'))"
    return (try? XPath(test).evaluate(on: tree).boolean) ?? false
  }

  /// The namespace of the document's element; `nil` where it has none.
  var namespace: String? {
    let namespace = try? XPath("namespace-uri(/*)").evaluate(on: tree).string
    return namespace?.isEmpty == false ? namespace : nil
  }
}

/// Bodies that are XML.
extension JudgingSession {
  mutating func judge(
    _ xpath: XPathReference, _ pattern: JSONPattern, at location: SourceLocation
  ) throws(MatchingProblem) {
    guard let result = try evaluate(xpath, at: location) else { return }
    if let nodes = result.nodes, nodes.isEmpty, pattern.speaksOfEach, xpath.namesAll,
      case .read(let document) = xml, document.hasDefaultNamespace
    {
      // Another namespace than the author thinks of, and each of nothing would fit.
      return add(
        Mismatch(
          .xml(xpath.text, line: 0), expected: .xml(pattern.resolved(bindings)),
          found: found(nodes, by: xpath)),
        at: location)
    }
    var matcher = XMLMatcher(text: matcher, xpath: xpath.text)
    defer {
      for (index, mismatch) in matcher.mismatches.enumerated() {
        let isLast = index == matcher.mismatches.count - 1
        var mismatch = mismatch
        if case .nothing = mismatch.found, let nodes = result.nodes, nodes.isEmpty {
          mismatch.found = found(nodes, by: xpath)
        }
        add(mismatch, at: location, further: isLast ? matcher.furtherMismatches : 0)
      }
    }
    try matcher.match(result, pattern)
  }

  /// What to say of the nodes that an XPath found.
  ///
  /// That a name without a prefix is in no namespace, whatever the document's default one is, is what
  /// is most often overlooked; a prefix that means another namespace is as hard to see.
  func found(_ nodes: [XPathNode], by xpath: XPathReference) -> Mismatch.Found {
    guard nodes.isEmpty, case .read(let document) = xml, let namespace = document.namespace,
      !xpath.namespaces.values.contains(where: namespace.hasSameCodePoints)
    else { return Mismatch.Found(nodes) }
    return .nothingInNamespace(namespace)
  }

  /// What an XPath gives for the body; `nil` where the body is no XML.
  mutating func evaluate(
    _ xpath: XPathReference, at location: SourceLocation
  ) throws(MatchingProblem) -> XPathResult? {
    guard let compiled = compilation.xpath(xpath) else { throw .notCompiled(xpath.text) }
    guard let document = document(at: location) else { return nil }
    do {
      return try compiled.evaluate(on: document.tree)
    } catch {
      throw .xpath(error)
    }
  }

  mutating func judge(
    _ expected: XMLText, at location: SourceLocation
  ) throws(MatchingProblem) {
    guard let found = document(at: location) else { return }
    let octets: [UInt8]
    switch expected.kind {
    case .file(let path):
      guard let read = compilation.octets(of: FileReference(path, at: location)) else {
        throw .notCompiled(path)
      }
      octets = read
    case .text(let template): octets = Array(template.xml(bindings).utf8)
    }
    let tree: XMLTree
    do {
      tree = try XMLTree(parsing: octets)
    } catch {
      // It was well-formed without the values of its variables.
      throw .unusableXML(error)
    }
    let differences = found.tree.differences(from: tree, limit: Self.countedDifferences)
    add(differences.map { Mismatch($0) }, at: location)
  }

  mutating func judge(
    _ path: String, _ language: XMLSchemaLanguage, at location: SourceLocation
  ) throws(MatchingProblem) {
    let reference = XMLSchemaReference(FileReference(path, at: location), language)
    guard let schema = compilation.xmlSchema(reference) else {
      throw .notCompiled(path)
    }
    guard let document = document(at: location) else { return }
    let violations: [XMLViolation]
    do {
      violations = try schema.violations(of: document.tree, limit: Self.countedDifferences)
    } catch {
      throw .xmlSchema(error)
    }
    add(
      violations.map { violation in
        Mismatch(
          .xml(violation.path ?? "/", line: violation.line), expected: .validXML(path),
          found: .problem(violation.reason))
      }, at: location)
  }

  /// Differences and violations of more are not counted.
  private static let countedDifferences = 1_000

  /// Adds the first mismatches of a statement, and how many more there are.
  private mutating func add(_ mismatches: [Mismatch], at location: SourceLocation) {
    let kept = mismatches.prefix(JSONMatcher.mismatchLimit)
    for (index, mismatch) in kept.enumerated() {
      let isLast = index == kept.count - 1
      add(mismatch, at: location, further: isLast ? mismatches.count - kept.count : 0)
    }
  }

  /// The body as XML, parsed once; that it is none is reported once, and so is a charset of the media
  /// type that disagrees with the document (RFC 7303 section 3).
  private mutating func document(at location: SourceLocation) -> ParsedXML? {
    switch xml {
    case .read(let document): return document
    case .failed: return nil
    case .notRead: break
    }
    xml = .failed
    guard isDecoded() else { return nil }
    let charset = TextDecoding.charset(of: response.fields.first("Content-Type")?.value ?? "")
    if let charset, !XMLEncoding.isKnown(charset) {
      // What cannot be read here says nothing of the server.
      judgement.problem = judgement.problem ?? .unknownCharset(charset)
      return nil
    }
    guard !response.body.isEmpty else {
      add(Mismatch(.body, expected: .wellFormedXML, found: .nothing), at: location)
      return nil
    }
    for conflict in XMLEncodingConflict.conflicts(charset: charset, document: response.body) {
      add(
        Mismatch(.body, expected: .oneEncoding, found: .problem(conflict.description)),
        at: location)
    }
    do throws(XMLSyntaxError) {
      let document = ParsedXML(
        try XMLTree(parsing: response.body, charset: charset, limits: .answer))
      xml = .read(document)
      return document
    } catch {
      if error.isLimit {
        judgement.problem = judgement.problem ?? .refusedXML(error)
      } else {
        add(
          Mismatch(.body, expected: .wellFormedXML, found: .problem(error.description)),
          at: location)
      }
      return nil
    }
  }
}

extension Mismatch {
  /// A place where a document does not mean what was expected.
  fileprivate init(_ difference: XMLDifference) {
    let isText =
      difference.kind == .text || difference.kind == .value || difference.isOfTextOrAttribute
    self.init(
      .xml(difference.path, line: difference.line),
      expected: difference.expected.map { expected in
        isText ? .text(.equal(to: expected)) : .markup(expected)
      } ?? .absent,
      found: difference.found.map { isText ? Found($0) : .markup($0) } ?? .nothing)
  }
}

extension XPathReference {
  /// Whether the expression tells nodes by names without prefixes only.
  fileprivate var namesAll: Bool {
    namespaces.isEmpty && !text.contains("*") && !text.contains("name(") && !text.contains("node(")
  }
}

extension XMLDifference {
  /// Whether the place is that of an attribute or of text, which are told in quotation marks.
  fileprivate var isOfTextOrAttribute: Bool {
    let last = path.split(separator: "/").last ?? ""
    return last.hasPrefix("@") || last.hasPrefix("text()")
  }
}
