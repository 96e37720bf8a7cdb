/// One field line as it came.
package struct HTTPField: Sendable {
  private let octets: [UInt8]
  private let line: HTTPFields.Line

  init(octets: [UInt8], line: HTTPFields.Line) {
    self.octets = octets
    self.line = line
  }

  /// The octets of the name, everything before the colon.
  package var nameOctets: ArraySlice<UInt8> {
    octets[Int(line.nameStart)..<Int(line.nameEnd)]
  }

  /// The octets of the value without the white space around it; line breaks within (obs-fold,
  /// RFC 9112 section 5.2) are spaces.
  package var valueOctets: ArraySlice<UInt8> {
    octets[Int(line.valueStart)..<Int(line.valueEnd)]
  }

  /// The name as written; octets that are not UTF-8 are escaped as in ``value``.
  package var name: String { String(escapingOctets: nameOctets) }

  /// The value as text.
  ///
  /// UTF-8 is taken as such; if the octets are not UTF-8, each octet that is not ASCII is written
  /// as `\xNN`. ``valueOctets`` has the truth.
  package var value: String { String(escapingOctets: valueOctets) }

  /// Whether the value is UTF-8, so that ``value`` shows it unchanged.
  package var isUTF8: Bool { String(validating: valueOctets, as: UTF8.self) != nil }
}

extension HTTPField: Hashable {
  /// Whether names (as written) and values have the same octets.
  package static func == (left: HTTPField, right: HTTPField) -> Bool {
    left.nameOctets == right.nameOctets && left.valueOctets == right.valueOctets
  }

  /// Feeds the octets of name and value.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(nameOctets)
    hasher.combine(valueOctets)
  }
}
