internal import AccordHTTP

/// GET of an item, with what makes some servers take it for DELETE.
package struct Overrides: Study {
  package static let safety = SafetyClass.throwaway
  package static let roles: Set<Subject.Role> = [.collection]

  /// A way to say that another method is meant.
  enum Way: CaseIterable {
    case query, httpMethodOverride, methodOverride, httpMethod

    var words: String {
      switch self {
      case .query: "?_method=DELETE"
      case .httpMethodOverride: "X-HTTP-Method-Override: DELETE"
      case .methodOverride: "X-Method-Override: DELETE"
      case .httpMethod: "X-HTTP-Method: DELETE"
      }
    }

    fileprivate var fields: [RequestField] {
      switch self {
      case .query: []
      case .httpMethodOverride: [RequestField("X-HTTP-Method-Override", "DELETE")]
      case .methodOverride: [RequestField("X-Method-Override", "DELETE")]
      case .httpMethod: [RequestField("X-HTTP-Method", "DELETE")]
      }
    }
  }

  /// What one of them did to an item.
  struct Trial {
    let way: Way
    let before: ObservedExchange
    let override: ObservedExchange
    let after: ObservedExchange
  }

  /// Each way with an item of its own, where all of them together removed one.
  let trials: [Trial]

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Overrides {
    let item = try probe.makeItem()
    try probe.read(item).usable()
    for way in Way.allCases { _ = try send(way, item, probe) }
    let after = try probe.read(item).answered()
    guard after.status == 404 || after.status == 410 else { return Overrides(trials: []) }
    probe.workshop.noteRemoval(of: item)
    var trials: [Trial] = []
    for way in Way.allCases {
      let item = try probe.makeItem()
      let before = try probe.read(item).usable()
      let override = try send(way, item, probe)
      let after = try probe.read(item).answered()
      if after.status == 404 || after.status == 410 { probe.workshop.noteRemoval(of: item) }
      trials.append(Trial(way: way, before: before, override: override, after: after))
    }
    return Overrides(trials: trials)
  }

  private static func send(
    _ way: Way, _ item: String, _ probe: Probe
  ) throws(Obstacle) -> ObservedExchange {
    let mark = item.contains("?") ? "&" : "?"
    return try probe.read(
      way == .query ? item + mark + "_method=DELETE" : item, fields: way.fields)
  }
}
