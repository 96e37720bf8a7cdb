/// Where two texts part, and what stands there in each: the smallest part that explains.
///
/// Of two texts of several lines it is the first line that differs.
struct TextDifference {
  /// The line on which the texts part, from 1; `nil` where one of them is of one line.
  let line: Int?
  /// The character at which they part, from 1, counted in the line if there is one.
  let character: Int
  /// What was expected there; `nil` where the expected text has no such line.
  let expected: Part?
  /// What was found there; `nil` where the text has no such line.
  let found: Part?

  /// A part of a line.
  struct Part {
    /// The characters around the place, `…` where they are cut.
    let text: String
    /// How many characters the line has; `nil` where it is not cut.
    let count: Int?
  }

  /// Finds where the texts part; `nil` where they do not.
  ///
  /// - Parameter limit: How many characters of each are kept.
  init?(expected: String, found: String, limit: Int) {
    // Beside a text of one line, a first line alone would hide all that came after it.
    let isOfLines = expected.unicodeScalars.contains("\n") && found.unicodeScalars.contains("\n")
    let expectedLines = Self.lines(expected, isOfLines)
    let foundLines = Self.lines(found, isOfLines)
    let common = zip(expectedLines, foundLines).prefix { $0.elementsEqual($1) }.count
    guard common < max(expectedLines.count, foundLines.count) else { return nil }
    let wanted = common < expectedLines.count ? Array(expectedLines[common]) : nil
    let came = common < foundLines.count ? Array(foundLines[common]) : nil
    let start = zip(wanted ?? [], came ?? []).prefix { $0 == $1 }.count
    line = isOfLines ? common + 1 : nil
    character = start + 1
    self.expected = wanted.map { Self.window($0, around: start, limit) }
    self.found = came.map { Self.window($0, around: start, limit) }
  }

  private static func lines(
    _ text: String, _ isOfLines: Bool
  ) -> [Substring.UnicodeScalarView] {
    guard isOfLines else { return [Substring(text).unicodeScalars] }
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Substring($0).unicodeScalars }
  }

  /// A part of a line, with a little of what stands before the place.
  private static func window(
    _ scalars: [Unicode.Scalar], around place: Int, _ limit: Int
  ) -> Part {
    guard scalars.count > limit else {
      return Part(text: String(String.UnicodeScalarView(scalars)), count: nil)
    }
    let start = max(0, min(place - limit / 3, scalars.count - limit))
    let end = start + limit
    let text =
      (start > 0 ? "…" : "") + String(String.UnicodeScalarView(scalars[start..<end]))
      + (end < scalars.count ? "…" : "")
    return Part(text: text, count: scalars.count)
  }
}
