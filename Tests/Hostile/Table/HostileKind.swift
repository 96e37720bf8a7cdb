package import Accord

/// A way in which a server or a network can fail, and the verdict that is due.
///
/// The table of them is ``all``. `make test` and `make hostile` read it, and the contract and the
/// servers are made of it.
package struct HostileKind: Sendable {
  /// What kinds have in common, as issue and table name it.
  package enum Group: String, Sendable, CaseIterable {
    case framing, heads, bodies, time, redirects, tls, names
  }

  /// The outcome that a step must have, as `run.jsonl` writes it.
  package enum Verdict: String, Sendable {
    /// The oddity is one that the standards allow.
    case passed
    /// The server answered and broke the contract.
    case failed
    /// No answer could be had, or none that is one.
    case errored = "error"
  }

  /// A name of its own, a path segment too.
  package let name: String
  /// Where it belongs.
  package let group: Group
  /// The outcome that is due.
  package let verdict: Verdict
  /// What the message must say.
  package let words: [String]
  /// Whether the step ends by its limit of time, so that others need not wait for it.
  package let waits: Bool
  /// What the contract says of it.
  package let step: Step
  /// What the server does after it has read the request's head.
  let act: @Sendable (Wire) -> Void
  /// The one family of addresses that its run is allowed, `ipv4` or `ipv6`; nil for both.
  var family: String?
  /// The limit of time that its step has, in seconds.
  package var limit = HostileRun.timeout
  /// Whether the step after it must be sent again, and say so, where it finds the same connection.
  var isSentAgainAfter = false

  /// Whether what it does to a connection would be another step's misfortune, were others in flight.
  var isRunAlone = false

  /// By what tag its steps are chosen for a run.
  package var tag: String {
    family ?? (isRunAlone ? "alone" : waits ? "waiting" : "instant")
  }

  /// Whether it is run together with all others too.
  var isRunTogether: Bool { family == nil && !isRunAlone }

  /// The path that a kind's step asks for.
  package var path: String { Self.path(group, name) }

  /// The path of the step that follows it, which must pass.
  package var plainPath: String { "/plain/\(group.rawValue)/\(name)" }

  /// The name of its step.
  package var title: String { "\(group.rawValue): \(name)" }

  static func path(_ group: Group, _ name: String) -> String { "/\(group.rawValue)/\(name)" }

  /// A kind whose step is a GET that expects 200 and the text `hello`, unless said otherwise.
  static func kind(
    _ group: Group, _ name: String, _ verdict: Verdict, _ words: String..., waits: Bool = false,
    step: (String) -> Step = { Get("\($0)").expect(200) { Text("hello") } },
    _ act: @escaping @Sendable (Wire) -> Void
  ) -> HostileKind {
    HostileKind(
      name: name, group: group, verdict: verdict, words: words, waits: waits,
      step: step(path(group, name)), act: act)
  }

  /// The table.
  package static let all: [HostileKind] =
    framing + heads + bodies + time + redirects + tls + names
}

extension HostileKind: CustomStringConvertible {
  /// The name of its step.
  package var description: String { title }
}
