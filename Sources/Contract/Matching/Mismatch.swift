package import AccordDocuments

/// One way in which a response is not as the contract says: data, which reports put into words.
package struct Mismatch: Sendable {
  /// Where in the response.
  package enum Place: Sendable {
    case status
    case field(FieldName)
    /// A value of a JSON body, by its normalized path (RFC 9535 section 2.7) in short form.
    case json(String)
    /// A node of an XML body, and the line on which it begins, from 1; 0 where none is known.
    case xml(String, line: Int)
    case text
    case body
    case time
    case capture(String)
    case check(String)
    /// How often the request was sent until the answer was as expected.
    case tries
    /// What was put into words already, by an earlier run or by what compares runs: the word for
    /// programs, the place in words, and the place that stays; see ``stableName``.
    case recorded(kind: String, words: String, stableName: String?)
  }

  /// What the contract says.
  package enum Expected: Sendable {
    case status(StatusPattern)
    case json(JSONPattern)
    case text(TextPattern)
    /// What a node of XML must be, or several nodes.
    case xml(JSONPattern)
    /// A node for a pattern of `.unordered` that is left over.
    case anotherNode(JSONPattern)
    /// One node, where there are several.
    case oneNode
    /// A demand of a JSON Schema.
    case schema(SchemaViolation)
    /// A document that is valid by the schema in this file.
    case validXML(String)
    /// A node of a document: a name, or the start of an element.
    case markup(String)
    case fieldLines(FieldLinesPattern)
    case body(BodyPattern)
    /// The value of a variable, as JSON or as text.
    case variable(name: String, value: String)
    case present
    case absent
    /// No member but those named.
    case noOtherMember
    /// A member once, not twice.
    case once
    case wellFormedJSON
    case wellFormedXML
    /// One encoding, named alike wherever it is named.
    case oneEncoding
    case decodableText
    /// Text in which this regular expression matches, for a capture.
    case matchingText(String)
    case noBody
    case atMost(Duration)
    /// Exactly one value, for a capture.
    case oneValue
    case convertible(VariableTrait.Conversion)
    /// Some element that fits what no element fits.
    case someElement(JSONPattern)
    /// An element for a pattern of `.unordered` that is left over.
    case anotherElement(JSONPattern)
    case holds
    /// 405 or 501, for a method outside `.allows`.
    case methodRefused(String)
    /// The set of methods that `.allows` declares, in `Allow`.
    case methodSet([String])
    /// No server error in answer to a probe.
    case noServerError
    /// An answer to the first try: `--fail-on-flaky`.
    case firstTry
    /// The whole message, in words already.
    case recorded(String)
  }

  /// What came.
  package enum Found: Sendable {
    case nothing
    case status(Int, reason: String)
    case json(String, kind: JSONKind)
    /// The beginning of a value that is too large to be kept whole, and how many octets it has.
    case beginning(String, octets: Int)
    /// An array of so many elements.
    case elements(Int)
    case text(String)
    /// A node of a document: a name, or the start of an element.
    case markup(String)
    /// So many nodes, and the values of the first of them.
    case nodes([Found], count: Int)
    /// No node, in a document whose names are in this namespace while the XPath's are in none.
    case nothingInNamespace(String)
    case lines([String])
    case octets(Int)
    /// Octets that are not those of the contract.
    case otherOctets(OtherOctets)
    case count(Int)
    case duration(Duration)
    case problem(String)
    case falseAnswer
    /// Both sides in words already, and the line above them where they were shown as a diff.
    case recorded(expected: String, found: String, diff: String?)
  }

  /// Where octets differ from those that were expected.
  package struct OtherOctets: Hashable, Sendable {
    /// How many there are, and how many were expected.
    package let count: Int
    package let expectedCount: Int
    /// The first octet that differs, counted from 0.
    package let offset: Int
    /// The first octets from there on, none where there are no more.
    package let expected: Part
    package let found: Part

    package init(_ found: [UInt8], expected: [UInt8]) {
      let offset = zip(found, expected).prefix { $0 == $1 }.count
      count = found.count
      expectedCount = expected.count
      self.offset = offset
      self.expected = Part(of: expected, at: offset)
      self.found = Part(of: found, at: offset)
    }

    /// A few octets, with what stands around them: a secret of which they are a part is known by its
    /// whole only.
    package struct Part: Hashable, Sendable {
      /// The few octets.
      package let octets: [UInt8]
      /// They and their neighbours.
      package let surroundings: [UInt8]
      /// Where in `surroundings` they begin.
      package let start: Int

      fileprivate init(of all: [UInt8], at offset: Int) {
        octets = Array(all[offset...].prefix(8))
        let first = max(0, offset - Self.reach)
        surroundings = Array(all[first..<min(all.count, offset + 8 + Self.reach)])
        start = offset - first
      }

      private static let reach = 4_096
    }
  }

  package var place: Place
  package var expected: Expected
  package var found: Found

  package init(_ place: Place, expected: Expected, found: Found) {
    self.place = place
    self.expected = expected
    self.found = found
  }

  /// A mismatch that was put into words already, which are taken as they are.
  ///
  /// - Parameters:
  ///   - stableName: The place as ``Place/stableName`` has it; `nil` where the kind says it all.
  ///   - found: Both sides, where they were told.
  package static func recorded(
    kind: String, place: String, stableName: String? = nil, message: String,
    found: Found = .nothing
  ) -> Mismatch {
    Mismatch(
      .recorded(kind: kind, words: place, stableName: stableName), expected: .recorded(message),
      found: found)
  }
}

extension Mismatch.Expected {
  /// The same with the values of variables in place of their names, to be shown.
  package func resolved(_ bindings: Bindings) -> Self {
    switch self {
    case .json(let pattern): .json(pattern.resolved(bindings))
    case .text(let pattern): .text(pattern.resolved(bindings))
    case .xml(let pattern): .xml(pattern.resolved(bindings))
    case .anotherNode(let pattern): .anotherNode(pattern.resolved(bindings))
    case .someElement(let pattern): .someElement(pattern.resolved(bindings))
    case .anotherElement(let pattern): .anotherElement(pattern.resolved(bindings))
    default: self
    }
  }
}

extension Mismatch.Found {
  /// Values of more octets are kept in part: a report shows a few hundred characters, and many
  /// mismatches may find the same large value.
  private static let largestValueKept = 64 << 10

  /// A value of JSON, or its beginning.
  package init(_ node: JSONNode) {
    let range = node.byteRange
    guard range.count > Self.largestValueKept else {
      self = .json(node.compactText, kind: node.kind)
      return
    }
    let octets = node.document.bytes[range].prefix(Self.largestValueKept)
    self = .beginning(String(decoding: octets, as: UTF8.self), octets: range.count)
  }

  /// Nodes, or none.
  package init(_ nodes: [XPathNode]) {
    self =
      nodes.isEmpty
      ? .nothing : .nodes(nodes.prefix(5).map { Self($0.value) }, count: nodes.count)
  }

  /// Text, or its beginning.
  package init(_ text: String) {
    let count = text.utf8.count
    guard count > Self.largestValueKept else {
      self = .text(text)
      return
    }
    let beginning = String(decoding: text.utf8.prefix(Self.largestValueKept), as: UTF8.self)
    self = .beginning(beginning, octets: count)
  }
}
