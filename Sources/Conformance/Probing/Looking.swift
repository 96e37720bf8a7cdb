internal import AccordHTTP

extension Probe {
  /// Sends what rules need that judge each answer by itself.
  ///
  /// Whatever a resource answers, a redirect, a 429 or that it will soon be gone, makes the rules about
  /// that applicable. It is asked for in the very type that it has, too, and the server, where what looks
  /// like an attack is allowed, by TRACE with credentials that are none (RFC 9110 section 9.3.8).
  ///
  /// - Parameter profile: With ``RuleProfile/owasp`` it is asked for in a type that nothing has: HTTP lets
  ///   a server answer as usual (RFC 9110 section 12.5.1), OWASP does not.
  func look(for profile: RuleProfile) {
    guard target.kind != .server else {
      guard allowed.contains(.intrusive) else { return }
      _ = try? read(target.url, method: "TRACE", fields: Self.noCredentials, as: .none)
      return
    }
    for subject in subjects() {
      let usual = try? read(subject.url)
      guard usual?.status == 200, let type = usual?.mediaType?.essence else { continue }
      for types in profile == .owasp ? [type, Self.unknownTypes] : [type] {
        _ = try? read(subject.url, fields: [RequestField("Accept", types)])
      }
    }
  }

  /// Types that nothing has, an application's and a picture's.
  private static let unknownTypes = "image/x-accord, application/x-accord"

  /// What looks like credentials and is known to nobody.
  private static let noCredentials = [
    RequestField("Authorization", "Bearer accord-canary"), RequestField("Cookie", "accord=canary"),
  ]
}
