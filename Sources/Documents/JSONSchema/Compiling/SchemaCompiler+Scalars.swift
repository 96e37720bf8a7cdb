extension SchemaCompiler {
  /// `type`.
  func addTypes(_ source: SchemaSource, to node: inout SchemaNode) throws(JSONSchemaError) {
    guard let value = source["type"] else { return }
    let names = value.kind == .array ? Array(value.elements) : [value]
    var types: SchemaTypes = []
    for name in names {
      guard let type = name.string.flatMap({ SchemaTypes(name: $0, draft: source.draft) }) else {
        throw source.mistake(
          "type", value,
          expected: "one of null, boolean, integer, number, string, array and object, "
            + "or an array of them")
      }
      types.formUnion(type)
    }
    node.types = types
  }

  /// `enum` and `const`.
  mutating func addValues(
    _ source: SchemaSource, to node: inout SchemaNode
  ) throws(JSONSchemaError) {
    let first = Int32(program.valueRules.count)
    if let value = source["enum"] {
      guard value.kind == .array else {
        throw source.mistake("enum", value, expected: "an array")
      }
      addValueRule(Array(value.elements), isConstant: false)
    }
    if source.draft >= .draft6, let value = source["const"] {
      addValueRule([value], isConstant: true)
    }
    node.values = SchemaRange(first: first, count: Int32(program.valueRules.count) - first)
  }

  private mutating func addValueRule(_ values: [JSONNode], isConstant: Bool) {
    var rule = SchemaValueRule(
      strings: SchemaNameTable(),
      values: SchemaRange(first: Int32(program.values.count), count: Int32(values.count)),
      isConstant: isConstant)
    var strings: Set<[UInt8]> = []
    for value in values {
      switch value.kind {
      case .null: rule.allowsNull = true
      case .boolean:
        if value.boolean == true { rule.allowsTrue = true } else { rule.allowsFalse = true }
      case .string: strings.insert(value.withUTF8 { Array($0) } ?? [])
      case .number: rule.otherTypes.insert(.number)
      case .array: rule.otherTypes.insert(.array)
      case .object: rule.otherTypes.insert(.object)
      }
    }
    rule.strings = program.addTable(strings.map { SchemaNameEntry(name: $0) })
    program.values += values
    program.valueRules.append(rule)
  }

  /// `minimum`, `maximum`, their exclusive forms, and `multipleOf`.
  mutating func addNumbers(
    _ source: SchemaSource, to node: inout SchemaNode
  ) throws(JSONSchemaError) {
    var rule = SchemaNumberRule()
    if let minimum = try source.number("minimum") { rule.minimum = addLimit(minimum) }
    if let maximum = try source.number("maximum") { rule.maximum = addLimit(maximum) }
    if source.draft == .draft4 {
      // Draft 4 has a boolean beside the limit.
      if try source.boolean("exclusiveMinimum") == true {
        swap(&rule.minimum, &rule.exclusiveMinimum)
      }
      if try source.boolean("exclusiveMaximum") == true {
        swap(&rule.maximum, &rule.exclusiveMaximum)
      }
    } else {
      if let minimum = try source.number("exclusiveMinimum") {
        rule.exclusiveMinimum = addLimit(minimum)
      }
      if let maximum = try source.number("exclusiveMaximum") {
        rule.exclusiveMaximum = addLimit(maximum)
      }
    }
    if let value = source["multipleOf"] {
      guard let divisor = value.number, divisor > JSONNumber(0) else {
        throw source.mistake("multipleOf", value, expected: "a number above 0")
      }
      rule.divisor = addLimit(divisor)
    }
    guard !rule.isEmpty else { return }
    node.number = Int32(program.numberRules.count)
    program.numberRules.append(rule)
  }

  private mutating func addLimit(_ number: JSONNumber) -> Int32 {
    var text = number.text
    program.limits.append(text.withUTF8 { ShortDecimal($0) })
    program.exactLimits.append(number)
    return Int32(program.limits.count - 1)
  }

  /// `minLength`, `maxLength`, `pattern` and `format`.
  mutating func addStrings(
    _ source: SchemaSource, to node: inout SchemaNode
  ) throws(JSONSchemaError) {
    var rule = SchemaStringRule()
    let vocabularies = source.dialect.vocabularies
    if vocabularies.contains(.validation) {
      rule.shortest = try source.count("minLength") ?? 0
      rule.longest = try source.count("maxLength") ?? Int.max
      if let pattern = try source.string("pattern") {
        rule.pattern = try addPattern(pattern, at: "\(source.location)/pattern")
      }
    }
    let isDemanded =
      vocabularies.contains(.formatAssertion)
      || options.formats == .assertion && vocabularies.contains(.formatAnnotation)
    if isDemanded, let name = try source.string("format") {
      rule.format = SchemaFormat(name: name, draft: source.draft)
    }
    guard !rule.isEmpty else { return }
    node.string = Int32(program.stringRules.count)
    program.stringRules.append(rule)
  }

  /// Compiles a regular expression.
  mutating func addPattern(
    _ text: String, at location: @autoclosure () -> String
  ) throws(JSONSchemaError) -> Int32 {
    do throws(PatternSyntaxError) {
      let pattern = try Pattern(text)
      program.patterns.append(pattern)
      program.linearPatterns.append(LinearPattern(pattern))
    } catch {
      throw JSONSchemaError(reason: .badPattern(error), location: location())
    }
    return Int32(program.patterns.count - 1)
  }
}
