#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Walks over the lines of a head, whose octets outlive it.
struct HeadLines {
  /// The fields up to an empty line.
  struct Fields {
    var lines: [HTTPFields.Line] = []
    /// Whether a CR or LF may stand within a value.
    var hasBreaks = false
  }

  private let octets: UnsafeRawBufferPointer
  private var position: Int
  private let end: Int

  init(_ octets: UnsafeRawBufferPointer, in range: Range<Int>) {
    self.octets = octets
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next line without its line break; nil at the end.
  mutating func next() -> Range<Int>? {
    guard position < end else { return nil }
    let start = position
    var stop = end
    if let base = octets.baseAddress,
      let feed = memchr(base + start, Int32(UInt8(ascii: "\n")), end - start)
    {
      stop = UnsafeRawPointer(feed) - base
    }
    position = min(stop + 1, end)
    if stop > start, octets[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
    return start..<stop
  }

  /// Reads field lines up to and with an empty line, or to the end.
  mutating func readFields() -> Fields {
    var fields = Fields()
    fields.lines.reserveCapacity(12)
    while let range = next(), !range.isEmpty {
      if octets[range.lowerBound].isBlank {
        // A continuation of the line before (obs-fold, RFC 9112 section 5.2).
        // curl has refused one that follows nothing.
        guard let last = fields.lines.indices.last else { continue }
        fields.hasBreaks = true
        let value = trimmed(Int(fields.lines[last].valueStart)..<range.upperBound)
        fields.lines[last].valueStart = Int32(truncatingIfNeeded: value.lowerBound)
        fields.lines[last].valueEnd = Int32(truncatingIfNeeded: value.upperBound)
      } else if let colon = range.first(where: { octets[$0] == UInt8(ascii: ":") }) {
        let value = trimmed(colon + 1..<range.upperBound)
        if value.contains(where: { octets[$0] == UInt8(ascii: "\r") }) { fields.hasBreaks = true }
        fields.lines.append(
          HTTPFields.Line(
            nameStart: Int32(truncatingIfNeeded: range.lowerBound),
            nameEnd: Int32(truncatingIfNeeded: colon),
            valueStart: Int32(truncatingIfNeeded: value.lowerBound),
            valueEnd: Int32(truncatingIfNeeded: value.upperBound)))
      }
      // Lines without a colon do not come here: curl refuses them.
    }
    return fields
  }

  /// The range without white space at its ends.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var stop = range.upperBound
    while start < stop, isSpace(octets[start]) { start += 1 }
    while stop > start, isSpace(octets[stop - 1]) { stop -= 1 }
    return start..<stop
  }

  private func isSpace(_ octet: UInt8) -> Bool {
    octet.isBlank || octet == UInt8(ascii: "\r") || octet == UInt8(ascii: "\n")
  }
}
