extension HTTPFields {
  /// Creates fields from the octets of names and values, which need be no text.
  package init(octets fields: [(name: [UInt8], value: [UInt8])]) {
    var octets: [UInt8] = []
    var lines: [Line] = []
    func append(_ part: [UInt8]) -> (start: Int32, end: Int32) {
      let start = Int32(truncatingIfNeeded: octets.count)
      octets.append(contentsOf: part)
      return (start, Int32(truncatingIfNeeded: octets.count))
    }
    for field in fields {
      let name = append(field.name)
      octets.append(contentsOf: ": ".utf8)
      let value = append(field.value)
      octets.append(contentsOf: "\r\n".utf8)
      lines.append(
        Line(nameStart: name.start, nameEnd: name.end, valueStart: value.start, valueEnd: value.end)
      )
    }
    self.init(octets: octets, lines: lines)
  }
}
