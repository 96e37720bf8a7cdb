/// One challenge of `WWW-Authenticate` (RFC 9110 section 11.3).
struct AuthenticationChallenge {
  var scheme: String
  /// The parameters by name, in small letters; of one said twice the first counts.
  var parameters: [String: String] = [:]

  /// The challenges of a field's value, in their order; what cannot be read is left out.
  static func list(_ value: String) -> [AuthenticationChallenge] {
    var challenges: [AuthenticationChallenge] = []
    for element in elements(value) {
      let name = element.prefix { $0 != "=" && $0 != " " && $0 != "\t" }
      var rest = element[name.endIndex...].drop { $0 == " " || $0 == "\t" }
      if rest.first == "=" {
        // One more parameter of the challenge before.
        challenges.last(add: String(name), parameterValue(rest.dropFirst()))
        continue
      }
      challenges.append(AuthenticationChallenge(scheme: String(name)))
      let parameter = rest.prefix { $0 != "=" && $0 != " " && $0 != "\t" }
      rest = rest[parameter.endIndex...].drop { $0 == " " || $0 == "\t" }
      if rest.first == "=" {
        challenges.last(add: String(parameter), parameterValue(rest.dropFirst()))
      }
    }
    return challenges
  }

  /// What stands between commas that are in no quoted string.
  private static func elements(_ value: String) -> [Substring] {
    var elements: [Substring] = []
    var start = value.startIndex
    var isQuoted = false
    var isEscaped = false
    for index in value.indices {
      let character = value[index]
      if isEscaped {
        isEscaped = false
      } else if isQuoted, character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        elements.append(value[start..<index])
        start = value.index(after: index)
      }
    }
    elements.append(value[start...])
    return elements.map { $0.drop { $0 == " " || $0 == "\t" } }.filter { !$0.isEmpty }
  }

  /// A token, or what a quoted string stands for (RFC 9110 section 5.6.4).
  private static func parameterValue(_ text: Substring) -> String {
    var rest = text.drop { $0 == " " || $0 == "\t" }
    guard rest.first == "\"" else { return String(rest.prefix { $0 != " " && $0 != "\t" }) }
    rest.removeFirst()
    var value = ""
    while let character = rest.popFirst(), character != "\"" {
      value.append(character == "\\" ? rest.popFirst() ?? character : character)
    }
    return value
  }
}

extension [AuthenticationChallenge] {
  fileprivate mutating func last(add name: String, _ value: String) {
    guard !isEmpty, self[count - 1].parameters[name.lowercased()] == nil else { return }
    self[count - 1].parameters[name.lowercased()] = value
  }
}
