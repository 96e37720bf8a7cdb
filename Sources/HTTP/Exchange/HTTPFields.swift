/// The field lines of a head or of trailers: a view of the octets as they came.
///
/// It holds one buffer of octets and one of ranges, however many lines there are.
package struct HTTPFields: Sendable {
  /// Where a line's name and value lie in the octets.
  struct Line: Sendable, Hashable {
    var nameStart: Int32
    var nameEnd: Int32
    var valueStart: Int32
    var valueEnd: Int32
  }

  let octets: [UInt8]
  let lines: [Line]

  init(octets: [UInt8], lines: [Line]) {
    self.octets = octets
    self.lines = lines
  }

  /// Creates fields from names and values, for example those of a record.
  package init(_ fields: [(name: String, value: String)] = []) {
    var octets: [UInt8] = []
    var lines: [Line] = []
    for field in fields {
      let nameStart = Int32(truncatingIfNeeded: octets.count)
      octets.append(contentsOf: field.name.utf8)
      let nameEnd = Int32(truncatingIfNeeded: octets.count)
      octets.append(contentsOf: ": ".utf8)
      let valueStart = Int32(truncatingIfNeeded: octets.count)
      octets.append(contentsOf: field.value.utf8)
      let valueEnd = Int32(truncatingIfNeeded: octets.count)
      octets.append(contentsOf: "\r\n".utf8)
      lines.append(
        Line(
          nameStart: nameStart, nameEnd: nameEnd, valueStart: valueStart, valueEnd: valueEnd))
    }
    self.init(octets: octets, lines: lines)
  }

  /// The first line of that name, in any case (RFC 9110 section 5.1).
  package func first(_ name: String) -> HTTPField? {
    for line in lines where isName(line, name) {
      return HTTPField(octets: octets, line: line)
    }
    return nil
  }

  /// All lines of that name, in any case, in order.
  package func all(_ name: String) -> [HTTPField] {
    var found: [HTTPField] = []
    for line in lines where isName(line, name) {
      found.append(HTTPField(octets: octets, line: line))
    }
    return found
  }

  /// Whether there is a line of that name, in any case.
  package func contains(_ name: String) -> Bool {
    lines.contains { isName($0, name) }
  }

  /// Hands out the octets of each line's name in order, without copying them.
  package func forEachName(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    octets.withUnsafeBufferPointer { buffer in
      for line in lines {
        body(UnsafeBufferPointer(rebasing: buffer[Int(line.nameStart)..<Int(line.nameEnd)]))
      }
    }
  }

  /// The values of all lines of that name, joined with a comma and a space (RFC 9110 section 5.3);
  /// nil where there is none.
  ///
  /// `Set-Cookie` must not be read this way.
  package func combined(_ name: String) -> String? {
    var result: String?
    for line in lines where isName(line, name) {
      let value = HTTPField(octets: octets, line: line).value
      result = result.map { $0 + ", " + value } ?? value
    }
    return result
  }

  /// The names in the order of their first line, each once (in any case) and as first written.
  package var names: [String] {
    var seen: Set<String> = []
    return map(\.name).filter { seen.insert($0.lowercased()).inserted }
  }

  private func isName(_ line: Line, _ name: String) -> Bool {
    let start = Int(line.nameStart)
    let end = Int(line.nameEnd)
    let utf8 = name.utf8
    guard utf8.count == end - start else { return false }
    var index = start
    for octet in utf8 {
      guard octets[index].asciiLowercased == octet.asciiLowercased else { return false }
      index += 1
    }
    return true
  }
}

extension HTTPFields: RandomAccessCollection {
  /// The position of the first line.
  package var startIndex: Int { 0 }

  /// The position after the last line.
  package var endIndex: Int { lines.count }

  /// The line at a position, in the order received.
  package subscript(position: Int) -> HTTPField {
    HTTPField(octets: octets, line: lines[position])
  }
}

extension HTTPFields: Hashable {
  /// Whether both have the same names (as written) and values in the same order.
  package static func == (left: HTTPFields, right: HTTPFields) -> Bool {
    left.elementsEqual(right)
  }

  /// Feeds names and values in order.
  package func hash(into hasher: inout Hasher) {
    for field in self { hasher.combine(field) }
  }
}
