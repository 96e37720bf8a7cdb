internal import AccordHTTP

/// Where the links of a resource lead that stay on its server.
package struct Links: Study {
  package static let safety = SafetyClass.readOnly
  package static let roles = Set<Subject.Role>.readable

  /// A link and what its target answers.
  struct Target {
    let relation: String
    let answer: ObservedExchange
  }

  /// The answer that has the links.
  let source: ObservedExchange
  let targets: [Target]

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Links {
    let reads = try probe.study(Reads.self, of: subject)
    func links(_ source: ObservedExchange) -> [(relation: String, url: String)] {
      var found: [(String, String)] = []
      for relation in relations {
        for url in source.links(relation: relation)
        where url != subject.url && !found.contains(where: { $0.1 == url }) {
          found.append((relation, url))
        }
      }
      return Array(found.prefix(8))
    }
    var source = reads.latest
    let known = links(source)
    guard !known.isEmpty else { throw .lacks("\(source.requestLine) has no links to look at") }
    var targets: [Target] = []
    for link in known {
      var answer = try probe.read(link.url)
      if answer.status >= 400 {
        // It may have gone just now: then the link has too.
        source = try probe.read(subject.url).usable()
        guard links(source).contains(where: { $0.url == link.url }) else { continue }
        answer = try probe.read(link.url)
      }
      targets.append(Target(relation: link.relation, answer: answer))
    }
    return Links(source: source, targets: targets)
  }

  /// Relations whose targets are resources of the same API.
  private static let relations = ["self", "first", "prev", "next", "last", "collection", "item"]
}
