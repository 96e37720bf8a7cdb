/// A place in a text.
package struct TextPosition: Sendable, Hashable, CustomStringConvertible {
  /// The number of bytes before the place.
  package let byteOffset: Int
  /// Counted from 1.
  ///
  /// LF, CR LF and a CR alone each end a line.
  package let line: Int
  /// Counted from 1, in Unicode scalars; a byte that belongs to no well-formed scalar counts as one.
  package let column: Int

  /// Takes a place that is known already.
  package init(byteOffset: Int, line: Int, column: Int) {
    self.byteOffset = byteOffset
    self.line = line
    self.column = column
  }

  /// As in `line 3, column 14`.
  package var description: String { "line \(line), column \(column)" }
}

extension TextPosition {
  /// Finds line and column of an offset, which is clamped to the text.
  ///
  /// Takes time in proportion to the offset. A byte order mark at the start takes no column.
  package init(ofByte offset: Int, in bytes: [UInt8]) {
    let offset = min(max(offset, 0), bytes.count)
    var line = 1
    var column = 1
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var index = buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      while index < offset {
        let byte = base[index]
        let length = UTF8Validation.sequenceLength(at: index, in: base, count: buffer.count)
        index += max(length, 1)
        switch byte {
        case 0x0D where index < buffer.count && base[index] == 0x0A:
          continue  // the LF ends the line
        case 0x0A, 0x0D:
          line += 1
          column = 1
        default:
          if index <= offset { column += 1 }
        }
      }
    }
    self.init(byteOffset: offset, line: line, column: column)
  }
}
