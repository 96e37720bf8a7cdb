/// Reads chunks from octets as they come (RFC 9112 section 7.1).
struct ChunkReader: Sendable {
  private enum State {
    case size
    /// So many octets of a chunk are missing, its line break included.
    case content(Int)
    case trailers
  }

  private var state = State.size
  private var trailerStart: Int?
  /// The fields after the last chunk, once all has come.
  private(set) var trailers: HTTPFields?
  /// The line in place of a size that is none, if there was one.
  private(set) var unusableSize: String?

  /// Reads as far as the octets go.
  ///
  /// - Parameters:
  ///   - place: Where to go on; where the next call is to go on afterwards.
  ///   - content: Gets what stands in the chunks.
  mutating func read(_ octets: [UInt8], from place: inout Int, into content: inout [UInt8]) {
    while trailers == nil, unusableSize == nil, place < octets.count {
      switch state {
      case .size:
        guard let end = octets.endOfLine(from: place) else { return }
        let line = octets[place..<end].prefix { !$0.breaksLine }
        let digits = line.prefix(while: \.isHexDigit)
        let rest = line[digits.endIndex...].drop(while: \.isBlank)
        guard rest.isEmpty || rest.first == UInt8(ascii: ";"),
          let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size < Int.max - 2
        else {
          unusableSize = String(escapingOctets: line)
          return
        }
        place = end
        if size == 0 { trailerStart = end }
        state = size == 0 ? .trailers : .content(size + 2)
      case .content(let left):
        let count = min(left, octets.count - place)
        // The last two are the line break.
        if left > 2 { content += octets[place..<place + min(count, left - 2)] }
        place += count
        state = left == count ? .size : .content(left - count)
      case .trailers:
        guard let end = octets.endOfLine(from: place) else { return }
        let isLast = octets[place..<end].allSatisfy(\.breaksLine)
        place = end
        guard isLast else { continue }
        trailers = octets.withUnsafeBytes { octets in
          var lines = HeadLines(octets, in: (trailerStart ?? end)..<end)
          return HTTPFields(octets: octets, lines.readFields())
        }
      }
    }
  }
}

extension [UInt8] {
  /// What follows the line that begins somewhere; nil where it has not ended.
  fileprivate func endOfLine(from start: Int) -> Int? {
    self[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
  }
}

extension HTTPFields {
  /// The fields of lines in octets; line breaks within a value are spaces.
  init(octets: UnsafeRawBufferPointer, _ fields: HeadLines.Fields) {
    var copy = [UInt8](octets)
    if fields.hasBreaks {
      for line in fields.lines {
        for index in Int(line.valueStart)..<Int(line.valueEnd) where copy[index].breaksLine {
          copy[index] = UInt8(ascii: " ")
        }
      }
    }
    self.init(octets: copy, lines: fields.lines)
  }
}
