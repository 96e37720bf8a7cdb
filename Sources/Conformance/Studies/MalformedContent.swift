internal import AccordDocuments
internal import AccordHTTP

/// Content that is not what its media type says, and content that is too much for a careless reader.
package struct MalformedContent: Study {
  package static let safety = SafetyClass.throwaway
  package static let roles: Set<Subject.Role> = [.collection]

  /// What was sent, and the answer to it.
  struct Trial {
    let words: String
    /// Whether it is no JSON at all.
    let isMalformed: Bool
    let post: ObservedExchange
    /// The answer to the same again, where the first was a 5xx or a 2xx that should be neither.
    let again: ObservedExchange?
  }

  let trials: [Trial]

  package static func conduct(
    on subject: Subject, by probe: Probe
  ) throws(Obstacle) -> MalformedContent {
    let sample = try probe.sample(0)
    guard let sent = SentMembers(sample), let draft = ObjectDraft(sample) else {
      throw .lacks("the sample is no object of JSON")
    }
    // Of a server that does not even take the sample nothing can be said.
    try probe.ensureRemoval()
    var contents: [(words: String, isMalformed: Bool, content: ProbeContent)] = [
      (
        "the beginning of an object", true,
        ProbeContent(type: sample.type, octets: Array(#"{"name": "#.utf8))
      ),
      ("an array of nothing", false, ProbeContent(type: sample.type, octets: Array("[]".utf8))),
    ]
    if let name = sent.names.first {
      contents.append(
        ("an object as \(name)", false, draft.with(name, #"{"accord":[]}"#).content))
    }
    if let name = sent.names.first(where: { sent.root.member($0)?.kind == .number }) {
      contents.append(
        (
          "a number of 40 digits as \(name)", false,
          draft.with(name, String(repeating: "9", count: 40)).content
        ))
    }
    var trials: [Trial] = []
    for (words, isMalformed, content) in contents {
      let post = try probe.post(content)
      let isFault = post.status >= 500 || isMalformed && (post.isSuccess || post.status == 303)
      trials.append(
        Trial(
          words: words, isMalformed: isMalformed, post: post,
          again: isFault ? try probe.post(content) : nil))
    }
    return MalformedContent(trials: trials)
  }
}
