package import Accord

/// A step that is redirected to another origin, with every kind of secret on it.
package enum RedirectContract {
  private static let token = Variable("token", .secret)
  private static let plain = Variable("plain")

  package static func contract(_ environment: [String: String]) -> Contract {
    let literal: Template = "\(environment["LEAKS_SECRET"] ?? "")"
    switch environment["LEAKS_KIND"] {
    case "field": return contract { $0.header("X-Token", "\(token)") }
    case "field-declared-outside": return contract { $0.header("X-Token", "t=\(plain)") }
    case "authorization": return contract { $0.header(.authorization, "Custom \(literal)") }
    case "proxy-authorization":
      return contract { $0.header("Proxy-Authorization", "Basic \(literal)") }
    case "cookie": return contract { $0.header(.cookie, "session=\(literal)") }
    case "basic": return contract { $0.auth(.basic(user: "user", password: literal)) }
    case "bearer": return contract { $0.auth(.bearer(literal)) }
    case "digest": return contract { $0.auth(.digest(user: "user", password: literal)) }
    case "key-in-field": return contract { $0.auth(.apiKey(literal, in: .header("X-Key"))) }
    case "key-in-query": return contract { $0.auth(.apiKey(literal, in: .query("key"))) }
    case "signature":
      return contract {
        $0.auth(
          .awsSignature(
            accessKey: "AKIDEXAMPLE", secretKey: "wJalrXUtnFEMI", sessionToken: literal,
            region: "r",
            service: "execute-api"))
      }
    default: return contract { $0 }
    }
  }

  private static func contract(_ dressed: (Step) -> Step) -> Contract {
    let first = dressed(Get("/first")).followRedirects().expect(200)
    return Contract("Redirects") {
      Scenario("Redirected", .cookies) {
        Get("/cookie").expect(200)
        first
      }
    }
  }
}
