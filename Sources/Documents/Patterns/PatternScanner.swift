/// A cursor over a pattern's scalars, with what both dialects read alike.
struct PatternScanner {
  /// The greatest depth of groups in groups.
  ///
  /// Parsers and the compiler recurse once a level; this keeps them within a fraction of the
  /// smallest stack that threads get.
  static let deepestNesting = 64

  let source: String
  let scalars: [Unicode.Scalar]
  var offset = 0

  init(_ source: String) {
    self.source = source
    scalars = Array(source.unicodeScalars)
  }

  var next: Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }

  func next(after distance: Int) -> Unicode.Scalar? {
    offset + distance < scalars.count ? scalars[offset + distance] : nil
  }

  /// Takes the text given if it comes next.
  mutating func take(_ text: String) -> Bool {
    let expected = text.unicodeScalars
    guard scalars[offset...].starts(with: expected) else { return false }
    offset += expected.count
    return true
  }

  /// Takes a decimal number; one too large to matter becomes ``PatternQuantifier/unlimited``.
  mutating func takeNumber() -> Int? {
    let start = offset
    var value = 0
    while let digit = next, ("0"..."9").contains(digit) {
      value = min(value * 10 + Int(digit.value - 48), PatternQuantifier.unlimited)
      offset += 1
    }
    return offset > start ? value : nil
  }

  /// Takes a quantifier if one comes next: `*`, `+`, `?`, `{n}`, `{n,}`, `{n,m}`.
  ///
  /// A `{` that is followed by neither a digit nor a comma and digit is left alone.
  mutating func takeQuantifier() throws(PatternSyntaxError) -> PatternQuantifier? {
    let start = offset
    if take("*") { return .init(minimum: 0, maximum: PatternQuantifier.unlimited, isLazy: false) }
    if take("+") { return .init(minimum: 1, maximum: PatternQuantifier.unlimited, isLazy: false) }
    if take("?") { return .init(minimum: 0, maximum: 1, isLazy: false) }
    guard startsCountedQuantifier else { return nil }
    offset += 1
    guard let minimum = takeNumber() else { throw error(.malformedQuantifier, at: start) }
    var maximum = minimum
    if take(",") { maximum = takeNumber() ?? PatternQuantifier.unlimited }
    guard take("}") else { throw error(.malformedQuantifier, at: start) }
    guard minimum <= maximum else { throw error(.quantifierOutOfOrder, at: start) }
    return .init(minimum: minimum, maximum: maximum, isLazy: false)
  }

  /// Whether a `{` comes next that its author meant as a quantifier.
  var startsCountedQuantifier: Bool {
    guard next == "{" else { return false }
    let isDigit = { (scalar: Unicode.Scalar?) in scalar.map { ("0"..."9").contains($0) } ?? false }
    return isDigit(next(after: 1)) || (next(after: 1) == "," && isDigit(next(after: 2)))
  }

  func error(_ reason: PatternSyntaxError.Reason, at offset: Int) -> PatternSyntaxError {
    PatternSyntaxError(source: source, offset: offset, reason: reason)
  }

  /// The text between two offsets, to quote in an error.
  func text(from start: Int, to end: Int) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<end])
    return String(text)
  }
}
