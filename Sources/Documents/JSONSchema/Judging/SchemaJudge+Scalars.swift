extension SchemaJudge {
  @inline(__always)
  func isType(_ types: SchemaTypes, _ kind: JSONKind, _ instance: Int) -> Bool {
    switch kind {
    case .null: return types.contains(.null)
    case .boolean: return types.contains(.boolean)
    case .string: return types.contains(.string)
    case .array: return types.contains(.array)
    case .object: return types.contains(.object)
    case .number:
      if types.contains(.number) { return true }
      if types.contains(.integer) { return isWhole(instance) }
      return types.contains(.plainInteger) && tape[instance].count == 0
    }
  }

  private func isWhole(_ instance: Int) -> Bool {
    tape[instance].count == 0 || number(of: instance).isInteger
  }

  /// A number exactly, which takes memory.
  func number(of instance: Int) -> JSONNumber {
    JSONNumber(grammatical: source(of: instance), isPlain: tape[instance].count == 0)
  }

  /// `const` and `enum`.
  mutating func judgeValue(
    _ rule: SchemaValueRule, _ position: Int, _ kind: JSONKind, _ instance: Int
  ) -> Bool {
    let isAllowed =
      switch kind {
      case .null: rule.allowsNull
      case .boolean:
        bytes[Int(tape[instance].start)] == UInt8(ascii: "t") ? rule.allowsTrue : rule.allowsFalse
      case .string: !rule.strings.isEmpty && slot(of: instance, in: rule.strings) != nil
      case .number: rule.otherTypes.contains(.number) && isListed(instance, kind, rule)
      case .array: rule.otherTypes.contains(.array) && isListed(instance, kind, rule)
      case .object: rule.otherTypes.contains(.object) && isListed(instance, kind, rule)
      }
    return isAllowed || fail(.values(position), at: instance)
  }

  private func isListed(_ instance: Int, _ kind: JSONKind, _ rule: SchemaValueRule) -> Bool {
    let value = node(of: instance)
    return program.values[rule.values.indices].contains { $0.kind == kind && $0.equals(value) }
  }

  /// Finds a string or a name in a table.
  @inline(__always)
  func slot(of instance: Int, in table: SchemaNameTable) -> SchemaNameSlot? {
    let text = text(of: instance)
    if !text.hasEscapes { return program.slot(of: text.content, in: table) }
    return text.utf8.withUnsafeBufferPointer { program.slot(of: $0, in: table) }
  }

  mutating func judgeString(_ rule: SchemaStringRule, _ instance: Int) -> Bool {
    var holds = true
    let text = text(of: instance)
    if rule.shortest > 0 || rule.longest < Int.max {
      let count = Self.scalarCount(text)
      if count < rule.shortest { holds = fail(.shortest(rule.shortest), at: instance) }
      if count > rule.longest { holds = fail(.longest(rule.longest), at: instance) }
    }
    guard holds || isCollecting else { return false }
    if rule.pattern >= 0 {
      if let matches = matches(rule.pattern, instance) {
        if !matches { holds = fail(.pattern(rule.pattern), at: instance) }
      } else {
        holds = false
      }
    }
    guard holds || isCollecting else { return false }
    if let format = rule.format, !format.accepts(text.utf8[...]) {
      holds = fail(.format(format), at: instance)
    }
    return holds
  }

  @inline(__always)
  private static func scalarCount(_ text: JSONText) -> Int {
    guard !text.hasEscapes else { return text.scalarCount }
    var count = 0
    for byte in text.content { count &+= byte & 0xC0 == 0x80 ? 0 : 1 }
    return count
  }

  /// Whether a pattern matches somewhere in a string or name; nil, and noted, if there is no verdict.
  mutating func matches(_ pattern: Int32, _ instance: Int) -> Bool? {
    let text = text(of: instance)
    if !text.hasEscapes,
      let matches = program.linearPatterns[Int(pattern)]?.matches(text.content)
    {
      return matches
    }
    // Without a verdict on the whole, a pattern that takes long need not take it again.
    guard obstacle == nil else { return nil }
    let pattern = program.patterns[Int(pattern)]
    do throws(PatternLimitError) {
      if !text.hasEscapes { return try pattern.matchesAnywhere(text.content) }
      return try pattern.matchesAnywhere(text.string)
    } catch {
      _ = obstruct(.pattern(error), at: instance)
      return nil
    }
  }

  mutating func judgeNumber(_ rule: SchemaNumberRule, _ instance: Int) -> Bool {
    let short = ShortDecimal(source(of: instance))
    var holds = true
    if rule.minimum >= 0, compare(short, instance, to: rule.minimum) < 0 {
      holds = fail(.minimum(rule.minimum), at: instance)
    }
    if rule.exclusiveMinimum >= 0, compare(short, instance, to: rule.exclusiveMinimum) <= 0 {
      holds = fail(.exclusiveMinimum(rule.exclusiveMinimum), at: instance)
    }
    if rule.maximum >= 0, compare(short, instance, to: rule.maximum) > 0 {
      holds = fail(.maximum(rule.maximum), at: instance)
    }
    if rule.exclusiveMaximum >= 0, compare(short, instance, to: rule.exclusiveMaximum) >= 0 {
      holds = fail(.exclusiveMaximum(rule.exclusiveMaximum), at: instance)
    }
    if rule.divisor >= 0, !isMultiple(short, instance, of: rule.divisor) {
      holds = fail(.multipleOf(rule.divisor), at: instance)
    }
    return holds
  }

  @inline(__always)
  private func compare(_ short: ShortDecimal?, _ instance: Int, to limit: Int32) -> Int {
    if let short, let limit = program.limits[Int(limit)] { return short.compare(to: limit) }
    let number = number(of: instance)
    let limit = program.exactLimits[Int(limit)]
    return number < limit ? -1 : number == limit ? 0 : 1
  }

  private func isMultiple(_ short: ShortDecimal?, _ instance: Int, of divisor: Int32) -> Bool {
    if let short, let divisor = program.limits[Int(divisor)] {
      return short.isMultiple(of: divisor)
    }
    return number(of: instance).isMultiple(of: program.exactLimits[Int(divisor)])
  }
}
