extension Mismatch.Place {
  /// What a mismatch is about, a word for programs that stays whatever the message says.
  package var kind: String {
    switch self {
    case .status: "status"
    case .field: "header"
    case .json: "json"
    case .xml: "xml"
    case .text: "text"
    case .body: "body"
    case .time: "time"
    case .capture: "capture"
    case .check: "check"
    case .tries: "flaky"
    case .recorded(let kind, _, _): kind
    }
  }

  /// The place in a form that stays while elements come and go: positions are left out, as in
  /// `$.users[*].id`.
  ///
  /// `nil` where the kind says it all.
  package var stableName: String? {
    switch self {
    case .status, .text, .body, .time, .tries: nil
    case .field(let name): name.text
    case .json(let path), .xml(let path, _): Self.withoutPositions(path)
    case .capture(let variable): variable
    case .check(let name): name
    case .recorded(_, _, let name): name
    }
  }

  /// A path with `[*]` in place of each number in brackets; what stands in quotes stays.
  package static func withoutPositions(_ path: String) -> String {
    var result = ""
    var quote: Unicode.Scalar?
    var position: String?
    var isEscaped = false
    for scalar in path.unicodeScalars {
      if let known = quote {
        result.unicodeScalars.append(scalar)
        if isEscaped {
          isEscaped = false
        } else if scalar == "\\" {
          isEscaped = true
        } else if scalar == known {
          quote = nil
        }
        continue
      }
      if let digits = position {
        if ("0"..."9").contains(scalar) {
          position = digits + String(scalar)
          continue
        }
        result += scalar == "]" && !digits.isEmpty ? "*" : digits
        position = nil
      }
      if scalar == "[" { position = "" }
      if scalar == "'" || scalar == "\"" { quote = scalar }
      result.unicodeScalars.append(scalar)
    }
    return result + (position ?? "")
  }
}
