internal import AccordDocuments

/// Takes secrets out of the strings of a JSON text, and leaves its form as it is.
enum JSONRedaction {
  static func redact(_ json: [UInt8], _ redactor: Redactor) -> [UInt8] {
    // Behind an escape there may be a text that is an encoded secret itself.
    guard redactor.hasSecrets, json.contains(UInt8(ascii: "\\")) || redactor.finds(in: json) else {
      return json
    }
    var output: [UInt8] = []
    var place = 0
    var isOfFormat = false
    while place < json.count {
      guard json[place] == UInt8(ascii: "\"") else {
        output.append(json[place])
        place += 1
        continue
      }
      let end = endOfString(in: json, from: place)
      let isName = end < json.count && json[end] == UInt8(ascii: ":")
      if !isName, isOfFormat {
        output.append(contentsOf: json[place..<end])
      } else {
        append(json[place..<end], isName: isName, redactor, to: &output)
      }
      isOfFormat = isName && namesOfWords.contains(Array(json[place + 1..<end - 1]))
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

  /// The names of members whose values are words of the format: a secret of the value `passed` must
  /// not take away the outcome.
  ///
  /// In a body's shape a member may have such a name too; there the values are names of types.
  private static let namesOfWords = Set(
    ["event", "outcome", "role", "reasonKind", "kind", "plan"].map { Array($0.utf8) })

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
    "total", "hops", "sendCount", "retryAfter", "waited", "notWaited", "waits", "warnings", "told",
    "exchanges", "answer", "reproduce", "gaveUpCleanups",
    // Of shards.
    "shard", "shards", "run", "plan", "wholeIndex",
  ]
}
