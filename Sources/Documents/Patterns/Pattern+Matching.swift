extension Pattern {
  /// The leftmost match, chosen among those at the same place as ECMA-262 section 22.2.2 chooses.
  ///
  /// - Parameters:
  ///   - utf8: The text to search. A byte that is not part of well-formed UTF-8 counts as one
  ///     U+FFFD, so that a server's broken text can be judged too.
  ///   - limits: How much work the search may do.
  /// - Returns: The match; nil if there is none.
  /// - Throws: ``PatternLimitError`` if there is no verdict within the limits.
  package func firstMatch(
    in utf8: UnsafeBufferPointer<UInt8>, limits: PatternLimits = .standard
  ) throws(PatternLimitError) -> PatternMatch? {
    var matcher = try PatternMatcher(
      program: program, input: utf8, limits: limits, goal: .captures)
    guard try matcher.search() else { return nil }
    return PatternMatch(ranges: matcher.captures(), names: program.groupNames)
  }

  /// The leftmost match in a string; ranges are UTF-8 offsets.
  ///
  /// - Throws: ``PatternLimitError`` if there is no verdict within the limits.
  package func firstMatch(
    in text: String, limits: PatternLimits = .standard
  ) throws(PatternLimitError) -> PatternMatch? {
    try text.withBytes { utf8 throws(PatternLimitError) in
      try firstMatch(in: utf8, limits: limits)
    }
  }

  /// Tells whether some part of the text matches: what JSON Schema's `pattern` asks.
  ///
  /// - Throws: ``PatternLimitError`` if there is no verdict within the limits.
  package func matchesAnywhere(
    _ utf8: UnsafeBufferPointer<UInt8>, limits: PatternLimits = .standard
  ) throws(PatternLimitError) -> Bool {
    var matcher = try PatternMatcher(
      program: program, input: utf8, limits: limits, goal: .verdict)
    return try matcher.search()
  }

  /// Tells whether some part of the string matches.
  ///
  /// - Throws: ``PatternLimitError`` if there is no verdict within the limits.
  package func matchesAnywhere(
    _ text: String, limits: PatternLimits = .standard
  ) throws(PatternLimitError) -> Bool {
    try text.withBytes { utf8 throws(PatternLimitError) in
      try matchesAnywhere(utf8, limits: limits)
    }
  }

  /// Tells whether the text as a whole matches: what JSONPath's `match()` asks.
  ///
  /// - Throws: ``PatternLimitError`` if there is no verdict within the limits.
  package func matchesWhole(
    _ utf8: UnsafeBufferPointer<UInt8>, limits: PatternLimits = .standard
  ) throws(PatternLimitError) -> Bool {
    var matcher = try PatternMatcher(
      program: program, input: utf8, limits: limits, goal: .wholeVerdict)
    return try matcher.search()
  }

  /// Tells whether the string as a whole matches.
  ///
  /// - Throws: ``PatternLimitError`` if there is no verdict within the limits.
  package func matchesWhole(
    _ text: String, limits: PatternLimits = .standard
  ) throws(PatternLimitError) -> Bool {
    try text.withBytes { utf8 throws(PatternLimitError) in
      try matchesWhole(utf8, limits: limits)
    }
  }
}

extension String {
  /// Lends the string's UTF-8 bytes; `withUTF8` itself cannot pass a typed error on.
  fileprivate func withBytes<Value, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    var contiguous = self
    return try contiguous.withUTF8 { bytes in
      Result { () throws(Failure) in try body(bytes) }
    }.get()
  }
}
