import Hummingbird

extension Fault {
  /// The content is not what was promised.
  static let bodyFaults = [
    Fault(
      "quantity-as-string", "GET of a cart item shows the quantity as a string.",
      at: .on(.get, "/cart/{id}")
    ) { visit in
      try await visit.forward().editingJSON { item in
        guard case .integer(let quantity)? = item["quantity"] else { return }
        item["quantity"] = .string("\(quantity)")
      }
    },
    Fault(
      "name-missing", "GET of a user lacks the member name.", at: .on(.get, "/users/{id}")
    ) { visit in
      try await visit.forward().editingJSON { $0["name"] = nil }
    },
    Fault("name-null", "GET of a user has a null name.", at: .on(.get, "/users/{id}")) { visit in
      try await visit.forward().editingJSON { $0["name"] = .null }
    },
    Fault(
      "email-missing", "GET of a user lacks the e-mail address that the user has.",
      at: .on(.get, "/users/{id}")
    ) { visit in
      try await visit.forward().editingJSON { $0["email"] = nil }
    },
    Fault(
      "secret-leaked", "GET of a user shows a member password.", at: .on(.get, "/users/{id}")
    ) { visit in
      try await visit.forward().editingJSON { $0["password"] = .string("correct horse") }
    },
    Fault(
      "json-truncated", "The JSON of GET /cart lacks its last octet.", breaking: "json.valid",
      at: .on(.get, "/cart")
    ) { visit in
      let response = try await visit.forward()
      return response.status == .ok ? try await response.editingText { $0.removeLast() } : response
    },
    Fault(
      "error-as-html", "The 404 of a user is an HTML page instead of problem details.",
      breaking: "problem.used", at: .on(.get, "/users/{id}")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .notFound else { return response }
      let page = "<!DOCTYPE html><title>Not Found</title><h1>Not Found</h1>"
      return try await response.editingText { $0 = page }.with(.contentType, "text/html")
    },
    Fault(
      "problem-status-wrong", "The problem details of a user's 404 say status 200.",
      breaking: "problem.status-matches", at: .on(.get, "/users/{id}")
    ) { visit in
      let response = try await visit.forward()
      return try await response.editingText { $0.replace(#""status":404"#, with: #""status":200"#) }
    },
    Fault(
      "errors-missing", "The 422 of POST /cart does not say what is wrong.",
      at: .on(.post, "/cart")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .unprocessableContent, var content = try await response.json() else {
        return response
      }
      content["errors"] = nil
      let document = try Representation.json(content, as: .problem)
      return try await response.editingText { $0 = String(buffer: document.content) }
    },
    Fault(
      "file-size-wrong", "POST /contact counts one octet too few in each file.",
      at: .on(.post, "/contact")
    ) { visit in
      try await visit.forward().editingJSON { form in
        guard case .array(let files)? = form["files"] else { return }
        form["files"] = .array(
          files.map { file in
            var file = file
            if case .integer(let size)? = file["size"] { file["size"] = .integer(size - 1) }
            return file
          })
      }
    },
  ]
}
