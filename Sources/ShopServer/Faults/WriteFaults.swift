import HTTPTypes
import Hummingbird

extension Fault {
  /// Writes do more, or less, than their methods mean (RFC 9110 section 9.3, RFC 5789, RFC 7396).
  static let writeFaults = [
    Fault(
      of: "http.put.idempotent", "put-adds",
      "PUT of a cart item puts one of product 1 into the cart, too.", at: .on(.put, "/cart/{id}")
    ) { visit in
      let response = try await visit.forward()
      if response.status == .ok { _ = try await visit.ask(.post, notebook, at: "/cart") }
      return response
    },
    Fault(
      of: "http.put.status", "put-as-201", "PUT of a cart item that is there answers 201.",
      at: .on(.put, "/cart/{id}")
    ) { visit in
      let response = try await visit.forward()
      return response.status == .ok ? response.with(.created) : response
    },
    Fault(
      of: "http.delete.idempotent", "delete-again-adds",
      "DELETE of a cart item that is gone puts one of product 1 into the cart.",
      at: .on(.delete, "/cart/{id}")
    ) { visit in
      let response = try await visit.forward()
      if response.status == .notFound { _ = try await visit.ask(.post, notebook, at: "/cart") }
      return response
    },
    Fault(
      of: "http.patch.atomic", "patch-partly-applied",
      "PATCH of a user that is refused changes what is acceptable in it.",
      with: ["http.failed-write.no-effect"], at: .on(.patch, "/users/{id}")
    ) { visit in
      let visit = try await visit.keepingContent()
      let response = try await visit.forward()
      guard response.status == .unprocessableContent,
        case .object(let members) = await visit.content()
      else { return response }
      for (name, value) in members { _ = try await visit.ask(.patch, .object([name: value])) }
      return response
    },
    Fault(
      of: "patch.merge.null-removes", "patch-null-kept",
      "PATCH of a user ignores members that are null.", at: .on(.patch, "/users/{id}")
    ) { visit in
      let visit = try await visit.keepingContent()
      guard case .object(let members) = await visit.content() else {
        return try await visit.forward()
      }
      return try await visit.forward(.object(members.filter { $0.value != .null }))
    },
    Fault(
      of: "http.failed-write.no-effect", "refused-put-kept",
      "PUT of a cart item that is answered 422 changes the quantity.", at: .on(.put, "/cart/{id}")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .unprocessableContent else { return response }
      let isOne = try await visit.ask(.get).json()?["quantity"] == .integer(1)
      _ = try await visit.ask(.put, .object(["quantity": .integer(isOne ? 2 : 1)]))
      return response
    },
    Fault(
      of: "http.failed-write.no-effect", "refused-post-kept",
      "POST /cart that is answered 422 puts one of product 1 into the cart.",
      at: .on(.post, "/cart")
    ) { visit in
      let response = try await visit.forward()
      if response.status == .unprocessableContent { _ = try await visit.ask(.post, notebook) }
      return response
    },
    Fault(
      of: "http.415.unsupported-type", "text-plain-parsed",
      "POST /cart reads JSON that is labelled text/plain.", at: .on(.post, "/cart")
    ) { visit in
      try await visit.forward { fields in
        if fields[.contentType]?.hasPrefix("text/plain") == true {
          fields[.contentType] = MediaType.json.essence
        }
      }
    },
    Fault(
      of: "http.400.malformed-content", "malformed-redirected",
      "POST /cart answers 303 to malformed JSON.", at: .on(.post, "/cart")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .badRequest else { return response }
      return try visit.answer(.seeOther, [.location: "/cart"])
    },
    Fault(
      of: "http.400.malformed-content", "malformed-as-500",
      "POST /cart answers 500 to malformed JSON.", with: ["http.5xx.none"], at: .on(.post, "/cart")
    ) { visit in
      let response = try await visit.forward()
      return response.status == .badRequest ? try visit.refuse(.unexpected()) : response
    },
    Fault(
      of: "http.200.error-content", "refusal-as-200",
      "POST /cart answers 200 with success false instead of 422.", at: .on(.post, "/cart")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .unprocessableContent else { return response }
      let content: JSONValue = .object([
        "success": .boolean(false), "error": .string("The content is not acceptable."),
      ])
      return try visit.answer(.ok, [.cacheControl: Caching.never.rawValue], content)
    },
  ]

  private static let notebook = JSONValue.object(["product": .integer(1), "quantity": .integer(1)])
}
