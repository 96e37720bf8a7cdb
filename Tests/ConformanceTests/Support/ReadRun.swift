import AccordConformance
import AccordHTTP
import AccordTestSupport

/// Several targets of one API, held to all rules.
struct ReadRun {
  /// The verdicts of each target, by its name.
  let verdicts: [(target: String, verdicts: [ProbeVerdict])]
  /// Everything that was sent, in order.
  let requests: [HTTPRequest]
  /// How many requests each target took, in their order.
  let counts: [Int]

  init(
    _ sender: any ProbeSender, _ targets: [ProbeTarget] = Self.targets,
    allowing allowed: Set<SafetyClass> = [.readOnly, .mutating, .intrusive]
  ) {
    var verdicts: [(String, [ProbeVerdict])] = []
    var requests: [HTTPRequest] = []
    var counts: [Int] = []
    for target in targets {
      let probe = Probe(
        target, allowing: allowed, token: "t0k3n",
        otherURL: ModelSender.url(target.name == "/report" ? "/steady" : "/report"),
        sender: sender)
      verdicts.append((target.name, probe.judge(RuleCatalogue.rules)))
      _ = probe.cleanUp()
      requests += probe.exchanges.map(\.exchange.request)
      counts.append(probe.exchanges.count)
    }
    self.verdicts = verdicts
    self.requests = requests
    self.counts = counts
  }

  init(
    _ api: ModelAPI, _ targets: [ProbeTarget] = Self.targets,
    allowing allowed: Set<SafetyClass> = [.readOnly, .mutating, .intrusive]
  ) {
    self.init(ModelSender(api), targets, allowing: allowed)
  }

  /// What a ``ModelAPI`` has.
  static let targets: [ProbeTarget] = [
    ModelSender.items.allowing, ModelSender.document("steady").allowing,
    ModelSender.document("report").allowing, ModelSender.protected, ModelSender.server,
  ]

  /// The ids of the rules that are broken, each once.
  var broken: Set<String> {
    Set(verdicts.flatMap { $0.verdicts.filter { $0.broken > 0 }.map(\.rule.id) })
  }

  /// The first evidence that a rule is broken.
  func evidence(_ id: String) -> Evidence? {
    verdicts.lazy.flatMap(\.verdicts).first { $0.rule.id == id && $0.broken > 0 }?.evidence
  }

  /// How many resources kept a rule.
  func kept(_ id: String) -> Int {
    verdicts.flatMap(\.verdicts).filter { $0.rule.id == id }.reduce(0) { $0 + $1.kept }
  }

  /// What is told of rules that are broken, or could not be judged.
  var tellings: String {
    verdicts.flatMap { target, verdicts in
      verdicts.filter { $0.broken + $0.undecided > 0 }.map { verdict in
        let found = verdict.evidence.map { "\($0.part) \($0.problem) [\($0.quote ?? "")]" }
        return "\(target) \(verdict.rule.id): \(found ?? verdict.reason ?? "")"
      }
    }.joined(separator: "\n")
  }
}

extension ProbeTarget {
  /// The same with the origin that the API allows.
  var allowing: ProbeTarget {
    var target = self
    target.allowedOrigin = ModelAPI.origin
    return target
  }
}
