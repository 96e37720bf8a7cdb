internal import AccordDocuments

/// Takes secrets out of the strings of a JSON text, and leaves its form as it is.
enum JSONRedaction {
  /// What of a document are words of its format, which tell nothing: a secret of the value `status`
  /// or `passed` must not make it unreadable.
  struct OwnWords {
    /// The names of members that are the format's; `nil` where all are.
    var names: Set<String>?
    /// The names of members whose values are words of the format.
    var valuesOf: Set<String> = []

    /// Those of JSON Lines.
    ///
    /// In a body's shape a member may have such a name too; there the values are names of types.
    static let ofLines = OwnWords(
      names: namesOfLines,
      valuesOf: [
        "event", "outcome", "role", "reasonKind", "kind", "plan", "level", "verdict", "weight",
        "mode", "profile", "rule", "fails",
      ])
  }

  static func redact(
    _ json: [UInt8], _ redactor: Redactor, keeping own: OwnWords = .ofLines
  ) -> [UInt8] {
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
      let literal = json[place..<end]
      let name =
        end < json.count && json[end] == UInt8(ascii: ":")
        ? String(decoding: literal.dropFirst().dropLast(), as: UTF8.self) : nil
      if name.map({ own.names?.contains($0) ?? true }) ?? isOfFormat {
        output.append(contentsOf: literal)
      } else {
        append(literal, redactor, to: &output)
      }
      isOfFormat = name.map(own.valuesOf.contains) ?? false
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
    _ literal: ArraySlice<UInt8>, _ redactor: Redactor, to output: inout [UInt8]
  ) {
    guard let text = try? JSONDocument(parsing: Array(literal)).root.string else {
      return output.append(contentsOf: literal)
    }
    let redacted = redactor.redact(text)
    guard redacted != text else { return output.append(contentsOf: literal) }
    var writer = JSONWriter()
    writer.string(redacted)
    output.append(contentsOf: writer.bytes)
  }

  /// The names of JSON Lines.
  private static let namesOfLines: Set<String> = [
    "accord", "event", "version", "contract", "startedAt", "jobs", "seed", "shuffled",
    "repetitions", "steps", "contractSteps", "passed", "failed", "errors", "skipped", "observed",
    "known", "fixed", "flaky", "requests", "duration", "signal", "unreachable", "index",
    "repetition", "path", "title", "role", "ordinal", "section", "method", "endpoint", "tags",
    "location", "file", "line", "column", "expected", "outcome", "reasonKind", "reason",
    "findings", "kind", "place", "message", "further", "tries", "start", "status", "mediaType",
    "fields", "shape", "timings", "nameLookup", "connect", "wait", "receive", "firstByte",
    "total", "hops", "sendCount", "retryAfter", "waited", "notWaited", "waits", "warnings", "told",
    "exchanges", "answer", "reproduce", "gaveUpCleanups",
    "changes", "changed", "changedKinds", "type", "before", "after", "fails", "remarks", "expired",
    "stablePlace", "found", "diff",
    // Of shards.
    "shard", "shards", "run", "plan", "wholeIndex", "baseline", "compare", "staleEntries",
    "subject",
    "endpoints", "methods",
    // Of rules.
    "conformance", "mode", "profile", "rules", "rule", "id", "level", "verdict", "kept", "broken",
    "undecided", "weight", "step", "statement", "sections", "violations",
    // Of probes.
    "target", "probed", "name", "leftovers", "interruption", "exhibits", "lines", "marks",
    "listed",
  ]
}
