internal import AccordHTTP

/// A resource asked for in other types, languages and codings.
package struct Variants: Study {
  package static let safety = SafetyClass.readOnly
  package static let roles = Set<Subject.Role>.readable

  /// What one field of the request chooses.
  struct Choice {
    /// The field's name.
    let field: String
    /// The usual representation.
    let plain: ObservedExchange
    /// The answers that have another representation than the usual one.
    let others: [ObservedExchange]
    /// Those that have the same.
    let same: [ObservedExchange]

    /// All answers that have a representation, the usual one first.
    var all: [ObservedExchange] { [plain] + others + same }

    /// Whether an answer says that the field chose it, or that nobody knows what did (RFC 9110 section
    /// 12.5.5).
    func isNamed(by answer: ObservedExchange) -> Bool {
      answer.varies.contains(field.lowercased()) || answer.varies.contains("*")
    }
  }

  /// The fields by which representations are chosen.
  let choices: [Choice]

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Variants {
    let reads = try probe.study(Reads.self, of: subject)
    var choices: [Choice] = []
    for (field, values) in offers {
      var others: [ObservedExchange] = []
      var same: [ObservedExchange] = []
      var plain = reads.latest
      for value in values where !reads.latest.isOfType(value) {
        let isCoding = field == "Accept-Encoding"
        // An answer that is none, since the sender gave up on it or the server refuses, is no variant.
        let contrast = try? probe.contrast(
          reads,
          varied: { () throws(Obstacle) in
            try probe.read(subject.url, fields: [RequestField(field, value)])
          },
          isCertain: { plain, varied in
            varied.status == 200 && plain.formDifference(varied) != nil
              && reads.inOrder.allSatisfy { plain.formDifference($0) == nil }
          },
          by: { plain, varied in
            guard varied.status == 200 else { return nil }
            return plain.formDifference(varied)
              ?? (isCoding
                ? nil : reads.volatility.difference(plain, varied, excusing: .echo(value)))
          })
        guard let contrast, contrast.varied.status == 200 else { continue }
        switch contrast.outcome {
        case .other:
          plain = contrast.plain
          others.append(contrast.varied)
        case .same: same.append(contrast.varied)
        case .unclear: continue
        }
      }
      if !others.isEmpty {
        choices.append(Choice(field: field, plain: plain, others: others, same: same))
      }
    }
    guard !choices.isEmpty else {
      throw .lacks("\(reads.first.requestLine) has one representation only, whatever is asked for")
    }
    return Variants(choices: choices)
  }

  /// What is asked for.
  ///
  /// Whoever has nothing of it may answer as usual.
  private static let offers: [(String, [String])] = [
    (
      "Accept",
      [
        "application/json, */*;q=0.1", "application/xml, */*;q=0.1", "text/html, */*;q=0.1",
      ]
    ),
    ("Accept-Language", ["de-CH, de;q=0.9", "fr-CA, fr;q=0.9"]),
    ("Accept-Encoding", ["gzip"]),
  ]
}

extension ObservedExchange {
  /// Whether its type is the first that an Accept names.
  fileprivate func isOfType(_ accept: String) -> Bool {
    mediaType.map { accept.hasPrefix($0.essence + ",") } ?? false
  }

  /// The names that Vary has, in small letters.
  var varies: Set<String> {
    Set(
      (line("vary") ?? "").lowercased().split { $0 == "," || $0 == " " || $0 == "\t" }
        .map(String.init))
  }

  /// Whether a cache may keep the answer at all.
  var isCacheable: Bool { !CacheControl(self).has("no-store") }

  /// What says that another answer has another representation, whatever its content is.
  func formDifference(_ other: ObservedExchange) -> Difference? {
    if mediaType?.essence != other.mediaType?.essence {
      return Difference(
        part: .field("Content-Type"), left: line("content-type"),
        right: other.line("content-type"))
    }
    for (name, field) in [
      ("content-language", "Content-Language"), ("content-encoding", "Content-Encoding"),
    ] where line(name) != other.line(name) {
      return Difference(part: .field(field), left: line(name), right: other.line(name))
    }
    return nil
  }
}
