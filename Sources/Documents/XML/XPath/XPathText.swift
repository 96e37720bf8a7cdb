/// The functions of XPath 1.0 on strings (section 4.2), which count code points.
enum XPathText {
  /// The characters from a position on, up to a number of them; all that follow if it is nil.
  static func substring(_ text: String, from start: Double, length: Double?) -> String {
    // A position is in if it is at least the start and less than the end; neither holds with NaN,
    // which the sum of both infinities is. Without a length there is no end.
    let end = length.map { start + $0 } ?? .infinity
    guard !start.isNaN, !end.isNaN, start < end else { return "" }
    let scalars = text.unicodeScalars
    let skipped = start <= 1 ? 0 : Int(exactly: min(start - 1, 1e15)) ?? 0
    let taken = Int(exactly: min(end - 1, 1e15)) ?? 0
    guard taken > skipped else { return "" }
    return String(scalars.dropFirst(skipped).prefix(taken - skipped))
  }

  static func substring(_ text: String, before part: String) -> String {
    guard let range = range(of: part, in: text) else { return "" }
    return String(decoding: Array(text.utf8)[..<range.lowerBound], as: UTF8.self)
  }

  static func substring(_ text: String, after part: String) -> String {
    guard let range = range(of: part, in: text) else { return "" }
    return String(decoding: Array(text.utf8)[range.upperBound...], as: UTF8.self)
  }

  /// Where a text contains another, in bytes; found in time that is linear in both together.
  static func range(of part: String, in text: String) -> Range<Int>? {
    part.withCodePoints { part in
      text.withCodePoints { text in
        if part.isEmpty { return 0..<0 }
        guard part.count <= text.count else { return nil }
        // Knuth, Morris and Pratt: how much of the part is matched again after a mismatch.
        var fallbacks = [0]
        var matched = 0
        for byte in part.dropFirst() {
          while matched > 0, part[matched] != byte { matched = fallbacks[matched - 1] }
          if part[matched] == byte { matched += 1 }
          fallbacks.append(matched)
        }
        matched = 0
        for (offset, byte) in text.enumerated() {
          while matched > 0, part[matched] != byte { matched = fallbacks[matched - 1] }
          if part[matched] == byte { matched += 1 }
          if matched == part.count { return (offset + 1 - part.count)..<(offset + 1) }
        }
        return nil
      }
    }
  }

  static func normalizingSpace(_ text: String) -> String {
    let parts = text.utf8.split { XPathNumber.isSpace($0) }
    return parts.map { String(Substring($0)) }.joined(separator: " ")
  }

  /// Replaces characters of `from` by those at the same places of `to`, or removes them.
  static func translate(_ text: String, _ from: String, _ to: String) -> String {
    var replacements: [Unicode.Scalar: Unicode.Scalar?] = [:]
    var targets = to.unicodeScalars.makeIterator()
    for scalar in from.unicodeScalars {
      let target = targets.next()
      if replacements[scalar] == nil { replacements[scalar] = .some(target) }
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch replacements[scalar] {
      case .some(.some(let target)): result.append(target)
      case .some(.none): break
      case .none: result.append(scalar)
      }
    }
    return String(result)
  }
}
