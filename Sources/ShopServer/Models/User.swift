/// Someone who buys here: what `/users/{id}` shows.
struct User: Encodable, Equatable {
  let id: Int
  var name: String
  /// Optional: a user may keep it to themselves, then the member is absent.
  var email: String?
}
