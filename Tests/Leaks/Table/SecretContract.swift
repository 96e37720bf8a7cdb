package import Accord

/// Steps to a server that tells what it was told, in every place and form.
package enum SecretContract {
  private static let token = Variable("token", .secret)
  private static let plain = Variable("plain")

  /// The contract for a kind of secret, `LEAKS_KIND`, whose value is `LEAKS_SECRET` where the contract
  /// itself has it.
  package static func contract(_ environment: [String: String]) -> Contract {
    let secret = environment["LEAKS_SECRET"] ?? ""
    let literal: Template = "\(secret)"
    let isFull = environment["LEAKS_FULL"] != nil
    switch environment["LEAKS_KIND"] {
    case "variable":
      return Contract("Secrets", .header("X-Token", "\(token)")) { steps(isFull) }
    case "default":
      let token = Variable("token", .secret, .default(secret))
      return Contract("Secrets", .header("X-Token", "\(token)")) { steps(isFull) }
    case "declared-outside":
      return Contract("Secrets", .header("X-Token", "\(plain)")) { steps(isFull) }
    case "problem":
      return Contract("Secrets") {
        Get("/a").auth(.bearer("hunter2hunter2")).timeout(.seconds(-1)).expect(200)
      }
    case "in-query-and-body":
      return Contract("Secrets") {
        Post("/plain/sent").query("q", "\(token)").json(["a": "\(token)"]).expect(404)
        Post("/plain/form").form(["a": "\(token)"]).expect(404)
        Post("/plain/multipart").multipart(.field("a", "\(token)")).expect(404)
        Get("/plain/\(token)").expect(404)
        Post("/plain/xml").xml("<a>\(token)</a>").expect(404)
        steps(isFull)
      }
    case "captured-json": return captured("json", .json("$.token"), isFull)
    case "captured-field": return captured("field", .header("X-Token"), isFull)
    case "captured-text": return captured("text", .text(matching: "token: (.*)"), isFull)
    case "captured-xpath": return captured("xml", .xpath("//token"), isFull)
    case "basic":
      return Contract("Secrets", .auth(.basic(user: "user", password: literal))) { steps(isFull) }
    case "digest":
      return Contract("Secrets", .auth(.digest(user: "user", password: literal))) { steps(isFull) }
    case "bearer": return Contract("Secrets", .auth(.bearer(literal))) { steps(isFull) }
    case "key-in-field":
      return Contract("Secrets", .auth(.apiKey(literal, in: .header("X-Key")))) { steps(isFull) }
    case "key-in-query":
      return Contract("Secrets", .auth(.apiKey(literal, in: .query("key")))) { steps(isFull) }
    case "signature":
      return Contract(
        "Secrets",
        .auth(
          .awsSignature(
            accessKey: "AKIDEXAMPLE", secretKey: literal, region: "r", service: "execute-api"))
      ) { steps(isFull) }
    case "session-token":
      return Contract(
        "Secrets",
        .auth(
          .awsSignature(
            accessKey: "AKIDEXAMPLE", secretKey: "wJalrXUtnFEMI", sessionToken: literal,
            region: "r",
            service: "execute-api"))
      ) { steps(isFull) }
    default: return Contract("Secrets") { steps(isFull) }
    }
  }

  /// The places and forms that are tried.
  package static func pairs(_ isFull: Bool) -> [(Echo, SecretForm)] {
    Echo.all.flatMap { echo in
      SecretForm.all.compactMap { form in
        isFull || form.name == "as-sent" || echo.name == "text" ? (echo, form) : nil
      }
    }
  }

  package static func path(_ echo: Echo, _ form: SecretForm) -> String {
    "/\(echo.name)/\(form.name)"
  }

  @ComponentBuilder private static func steps(
    _ isFull: Bool, after first: Step? = nil
  ) -> [Component] {
    for (echo, form) in pairs(isFull) {
      echo.component(path(echo, form), named: "\(echo.name): \(form.name)", after: first)
    }
  }

  /// Each scenario captures the secret before it is told.
  private static func captured(
    _ form: String, _ source: CaptureSource, _ isFull: Bool
  ) -> Contract {
    Contract("Secrets") {
      steps(isFull, after: Get("/login/\(form)").expect(200) { Capture(token, source) })
    }
  }
}
