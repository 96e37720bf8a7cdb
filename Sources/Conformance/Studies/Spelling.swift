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
    guard var reference = try? URLReference(parsing: url) else { return [] }
    var path = Array(reference.path.utf8)
    while path.last == UInt8(ascii: "/") { path.removeLast() }
    let start = (path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    let places = path.indices.filter {
      // Not within a character that is encoded already, and no dot: a segment of dots means another.
      $0 >= start && (path[$0].isDigit || 0x61...0x7A ~= path[$0].lowered || path[$0] == 0x2D)
    }
    guard !places.isEmpty, !path[start...].contains(UInt8(ascii: "%")) else { return [] }
    func encoded(_ place: Int, isCapital: Bool) -> String {
      let digits = String(path[place], radix: 16, uppercase: isCapital)
      reference.path =
        String(decoding: path[..<place], as: UTF8.self) + "%" + digits
        + String(decoding: path[(place + 1)...], as: UTF8.self)
        + String(repeating: "/", count: reference.path.utf8.count - path.count > 0 ? 1 : 0)
      return reference.description
    }
    let lettered = places.last { String(path[$0], radix: 16).contains(where: \.isLetter) }
    guard let place = lettered ?? places.last else { return [] }
    let url = reference
    let capital = encoded(place, isCapital: true)
    reference = url
    let small = encoded(place, isCapital: false)
    return capital == small ? [capital] : [capital, small]
  }
}

extension String {
  /// The path of a URL.
  fileprivate var pathOfURL: String { (try? URLReference(parsing: self))?.path ?? self }
}
