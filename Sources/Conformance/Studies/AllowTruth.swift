internal import AccordHTTP

/// What Allow says, and what becomes of the methods: of all, where something may be made, else of GET.
///
/// It reads where nothing else is allowed.
package struct AllowTruth: Study {
  package static let safety = SafetyClass.readOnly
  package static let roles = Set<Subject.Role>.readable

  /// A resource.
  struct Resource {
    /// The answer that has Allow.
    let statement: ObservedExchange
    /// The methods that it lists.
    let listed: Set<String>
    /// Requests with those methods, and with others as they would succeed if they were served.
    let requests: [ObservedExchange]
  }

  /// The collection and an item, or what is only read, as far as they have Allow.
  let resources: [Resource]

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> AllowTruth {
    let mayMake =
      probe.allowed.contains(.throwaway) && probe.target.collection?.samples.isEmpty == false
    guard mayMake else { return try read(subject, probe) }
    // What was made tells of collection and item together.
    guard subject.role == .collection else { throw .lacks("the collection tells of its items") }
    let item = try probe.make()
    // The POST has told of itself.
    let resources = [
      try resource(at: probe.target.url, known: [item.exchange], probe),
      try self.item(item, probe),
    ].compactMap { $0 }
    guard !resources.isEmpty else {
      throw .lacks("no answer to OPTIONS or to a wrong method has Allow")
    }
    return AllowTruth(resources: resources)
  }

  /// Whether GET is listed of what is read: HEAD comes with it, and has a rule of its own.
  private static func read(_ subject: Subject, _ probe: Probe) throws(Obstacle) -> AllowTruth {
    let get = try probe.study(Reads.self, of: subject).latest
    guard let (options, listed) = try statement(of: subject.url, probe) else {
      throw .lacks("no answer to OPTIONS has Allow")
    }
    return AllowTruth(
      resources: [Resource(statement: options, listed: listed, requests: [get])])
  }

  private static func statement(
    of url: String, _ probe: Probe
  ) throws(Obstacle) -> (ObservedExchange, Set<String>)? {
    let options = try probe.read(url, method: "OPTIONS")
    guard options.isSuccess || options.status == 405, let listed = options.allowed else {
      return nil
    }
    return (options, listed)
  }

  private static func resource(
    at url: String, known: [ObservedExchange], _ probe: Probe
  ) throws(Obstacle) -> Resource? {
    guard let (options, listed) = try statement(of: url, probe) else { return nil }
    var requests = known
    for method in ["GET", "HEAD"] { requests.append(try probe.read(url, method: method)) }
    return Resource(statement: options, listed: listed, requests: requests)
  }

  private static func item(_ item: MadeItem, _ probe: Probe) throws(Obstacle) -> Resource? {
    // A sane server refuses this, and not for its method.
    let nothing = ProbeContent(type: "application/x-nothing", octets: [])
    let url = item.url
    var said = try statement(of: url, probe)
    var requests: [ObservedExchange] = []
    if said == nil {
      let post = try probe.change("POST", url, nothing)
      if post.status == 405, let listed = post.allowed { said = (post, listed) }
      requests.append(post)
    }
    guard let (options, listed) = said else { return nil }
    for method in ["GET", "HEAD"] { requests.append(try probe.read(url, method: method)) }
    if listed.contains("POST"), requests.count == 2 {
      requests.append(try probe.change("POST", url, nothing))
    }
    let replacement = try probe.replacement()
    requests.append(
      try probe.change("PUT", url, listed.contains("PUT") ? nothing : replacement))
    if listed.contains("PATCH") {
      requests.append(try probe.change("PATCH", url, nothing))
    } else {
      for patch in patches(of: item, probe) {
        requests.append(try probe.change("PATCH", url, patch))
      }
    }
    requests.append(try probe.remove(url))
    return Resource(statement: options, listed: listed, requests: requests)
  }

  /// Patches of the types that are known, that change nothing.
  private static func patches(of item: MadeItem, _ probe: Probe) -> [ProbeContent] {
    let texts = [
      PatchType.merge: "{}", PatchType.json: "[]", "application/json": "{}",
    ]
    return probe.patchTypes(of: item.url).sorted().compactMap { type in
      texts[type].map { ProbeContent(type: type, octets: Array($0.utf8)) }
    }
  }
}

extension ObservedExchange {
  /// The methods that Allow lists; `nil` where there is no Allow.
  var allowed: Set<String>? {
    line("allow").map { line in
      Set(
        line.split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" } }
          .filter { !$0.isEmpty })
    }
  }
}
