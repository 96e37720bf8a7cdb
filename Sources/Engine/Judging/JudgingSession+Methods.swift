internal import AccordContract
internal import AccordHTTP

/// The answer to a method that `.allows` does not declare.
extension JudgingSession {
  mutating func judge(_ declared: [Method], _ probed: Method, at location: SourceLocation) {
    let status = response.status
    // Who may do it was decided before what may be done: nothing is known of the method.
    if status == 401 || status == 403 {
      judgement.skipReason = .authorizationBeforeMethodCheck(status: status)
      return
    }
    switch status {
    case 501: break
    case 405: judgeAllow(declared, isRequired: true, at: location)
    case 200..<300 where probed == .options: judgeAllow(declared, isRequired: false, at: location)
    // HEAD comes with GET (RFC 9110 section 9.3.2), whatever the resource answers.
    case 100..<500 where probed == .head && declared.contains(.get): break
    default:
      let isFree = probed == .head && declared.contains(.get)
      add(
        Mismatch(
          .status, expected: isFree ? .noServerError : .methodRefused(probed.token),
          found: .status(status, reason: response.reason)),
        at: location)
    }
  }

  /// `Allow` lists the set, with HEAD and OPTIONS where the server has them.
  private mutating func judgeAllow(
    _ declared: [Method], isRequired: Bool, at location: SourceLocation
  ) {
    let lines = response.fields.all("Allow").map(\.value)
    let expected = declared.map(\.token)
    guard !lines.isEmpty else {
      if isRequired {
        add(
          Mismatch(.field(.allow), expected: .methodSet(expected), found: .nothing), at: location)
      }
      return
    }
    let listed = lines.joined(separator: ",").split(separator: ",").map { $0.trimmingBlanks() }
      .filter { !$0.isEmpty }
    let optional: Set<String> = ["HEAD", "OPTIONS"]
    let isSame =
      Set(listed).subtracting(optional) == Set(expected).subtracting(optional)
      && expected.filter(optional.contains).allSatisfy(listed.contains)
    guard !isSame else { return }
    add(
      Mismatch(.field(.allow), expected: .methodSet(expected), found: .lines(lines)),
      at: location)
  }
}

extension Substring {
  /// The text without the spaces and tabs around it (RFC 9110 section 5.6.3).
  func trimmingBlanks() -> String {
    var text = self
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}
