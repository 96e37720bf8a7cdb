internal import AccordDocuments

/// Reads members of an entry and tells precisely which one is not what it must be.
struct EntryReader {
  private let node: JSONNode
  /// Where in the entry it is: `request.headers[2]`.
  private let path: String
  private let file: String
  private let entry: Int?

  /// - Parameter path: What the octets are, if they are no entry: `log._accord`.
  /// - Throws: `ArchiveError` where they are no JSON object.
  init(
    parsing octets: [UInt8], at offset: Int, in file: String, entry: Int?, path: String = ""
  ) throws(ArchiveError) {
    do {
      node = try JSONDocument(parsing: octets).root
    } catch {
      throw ArchiveError(
        .notJSON(offset: offset + error.byteOffset, "\(error.reason)"), in: file, entry: entry)
    }
    self.path = path
    self.file = file
    self.entry = entry
    guard node.kind == .object else { throw wrong("", expected: "an object") }
  }

  private init(_ node: JSONNode, _ path: String, _ parent: EntryReader) {
    self.node = node
    self.path = path
    file = parent.file
    entry = parent.entry
  }

  // MARK: - Members

  /// Whether there is such a member that is not null.
  func has(_ name: String) -> Bool { value(name) != nil }

  func object(_ name: String) throws(ArchiveError) -> EntryReader? {
    guard let value = value(name) else { return nil }
    guard value.kind == .object else { throw wrong(name, expected: "an object") }
    return EntryReader(value, place(name), self)
  }

  func requiredObject(_ name: String) throws(ArchiveError) -> EntryReader {
    guard let object = try object(name) else { throw missing(name) }
    return object
  }

  /// The objects of an array; none where there is no such member.
  func objects(_ name: String) throws(ArchiveError) -> [EntryReader] {
    guard let value = value(name) else { return [] }
    guard value.kind == .array else { throw wrong(name, expected: "an array") }
    var objects: [EntryReader] = []
    for (index, element) in value.elements.enumerated() {
      guard element.kind == .object else { throw wrong("\(name)[\(index)]", expected: "an object") }
      objects.append(EntryReader(element, place("\(name)[\(index)]"), self))
    }
    return objects
  }

  func text(_ name: String) throws(ArchiveError) -> String? {
    guard let value = value(name) else { return nil }
    guard let text = value.string else { throw wrong(name, expected: "a string") }
    return text
  }

  func requiredText(_ name: String) throws(ArchiveError) -> String {
    guard let text = try text(name), !text.isEmpty else { throw missing(name) }
    return text
  }

  /// An integer of a range; nil where there is no such member.
  ///
  /// - Parameter expected: What it must be, where the range alone does not say that.
  func integer(
    _ name: String, in range: ClosedRange<Int>, expected: String? = nil
  ) throws(ArchiveError) -> Int? {
    guard let value = value(name) else { return nil }
    guard let number = value.number?.intValue, range.contains(number) else {
      let bounds = "an integer from \(range.lowerBound) to \(range.upperBound)"
      throw wrong(name, expected: expected ?? bounds)
    }
    return number
  }

  func flag(_ name: String) -> Bool { value(name)?.boolean == true }

  /// Milliseconds; nil where there is no such member or it is negative, which means that it does not
  /// apply.
  func milliseconds(_ name: String) throws(ArchiveError) -> Duration? {
    guard let value = value(name) else { return nil }
    guard let number = value.number?.doubleValue, number.isFinite, number < 1e11 else {
      throw wrong(name, expected: "a number of milliseconds")
    }
    // To the microsecond, which is what was measured: no binary fraction is a decimal one.
    return number < 0 ? nil : .microseconds(Int64((number * 1_000).rounded()))
  }

  /// The octets that a member has in base64.
  func octets(_ name: String) throws(ArchiveError) -> [UInt8]? {
    guard let text = try text(name) else { return nil }
    guard let octets = Base64Text.decode(text) else { throw wrong(name, expected: "base64") }
    return octets
  }

  /// A number that may need 64 bits.
  func unsigned(_ name: String) throws(ArchiveError) -> UInt64? {
    guard let value = value(name) else { return nil }
    guard let number = UInt64(value.sourceText) else { throw wrong(name, expected: "an integer") }
    return number
  }

  /// Every member with its value as it was written, in their order.
  var members: [(name: String, json: String)] {
    node.members.map { ($0.name, $0.value.sourceText) }
  }

  // MARK: - Ranges

  // What nothing real goes beyond, and what can be added up and be told without an overflow.

  /// Of a count of octets, steps or units.
  static let counts = 0...1 << 50
  /// Of a count of octets, where -1 says that it is not known (HAR 1.2).
  static let sizes = -1...1 << 50
  /// Of how often something was sent or tried.
  static let tries = 0...1_000_000
  /// Of repetitions, as `--repeat` takes them.
  static let repetitions = 1...1_000_000
  /// Of milliseconds since 1970, to the end of the year 9999.
  static let moments = 0...253_402_300_799_999
  /// Of seconds since 1970, to the end of the year 9999.
  static let seconds = 0...253_402_300_799

  // MARK: - Problems

  func missing(_ name: String) -> ArchiveError {
    ArchiveError(.missing(place(name)), in: file, entry: entry)
  }

  func wrong(_ name: String, expected: String) -> ArchiveError {
    ArchiveError(.unusable(place(name), expected: expected), in: file, entry: entry)
  }

  private func value(_ name: String) -> JSONNode? {
    guard let value = node.member(name), !value.isNull else { return nil }
    return value
  }

  private func place(_ name: String) -> String {
    name.isEmpty ? path : path.isEmpty ? name : "\(path).\(name)"
  }
}
