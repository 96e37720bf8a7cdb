import Hummingbird

extension Fault {
  /// The answer is as it should be, but what happened is not.
  static let stateFaults = [
    Fault(
      "delete-keeps", "DELETE of a cart item answers 204 and leaves the item where it is.",
      breaking: "rest.lifecycle.deleted-gone", with: ["rest.lifecycle.deleted-unlisted"],
      at: .on(.delete, "/cart/{id}")
    ) { visit in
      // With the client's conditions, so that only a DELETE that would succeed is kept from it.
      var head = visit.request.head
      head.method = .get
      let current = try await visit.next(Request(head: head, body: RequestBody(buffer: .init())))
      return current.status == .ok ? Response(status: .noContent) : try await visit.forward()
    },
    Fault(
      "put-ignored", "PUT of a cart item answers 200 with the new item and stores nothing.",
      breaking: "http.put.replaces", at: .on(.put, "/cart/{id}")
    ) { visit in
      let before = try await visit.ask(.get).json()
      let response = try await visit.forward()
      if response.status == .ok, let before { _ = try await visit.ask(.put, before) }
      return response
    },
    Fault(
      "put-answers-old", "PUT of a cart item stores the new quantity and answers the old item.",
      at: .on(.put, "/cart/{id}")
    ) { visit in
      let before = try await visit.ask(.get).text()
      let response = try await visit.forward()
      return response.status == .ok ? try await response.editingText { $0 = before } : response
    },
    Fault(
      "put-merges", "PUT of a user keeps the e-mail address that the new state leaves out.",
      breaking: "http.put.replaces", at: .on(.put, "/users/{id}")
    ) { visit in
      let before = try await visit.ask(.get).json()
      let response = try await visit.forward()
      guard response.status == .ok, let email = before?["email"],
        try await response.json()?["email"] == nil
      else { return response }
      return try await visit.ask(.patch, .object(["email": email]))
    },
    Fault(
      "patch-replaces", "PATCH of a user removes the e-mail address that the patch leaves out.",
      breaking: "patch.merge.null-removes", at: .on(.patch, "/users/{id}")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .ok, var user = try await response.json() else { return response }
      user["email"] = nil
      return try await visit.ask(.put, user)
    },
    Fault(
      "post-forgotten", "POST /users answers 201, and the user is not there.",
      breaking: "http.201.location-resolves",
      with: ["rest.lifecycle.roundtrip", "rest.lifecycle.created-listed"], at: .on(.post, "/users")
    ) { visit in
      let response = try await visit.forward()
      guard let location = response.headers[.location] else { return response }
      var head = visit.request.head
      head.method = .delete
      head.path = location
      head.headerFields = [:]
      _ = try await visit.next(Request(head: head, body: RequestBody(buffer: .init())))
      return response
    },
    Fault(
      "duplicate-id", "POST /cart says id 1 for each new item.", at: .on(.post, "/cart")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .created else { return response }
      return try await response.with(.location, "/cart/1").editingJSON { $0["id"] = .integer(1) }
    },
    Fault(
      "validation-off", "POST /cart takes a quantity out of bounds for 1: 201 instead of 422.",
      at: .on(.post, "/cart")
    ) { visit in
      let visit = try await visit.keepingContent()
      let response = try await visit.forward()
      guard response.status == .unprocessableContent, var content = await visit.content(),
        case .integer? = content["quantity"]
      else { return response }
      content["quantity"] = .integer(1)
      return try await visit.ask(.post, content)
    },
    Fault(
      "malformed-accepted", "POST /cart takes malformed JSON for one of product 7.",
      breaking: "http.400.malformed-content", at: .on(.post, "/cart")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .badRequest else { return response }
      return try await visit.ask(
        .post, .object(["product": .integer(7), "quantity": .integer(1)]))
    },
    Fault(
      "never-ready", "An order stays pending for ever.", at: .on(.get, "/orders/{id}")
    ) { visit in
      try await visit.forward().editingJSON { $0["status"] = .string("pending") }
    },
    Fault(
      "get-changes", "GET of a cart item adds one to its quantity.", breaking: "http.get.safe",
      with: [
        "http.put.idempotent", "http.put.replaces", "rest.lifecycle.roundtrip",
        "rest.stateless.connection", "rest.stateless.order",
      ], at: .on(.get, "/cart/{id}")
    ) { visit in
      let response = try await visit.forward()
      if case .integer(let quantity)? = try await response.json()?["quantity"] {
        _ = try await visit.ask(.put, .object(["quantity": .integer(quantity + 1)]))
      }
      return response
    },
  ]
}
