internal import AccordDocuments

/// Takes secrets out of the strings of a JSON text, and leaves its form as it is.
enum JSONRedaction {
  /// What of a document tells nothing, and is left as it is even where it is a secret.
  enum Kept {
    /// The names of JSON Lines.
    case namesOfLines
    /// All names of members, in a format where they are its own, and the values of these.
    case valuesOf(Set<String>)
  }

  static func redact(
    _ json: [UInt8], _ redactor: Redactor, keeping kept: Kept = .namesOfLines
  ) -> [UInt8] {
    // Behind an escape there may be a text that is an encoded secret itself.
    guard redactor.hasSecrets, json.contains(UInt8(ascii: "\\")) || redactor.finds(in: json) else {
      return json
    }
    var output: [UInt8] = []
    var place = 0
    var name = ""
    while place < json.count {
      guard json[place] == UInt8(ascii: "\"") else {
        output.append(json[place])
        place += 1
        continue
      }
      let end = endOfString(in: json, from: place)
      let isName = end < json.count && json[end] == UInt8(ascii: ":")
      let literal = json[place..<end]
      if isName, case .valuesOf = kept {
        name = String(decoding: literal.dropFirst().dropLast(), as: UTF8.self)
        output.append(contentsOf: literal)
      } else if case .valuesOf(let names) = kept, names.contains(name) {
        output.append(contentsOf: literal)
      } else {
        append(literal, isName: isName, redactor, to: &output)
      }
      place = end
    }
    return output
  }

  private static func endOfString(in json: [UInt8], from start: Int) -> Int {
    var place = start + 1
    while place < json.count, json[place] != UInt8(ascii: "\"") {
      place += json[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(place + 1, json.count)
  }

  private static func append(
    _ literal: ArraySlice<UInt8>, isName: Bool, _ redactor: Redactor, to output: inout [UInt8]
  ) {
    guard let text = try? JSONDocument(parsing: Array(literal)).root.string,
      !(isName && ownNames.contains(text))
    else { return output.append(contentsOf: literal) }
    let redacted = redactor.redact(text)
    guard redacted != text else { return output.append(contentsOf: literal) }
    var writer = JSONWriter()
    writer.string(redacted)
    output.append(contentsOf: writer.bytes)
  }

  /// The names of the format itself, which tell nothing: a secret of the value `status` must not
  /// make lines unreadable.
  private static let ownNames: Set<String> = [
    "accord", "event", "version", "contract", "startedAt", "jobs", "seed", "shuffled",
    "repetitions", "steps", "contractSteps", "passed", "failed", "errors", "skipped", "observed",
    "known", "fixed", "flaky", "requests", "duration", "signal", "unreachable", "index",
    "repetition", "path", "title", "role", "ordinal", "section", "method", "endpoint", "tags",
    "location", "file", "line", "column", "expected", "outcome", "reasonKind", "reason",
    "findings", "kind", "place", "message", "further", "tries", "start", "status", "mediaType",
    "fields", "shape", "timings", "nameLookup", "connect", "wait", "receive", "firstByte",
    "total", "hops",
  ]
}
