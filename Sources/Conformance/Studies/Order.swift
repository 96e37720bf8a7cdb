internal import AccordHTTP

/// A resource that is looked at before and after others are read.
package struct Order: Study {
  package static let safety = SafetyClass.readOnly
  package static let roles = Set<Subject.Role>.readable

  let watch: Watch

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Order {
    _ = try probe.study(Reads.self, of: subject).comparable()
    let others = try others(than: subject, for: probe)
    let other = others[0]
    // What remembers the last of the others would not change when that is read a second time.
    let another = others.count > 1 ? others[1] : nil
    func read(_ url: String, language: String) throws(Obstacle) -> [ObservedExchange] {
      let language = RequestField("Accept-Language", language)
      return [
        try probe.read(url), try probe.read(subject.url, fields: [language]),
      ]
    }
    return Order(
      watch: try probe.watch(
        subject.url, Volatility(),
        resetting: { isFirst throws(Obstacle) in
          guard let another else { return }
          if isFirst {
            _ = try probe.read(another)
          } else {
            _ = try read(another, language: "en")
          }
        },
        during: { () throws(Obstacle) in try read(other, language: "de-CH, de;q=0.9") }))
  }

  /// What else can be read: another page, another item, another resource of the API.
  private static func others(
    than subject: Subject, for probe: Probe
  ) throws(Obstacle) -> [String] {
    let reads = try probe.study(Reads.self, of: subject)
    var urls: [String] = []
    for relation in ["next", "last", "first", "prev"] {
      urls += reads.first.links(relation: relation)
    }
    if subject.role == .item,
      let list = try? probe.study(Reads.self, of: Subject(.collection, probe.target.url))
    {
      urls += probe.itemURLs(in: list.first, limit: 3)
    }
    if let other = probe.otherURL { urls.append(other) }
    if subject.role == .item { urls.append(probe.target.url) }
    if let root = URLReference.root(of: subject.url) { urls.append(root) }
    var seen: Set = [subject.url]
    urls = urls.filter { seen.insert($0).inserted }
    guard !urls.isEmpty else { throw .lacks("nothing else is known that can be read") }
    return Array(urls.prefix(2))
  }
}

extension URLReference {
  /// The root of a URL's server.
  static func root(of url: String) -> String? {
    guard var reference = try? URLReference(parsing: url) else { return nil }
    reference.path = "/"
    reference.query = nil
    reference.fragment = nil
    return reference.description
  }
}
