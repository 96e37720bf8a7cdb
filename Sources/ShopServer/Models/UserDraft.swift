/// The state of a user that a client decides; the id is the shop's.
struct UserDraft {
  let name: String
  let email: String?

  /// Reads the draft out of a request's content.
  ///
  /// Members that the shop does not know are ignored.
  ///
  /// - Throws: a ``Problem`` with status 422 that lists everything unacceptable.
  init(_ content: JSONValue) throws(Problem) {
    var check = ContentCheck(content)
    name = check.text("name", length: 1...100) ?? ""
    email = check.optionalEmail("email")
    try check.finish()
  }

  /// What a merge patch is applied to (RFC 7396).
  static func mutableState(of user: User) -> JSONValue {
    var members: [String: JSONValue] = ["name": .string(user.name)]
    members["email"] = user.email.map(JSONValue.string)
    return .object(members)
  }
}
