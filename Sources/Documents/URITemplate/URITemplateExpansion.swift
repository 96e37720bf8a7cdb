/// Expands the parts of a URI template (RFC 6570 section 3).
struct URITemplateExpansion {
  let values: [String: URITemplateValue]
  private(set) var pieces: [URITemplatePiece] = []

  init(values: [String: URITemplateValue]) { self.values = values }

  mutating func add(_ part: URITemplatePart) throws(URITemplateExpansionError) {
    switch part {
    case .literal(let text): add(text)
    case .expression(let operation, let variables):
      var isFirst = true
      for variable in variables {
        guard let value = values[variable.name] else { continue }
        for item in try items(of: value, for: variable, operation) {
          add((isFirst ? operation.first : operation.separator) + item.name)
          pieces.append(URITemplatePiece(text: item.text, variable: variable.name))
          isFirst = false
        }
      }
    }
  }

  private mutating func add(_ text: String) {
    if !text.isEmpty { pieces.append(URITemplatePiece(text: text, variable: nil)) }
  }

  /// A value as it stands in the URI, and what comes before it: `page=` and `2`.
  private typealias Item = (name: String, text: String)

  /// What a variable becomes: the items between which the operator's separator stands.
  private func items(
    of value: URITemplateValue, for variable: URITemplateVariable,
    _ operation: URITemplateOperator
  ) throws(URITemplateExpansionError) -> [Item] {
    let reserved = operation.allowsReserved
    if variable.prefixLength != nil, !value.isString {
      throw .prefixOfComposite(variable: variable.name)
    }
    switch value {
    case .string(let text):
      let encoded = Self.encode(text, reserved: reserved, prefix: variable.prefixLength)
      return [named(variable.name, encoded, operation)]
    case .list(let items):
      let encoded = items.map { Self.encode($0, reserved: reserved) }
      guard !variable.isExploded else {
        return encoded.map { named(variable.name, $0, operation) }
      }
      return items.isEmpty
        ? [] : [named(variable.name, encoded.joined(separator: ","), operation)]
    case .associations(let pairs):
      let encoded = pairs.map {
        (Self.encode($0.name, reserved: reserved), Self.encode($0.value, reserved: reserved))
      }
      guard !variable.isExploded else {
        // The names are a value's too.
        return encoded.map { name, value in
          let item = operation.isNamed ? named(name, value, operation) : ("\(name)=", value)
          return ("", item.0 + item.1)
        }
      }
      let text = encoded.map { "\($0.0),\($0.1)" }.joined(separator: ",")
      return pairs.isEmpty ? [] : [named(variable.name, text, operation)]
    }
  }

  private func named(_ name: String, _ text: String, _ operation: URITemplateOperator) -> Item {
    guard operation.isNamed else { return ("", text) }
    return (text.isEmpty ? name + operation.behindEmpty : "\(name)=", text)
  }

  /// Encodes all but unreserved characters, or all but what a URI may have (section 3.2.1).
  ///
  /// Of a prefix as many characters are taken; one that stands encoded in the value counts as one
  /// where it stays so.
  static func encode(_ text: String, reserved: Bool, prefix: Int? = nil) -> String {
    var result = ""
    var rest = Substring(text).unicodeScalars
    var count = 0
    while let scalar = rest.first, prefix.map({ count < $0 }) ?? true {
      count += 1
      if reserved, scalar == "%" {
        let octet = rest.prefix(3)
        if octet.count == 3, octet.dropFirst().allSatisfy(URITemplateCharacters.isHexadecimal) {
          result.unicodeScalars += octet
          rest = rest.dropFirst(3)
          continue
        }
      }
      rest.removeFirst()
      if URITemplateCharacters.isUnreserved(scalar)
        || reserved && URITemplateCharacters.isReserved(scalar)
      {
        result.unicodeScalars.append(scalar)
      } else {
        URITemplateCharacters.encode(scalar, into: &result)
      }
    }
    return result
  }
}

extension URITemplateValue {
  fileprivate var isString: Bool { if case .string = self { true } else { false } }
}
