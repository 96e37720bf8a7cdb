internal import AccordHTTP

/// A POST with a key that makes it idempotent, sent twice.
package struct Replay: Study {
  package static let safety = SafetyClass.throwaway
  package static let roles: Set<Subject.Role> = [.collection]

  /// The name of the field.
  let field: String
  let first: ObservedExchange
  let firstURL: String
  let second: ObservedExchange
  let secondURL: String?

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Replay {
    guard let field = probe.target.collection?.idempotencyKeyField else {
      throw .lacks("the target names no field that makes a POST idempotent")
    }
    try probe.ensureRemoval()
    let key = UniqueKey.text(probe.token, probe.exchanges.count)
    var fields = [RequestField(field, "\"\(key)\"")]
    var (first, content) = try probe.postVaried(probe.sample(0), fields: fields)
    if first.status == 400 || first.status == 422 {
      // The draft has the key in quotes; many APIs have it without.
      fields = [RequestField(field, key)]
      (first, content) = try probe.postVaried(probe.sample(0), fields: fields)
    }
    guard first.isSuccess, let firstURL = probe.madeURL(of: first) ?? probe.workshop.found else {
      throw .prevents("\(first.requestLine) with \(field) answered \(first.status)")
    }
    let second = try probe.post(content, fields: fields)
    return Replay(
      field: field, first: first, firstURL: firstURL, second: second,
      secondURL: probe.madeURL(of: second) ?? (second.isSuccess ? probe.workshop.found : nil))
  }
}

/// Keys in the form of a UUID, which some APIs insist on.
enum UniqueKey {
  static func text(_ token: String, _ number: Int) -> String {
    // FNV-1a, twice: nothing of it is secret, it only has to be another one each time.
    var digits = ""
    for salt in ["a", "b"] {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for octet in "\(salt)\(token)-\(number)".utf8 {
        hash = (hash ^ UInt64(octet)) &* 0x100_0000_01B3
      }
      let text = String(hash, radix: 16)
      digits += String(repeating: "0", count: 16 - text.count) + text
    }
    let all = Array(digits)
    let parts = [all[0..<8], all[8..<12], "4" + all[13..<16], "8" + all[17..<20], all[20..<32]]
    return parts.map { String($0) }.joined(separator: "-")
  }
}
