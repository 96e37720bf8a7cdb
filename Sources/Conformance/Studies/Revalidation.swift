internal import AccordHTTP

/// A read, and the same with the validators that it gave.
package struct Revalidation: Study {
  package static let safety = SafetyClass.readOnly
  package static let roles = Set<Subject.Role>.readable

  /// The plain read.
  let plain: ObservedExchange
  /// The conditional ones that were answered 304.
  let notModified: [ObservedExchange]

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Revalidation
  {
    _ = try probe.study(Reads.self, of: subject)
    let plain = try probe.read(subject.url).usable()
    var conditions: [RequestField] = []
    if let tag = plain.single(.etag), EntityTag(tag) != nil {
      conditions.append(RequestField("If-None-Match", plain.quote(.etag)))
    }
    if plain.single(.lastModified).flatMap({ HTTPMoment($0) }) != nil {
      conditions.append(RequestField("If-Modified-Since", plain.quote(.lastModified)))
    }
    guard !conditions.isEmpty else { throw .lacks("\(plain.requestLine) gives no validator") }
    var notModified: [ObservedExchange] = []
    for condition in conditions {
      let answer = try probe.read(subject.url, fields: [condition]).answered()
      if answer.status == 304 { notModified.append(answer) }
    }
    guard let first = notModified.first else {
      throw .lacks("\(plain.requestLine) with its validators is not answered 304")
    }
    if notModified.count == 1 {
      let again = try probe.read(subject.url, fields: first.exchange.request.fields.conditions)
      if again.status == 304 { notModified.append(again) }
    }
    return Revalidation(plain: plain, notModified: notModified)
  }
}

extension [RequestField] {
  /// The preconditions of them, without what a sender added.
  fileprivate var conditions: [RequestField] {
    filter { $0.name == "If-None-Match" || $0.name == "If-Modified-Since" }
  }
}
