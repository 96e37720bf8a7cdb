extension XPathEvaluator {
  /// A call of a function of the library (section 4); the number of arguments was checked.
  mutating func call(
    _ function: XPathFunction, _ arguments: [XPathExpression], in context: XPathContext
  ) throws(XPathEvaluationError) -> XPathValue {
    switch function {
    case .last: return .number(Double(context.size))
    case .position: return .number(Double(context.position))
    case .true: return .boolean(true)
    case .false: return .boolean(false)
    case .count, .sum, .localName, .namespaceURI, .name:
      return try callOnNodes(function, nodes(arguments.first, in: context))
    default: break
    }
    // What is not said is the context node.
    let values =
      arguments.isEmpty
      ? [XPathValue.nodes([context.node])] : try self.values(of: arguments, in: context)
    switch function {
    case .id: return .nodes(try elements(withIdentifiers: values[0]))
    case .lang: return .boolean(hasLanguage(try string(values[0]), node: context.node))
    case .boolean: return .boolean(boolean(values[0]))
    case .not: return .boolean(!boolean(values[0]))
    case .number: return .number(try number(values[0]))
    case .floor: return .number(try number(values[0]).rounded(.down))
    case .ceiling: return .number(try number(values[0]).rounded(.up))
    case .round: return .number(XPathNumber.round(try number(values[0])))
    case .substring:
      let text = try string(values[0])
      try count(text: text)
      let start = XPathNumber.round(try number(values[1]))
      let length = values.count > 2 ? XPathNumber.round(try number(values[2])) : nil
      return .string(XPathText.substring(text, from: start, length: length))
    default: break
    }
    var texts: [String] = []
    for value in values {
      let text = try string(value)
      try count(text: text)
      texts.append(text)
    }
    return try callOnTexts(function, texts)
  }

  private mutating func values(
    of arguments: [XPathExpression], in context: XPathContext
  ) throws(XPathEvaluationError) -> [XPathValue] {
    var values: [XPathValue] = []
    for argument in arguments { values.append(try evaluate(argument, in: context)) }
    return values
  }

  private mutating func nodes(
    _ argument: XPathExpression?, in context: XPathContext
  ) throws(XPathEvaluationError) -> [XPathNodeKey] {
    guard let argument else { return [context.node] }
    guard case .nodes(let nodes) = try evaluate(argument, in: context) else { return [] }
    return nodes
  }

  private mutating func callOnNodes(
    _ function: XPathFunction, _ nodes: [XPathNodeKey]
  ) throws(XPathEvaluationError) -> XPathValue {
    switch function {
    case .count: return .number(Double(nodes.count))
    case .sum:
      var sum = 0.0
      for node in nodes { sum += XPathNumber.value(of: try text(of: node)) }
      return .number(sum)
    default:
      guard let first = nodes.first else { return .string("") }
      if first & 0xFFFF > 0 {
        let prefix = namespace(of: first)?.prefix ?? ""
        return .string(function == .namespaceURI ? "" : prefix)
      }
      guard let name = index.name(of: first >> 16) else { return .string("") }
      return switch function {
      case .localName: .string(name.local)
      case .namespaceURI: .string(name.namespace ?? "")
      default: .string(name.description)
      }
    }
  }

  private mutating func callOnTexts(
    _ function: XPathFunction, _ texts: [String]
  ) throws(XPathEvaluationError) -> XPathValue {
    switch function {
    case .string: return .string(texts[0])
    case .stringLength: return .number(Double(texts[0].unicodeScalars.count))
    case .normalizeSpace: return .string(XPathText.normalizingSpace(texts[0]))
    case .contains: return .boolean(XPathText.range(of: texts[1], in: texts[0]) != nil)
    case .startsWith: return .boolean(texts[0].utf8.starts(with: texts[1].utf8))
    case .substringBefore: return .string(XPathText.substring(texts[0], before: texts[1]))
    case .substringAfter: return .string(XPathText.substring(texts[0], after: texts[1]))
    case .translate: return .string(XPathText.translate(texts[0], texts[1], texts[2]))
    default:
      let text = texts.joined()
      try count(text: text)
      return .string(text)
    }
  }

  /// The elements with any of the identifiers in a text or in the texts of nodes (section 4.1).
  private mutating func elements(
    withIdentifiers value: XPathValue
  ) throws(XPathEvaluationError) -> [XPathNodeKey] {
    var texts: [String] = []
    if case .nodes(let nodes) = value {
      for node in nodes { texts.append(try text(of: node)) }
    } else {
      texts.append(try string(value))
    }
    var wanted: Set<[UInt8]> = []
    for text in texts {
      try count(text: text)
      for part in text.utf8.split(whereSeparator: { XPathNumber.isSpace($0) }) {
        wanted.insert(Array(part))
      }
    }
    var result: [XPathNodeKey] = []
    try count(index.nodes.count)
    for (position, node) in index.nodes.enumerated()
    where node.kind == .attribute && index.isIdentifier(position) {
      // Of several elements with one identifier the first has it.
      if wanted.remove(Array(index.text(of: position).utf8)) != nil {
        result.append(Int(node.parent) << 16)
      }
    }
    return result
  }

  /// Whether the nearest `xml:lang` is the language or one of its kinds (section 4.3).
  private func hasLanguage(_ language: String, node: XPathNodeKey) -> Bool {
    var position = node >> 16
    while position >= 0 {
      for attribute in index.attributes(of: position) {
        guard let name = index.name(of: attribute), name.local == "lang",
          name.namespace == "http://www.w3.org/XML/1998/namespace"
        else { continue }
        let value = index.text(of: attribute).lowercased()
        let language = language.lowercased()
        return value.hasSameCodePoints(as: language) || value.utf8.starts(with: "\(language)-".utf8)
      }
      position = Int(index.nodes[position].parent)
    }
    return false
  }
}
