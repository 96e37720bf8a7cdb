internal import AccordHTTP

extension Probe {
  /// Sends what rules need that judge each answer by itself.
  ///
  /// Whatever a resource answers, a redirect, a 429 or that it will soon be gone, makes the rules about
  /// that applicable. It is asked for in the type that it has and in one that nothing has, too (RFC 9110
  /// section 12.5.1), and the target, where what looks like an attack is allowed, by TRACE with
  /// credentials that are none (section 9.3.8).
  func look() {
    for subject in subjects() where subject.role != .server {
      let usual = try? read(subject.url)
      if usual?.status == 200, let type = usual?.mediaType?.essence {
        for types in [type, Self.unknownTypes] {
          _ = try? read(subject.url, fields: [RequestField("Accept", types)])
        }
      }
    }
    if target.kind != .server, allowed.contains(.intrusive) {
      _ = try? read(target.url, method: "TRACE", fields: Self.noCredentials, as: .none)
    }
  }

  /// Types that nothing has, an application's and a picture's.
  private static let unknownTypes = "image/x-accord, application/x-accord"

  /// What looks like credentials and is known to nobody.
  private static let noCredentials = [
    RequestField("Authorization", "Bearer accord-canary"), RequestField("Cookie", "accord=canary"),
  ]
}
