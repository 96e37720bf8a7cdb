/// The credentials that a request carries (RFC 9110 section 11).
public struct Authorization: Sendable {
  /// The schemes there are.
  package enum Scheme: Sendable {
    case none
    case bearer(Template)
    case basic(user: Template, password: Template)
  }

  package let scheme: Scheme

  /// No credentials, where a trait further out sets some.
  public static let none = Authorization(scheme: .none)

  /// A bearer token (RFC 6750 section 2.1): `.auth(.bearer("\(token)"))`.
  public static func bearer(_ token: Template) -> Authorization {
    Authorization(scheme: .bearer(token))
  }

  /// A bearer token (RFC 6750 section 2.1) from a variable: `.auth(.bearer(token))`.
  public static func bearer(_ token: Variable) -> Authorization {
    Authorization(scheme: .bearer("\(token)"))
  }

  /// A user name and a password (RFC 7617), sent in UTF-8.
  ///
  /// A user name with a colon cannot be sent (RFC 7617 section 2) and ends the step with an error.
  public static func basic(user: Template, password: Template) -> Authorization {
    Authorization(scheme: .basic(user: user, password: password))
  }
}
