import AccordDocuments

/// Regular expressions: a pattern and a text, as ECMAScript and as I-Regexp.
func testPattern(_ input: FuzzInput) {
  let (first, text) = input.halves
  let source = first.text
  for dialect in [Pattern.Dialect.ecmaScript, .iRegexp] {
    do throws(PatternSyntaxError) {
      let pattern = try Pattern(source, dialect: dialect)
      text.withUnsafeBufferPointer { match(pattern, $0) }
    } catch {
      require((0...source.unicodeScalars.count).contains(error.offset), "an error has its place")
      require(!error.description.isEmpty, "an error has words")
    }
  }
}

private func match(_ pattern: Pattern, _ text: UnsafeBufferPointer<UInt8>) {
  let first: PatternMatch?
  do throws(PatternLimitError) {
    first = try pattern.firstMatch(in: text, limits: limits)
  } catch {
    return require(!error.description.isEmpty, "an error has words")
  }
  if let first {
    require(first.captures.count == pattern.groupCount + 1, "each group has its place")
    for range in first.captures.compactMap(\.self) {
      require(range.lowerBound >= 0 && range.upperBound <= text.count, "a group is in the text")
    }
    for name in pattern.groupNames { _ = first.range(named: name) }
  }
  if let isAnywhere = try? pattern.matchesAnywhere(text, limits: limits) {
    require(isAnywhere == (first != nil), "a match is found both ways")
  }
  if let isWhole = try? pattern.matchesWhole(text, limits: limits), isWhole {
    require(first != nil, "what matches as a whole matches somewhere")
  }
}

/// A match may do far more work than an input is worth.
private let limits = PatternLimits(
  steps: 10_000, stepsPerByte: 8, openChoices: 5_000, memoBytes: 1 << 18)
