import HTTPTypes
import Hummingbird

extension Fault {
  /// The list of users and its pages.
  static let listFaults = [
    Fault(
      "extra-page-item", "A page of GET /users holds one user more than its limit.",
      breaking: "link.next-no-duplicates", at: .on(.get, "/users")
    ) { visit in
      try await visit.forward().editingUsers { users in
        if let last = users.last { users.append(last) }
      }
    },
    Fault(
      "email-mangled", "In GET /users the second e-mail address has no @.", at: .on(.get, "/users")
    ) { visit in
      try await visit.forward().editingUsers { users in
        if users.count > 1 { users[1]["email"] = .string("alan.example.com") }
      }
    },
    Fault(
      "total-wrong", "GET /users counts one user too many.", breaking: "link.next-no-duplicates",
      at: .on(.get, "/users")
    ) { visit in
      try await visit.forward().editingJSON { list in
        if case .integer(let total)? = list["total"] { list["total"] = .integer(total + 1) }
      }
    },
    Fault(
      "page-ignored", "GET /users shows page 1 whatever is asked.",
      breaking: "link.next-terminates", with: ["link.next-no-duplicates"], at: .on(.get, "/users")
    ) { visit in
      var head = visit.request.head
      head.path = head.path?.replacing("page=", with: "ignored=")
      return try await visit.next(Request(head: head, body: visit.request.body))
    },
    Fault(
      "bad-limit-accepted", "GET /users takes any limit: 200 instead of 400.",
      at: .on(.get, "/users")
    ) { visit in
      let response = try await visit.forward()
      return response.status == .badRequest ? try await visit.askForList() : response
    },
    Fault(
      "empty-page-as-500", "GET /users after the last page answers 500 instead of an empty list.",
      at: .on(.get, "/users")
    ) { visit in
      let response = try await visit.forward()
      guard try await response.json()?["users"] == .array([]) else { return response }
      return try visit.refuse(.unexpected())
    },
    Fault("links-missing", "GET /users has no Link.", at: .on(.get, "/users")) { visit in
      try await visit.forward().with(.link, nil)
    },
    Fault(
      "next-never-ends", "The last page of GET /users has a next one, which is the first.",
      breaking: "link.next-terminates", with: ["link.next-no-duplicates"], at: .on(.get, "/users")
    ) { visit in
      let response = try await visit.forward()
      guard let link = response.headers[.link], !link.contains("next") else { return response }
      return response.with(.link, link + #", </users?limit=10&page=1>; rel="next""#)
    },
    Fault("slow-list", "GET /users takes 800 ms longer.", at: .on(.get, "/users")) { visit in
      try await Task.sleep(for: .milliseconds(800))
      return try await visit.forward()
    },
  ]
}

extension Visit {
  /// What the API answers without the query.
  fileprivate func askForList() async throws -> Response {
    var head = request.head
    head.path = request.uri.path
    return try await next(Request(head: head, body: request.body))
  }
}

extension Response {
  fileprivate func editingUsers(_ edit: (inout [JSONValue]) -> Void) async throws -> Response {
    try await editingJSON { list in
      guard case .array(var users)? = list["users"] else { return }
      edit(&users)
      list["users"] = .array(users)
    }
  }
}
