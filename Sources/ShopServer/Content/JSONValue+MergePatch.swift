extension JSONValue {
  /// This value with a merge patch applied (RFC 7396): `null` removes a member, an absent member
  /// stays, anything that is not an object replaces what was there.
  func merging(_ patch: JSONValue) -> JSONValue {
    guard case .object(let changes) = patch else { return patch }
    var members: [String: JSONValue] = [:]
    if case .object(let own) = self { members = own }
    for (name, change) in changes {
      members[name] = change == .null ? nil : (members[name] ?? .null).merging(change)
    }
    return .object(members)
  }
}
