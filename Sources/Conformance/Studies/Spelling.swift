internal import AccordHTTP

/// A resource read by its URL with a character percent-encoded that need not be.
package struct Spelling: Study {
  package static let safety = SafetyClass.readOnly
  package static let roles = Set<Subject.Role>.readable

  /// The URL as it is beside each other spelling of it.
  let contrasts: [Contrast]

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Spelling {
    let reads = try probe.study(Reads.self, of: subject).comparable()
    let urls = spellings(of: subject.url)
    guard !urls.isEmpty else { throw .lacks("the path has no character that could be encoded") }
    var contrasts: [Contrast] = []
    for url in urls {
      contrasts.append(
        try probe.contrast(
          reads,
          varied: { () throws(Obstacle) in
            let answer = try probe.read(url).answered()
            // Gateways refuse what may be encoded twice.
            if answer.status == 400 {
              throw .prevents("\(answer.requestLine) answered 400: a gateway may refuse it")
            }
            return answer
          },
          by: { plain, varied in
            // Led to the plain form.
            if varied.isStatus(300...399) { return nil }
            return reads.volatility.difference(
              plain, varied, excusing: .echo(varied.exchange.request.url.pathOfURL))
          }))
    }
    return Spelling(contrasts: contrasts)
  }

  /// The URL with the last unreserved character of its path encoded: with capitals for digits and with
  /// small letters, where there is a character whose code has letters.
  static func spellings(of url: String) -> [String] {
    guard let reference = try? URLReference(parsing: url) else { return [] }
    var path = Array(reference.path.utf8)
    let end = path.reversed().prefix { $0 == UInt8(ascii: "/") }
    path.removeLast(end.count)
    let start = (path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    // No dot: a segment of dots means another.
    let places = path.indices.filter {
      $0 >= start && (path[$0].isDigit || 0x61...0x7A ~= path[$0].lowered || path[$0] == 0x2D)
    }
    // What is encoded already may be meant so.
    guard !path[start...].contains(UInt8(ascii: "%")) else { return [] }
    func digits(_ place: Int, isCapital: Bool) -> String {
      String(path[place], radix: 16, uppercase: isCapital)
    }
    let lettered = places.last { digits($0, isCapital: true) != digits($0, isCapital: false) }
    guard let place = lettered ?? places.last else { return [] }
    return (lettered == nil ? [true] : [true, false]).map { isCapital in
      var other = reference
      let encoded = Array(("%" + digits(place, isCapital: isCapital)).utf8)
      other.path = String(
        decoding: path[..<place] + encoded + path[(place + 1)...] + end, as: UTF8.self)
      return other.description
    }
  }
}

extension String {
  /// The path of a URL.
  fileprivate var pathOfURL: String { (try? URLReference(parsing: self))?.path ?? self }
}
