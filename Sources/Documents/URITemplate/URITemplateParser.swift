/// Reads a URI template (RFC 6570 section 2).
struct URITemplateParser {
  private let text: String
  private let scalars: [Unicode.Scalar]
  private var next = 0

  private struct Failure: Error {
    let reason: URITemplateSyntaxError.Reason
    let scalar: Int
  }

  init(_ text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars)
  }

  mutating func parse() throws(URITemplateSyntaxError) -> [URITemplatePart] {
    do throws(Failure) {
      var parts: [URITemplatePart] = []
      var literal = ""
      while let scalar = current {
        if scalar == "{" {
          if !literal.isEmpty { parts.append(.literal(literal)) }
          literal = ""
          parts.append(try parseExpression())
        } else {
          try parseLiteral(scalar, into: &literal)
        }
      }
      if !literal.isEmpty { parts.append(.literal(literal)) }
      return parts
    } catch {
      let offset = scalars[..<error.scalar].reduce(0) { $0 + UTF8.width($1) }
      throw URITemplateSyntaxError(
        template: text, reason: error.reason,
        position: TextPosition(ofByte: offset, in: Array(text.utf8)))
    }
  }

  private var current: Unicode.Scalar? { next < scalars.count ? scalars[next] : nil }

  private mutating func parseLiteral(
    _ scalar: Unicode.Scalar, into literal: inout String
  ) throws(Failure) {
    if scalar == "%" {
      guard isEncodedOctet else { throw Failure(reason: .incompleteEncoding, scalar: next) }
      literal.unicodeScalars += scalars[next..<next + 3]
      next += 3
      return
    }
    guard URITemplateCharacters.isLiteral(scalar) else {
      throw Failure(reason: scalar == "}" ? .unopenedBrace : .illegalLiteral(scalar), scalar: next)
    }
    if scalar.isASCII {
      literal.unicodeScalars.append(scalar)
    } else {
      URITemplateCharacters.encode(scalar, into: &literal)
    }
    next += 1
  }

  private var isEncodedOctet: Bool {
    next + 2 < scalars.count && scalars[next] == "%"
      && URITemplateCharacters.isHexadecimal(scalars[next + 1])
      && URITemplateCharacters.isHexadecimal(scalars[next + 2])
  }

  private mutating func parseExpression() throws(Failure) -> URITemplatePart {
    let start = next
    next += 1
    let operation = try parseOperator()
    var variables = [try parseVariable(of: start)]
    while current == "," {
      next += 1
      variables.append(try parseVariable(of: start))
    }
    guard let end = current else { throw Failure(reason: .unclosedExpression, scalar: start) }
    guard end == "}" else { throw Failure(reason: .expectedEnd(found: end), scalar: next) }
    next += 1
    return .expression(operation, variables)
  }

  private mutating func parseOperator() throws(Failure) -> URITemplateOperator {
    guard let scalar = current, !isNameCharacter, scalar != "}", scalar != "," else {
      return .simple
    }
    guard scalar != " ", let operation = URITemplateOperator(rawValue: Character(scalar)) else {
      // A space or an escape that is none is no operator that anyone means.
      throw Failure(
        reason: scalar == " " || scalar == "%" || scalar == "{"
          ? .expectedName(found: scalar) : .unknownOperator(scalar), scalar: next)
    }
    next += 1
    return operation
  }

  private var isNameCharacter: Bool {
    switch current {
    case ("a"..."z")?, ("A"..."Z")?, ("0"..."9")?, "_"?: true
    default: isEncodedOctet
    }
  }

  private mutating func parseVariable(of start: Int) throws(Failure) -> URITemplateVariable {
    let name = try parseName(of: start)
    switch current {
    case "*":
      next += 1
      return URITemplateVariable(name: name, prefixLength: nil, isExploded: true)
    case ":":
      next += 1
      return URITemplateVariable(
        name: name, prefixLength: try parsePrefixLength(), isExploded: false)
    default: return URITemplateVariable(name: name, prefixLength: nil, isExploded: false)
    }
  }

  /// A name: letters, digits, `_` and encoded octets, with single dots between them.
  private mutating func parseName(of start: Int) throws(Failure) -> String {
    var name = String.UnicodeScalarView()
    repeat {
      if !name.isEmpty {
        name.append(".")
        next += 1
      }
      guard isNameCharacter else {
        throw current == nil
          ? Failure(reason: .unclosedExpression, scalar: start)
          : Failure(reason: .expectedName(found: current), scalar: next)
      }
      while isNameCharacter {
        let length = scalars[next] == "%" ? 3 : 1
        name += scalars[next..<next + length]
        next += length
      }
    } while current == "."
    return String(name)
  }

  private mutating func parsePrefixLength() throws(Failure) -> Int {
    let start = next
    var length = 0
    while let digit = current.flatMap({ Character($0).wholeNumberValue }), current?.isASCII == true
    {
      length = length * 10 + digit
      next += 1
      if length == 0 || length > 9999 { throw Failure(reason: .prefixLength, scalar: start) }
    }
    guard length > 0 else { throw Failure(reason: .prefixLength, scalar: start) }
    return length
  }
}
