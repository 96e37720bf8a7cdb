import HTTPTypes
import Hummingbird

extension Fault {
  /// What was made, listed and removed does not fit together.
  static let lifecycleFaults = [
    Fault(
      of: "rest.lifecycle.roundtrip", "created-changed",
      "POST /cart puts one more into the cart than was asked for.", at: .on(.post, "/cart")
    ) { visit in
      let visit = try await visit.keepingContent()
      guard var content = await visit.content(), case .integer(let quantity)? = content["quantity"],
        CartItem.quantities.dropLast().contains(quantity)
      else { return try await visit.forward() }
      content["quantity"] = .integer(quantity + 1)
      return try await visit.forward(content)
    },
    Fault(
      of: "rest.lifecycle.created-listed", "created-unlisted", "GET /cart lists nothing, ever.",
      at: .on(.get, "/cart")
    ) { visit in
      try await visit.forwardEditingJSON { list in
        list["items"] = .array([])
        list["total"] = .integer(0)
      }
    },
    Fault(
      of: "rest.lifecycle.post-distinct", "post-repeats-uri",
      "The second of two POSTs to /cart in a row answers the URI of the first.",
      with: ["rest.lifecycle.roundtrip"], at: .anywhere
    ) { visit in
      let request = visit.request
      let isPost = request.method == .post && request.uri.path == "/cart"
      let earlier = visit.memory.change { notes in
        let isLook =
          request.method == .get && request.headers[.ifNoneMatch] == nil
          && (request.uri.path == "/cart" || request.uri.path == notes.created)
        defer { if !isLook { notes.created = nil } }
        return isPost ? notes.created : nil
      }
      let response = try await visit.forward()
      guard isPost, response.status == .created, let made = response.headers[.location] else {
        return response
      }
      guard let earlier else {
        visit.memory.change { $0.created = made }
        return response
      }
      _ = try await visit.ask(.delete, at: made)
      if let quantity = try await response.json()?["quantity"] {
        _ = try await visit.ask(.put, .object(["quantity": quantity]), at: earlier)
      }
      let shown = try await visit.ask(.get, at: earlier)
      return shown.with(.created).with(.location, earlier)
    },
    Fault(
      of: "rest.lifecycle.deleted-gone", "deleted-still-there",
      "GET of a cart item that was removed shows it as it was.", with: ["http.404.unknown-item"],
      at: .anyMethod("/cart/{id}")
    ) { visit in
      let path = visit.request.uri.path
      if visit.request.method == .delete { return try await visit.removeLeavingGhost() }
      let response = try await visit.forward()
      guard [.get, .head].contains(visit.request.method), response.status == .notFound,
        let ghost = visit.memory.change({ $0.ghosts[path] })
      else { return response }
      let shown = try visit.answer(
        .ok, [.vary: "Accept", .cacheControl: Caching.revalidated.rawValue], ghost)
      return try visit.condition(shown, showing: ghost)
    },
    Fault(
      of: "rest.lifecycle.deleted-unlisted", "deleted-still-listed",
      "GET /cart goes on listing what was removed.",
      at: .either(.on(.delete, "/cart/{id}"), .on(.get, "/cart"))
    ) { visit in
      if visit.request.method == .delete { return try await visit.removeLeavingGhost() }
      let ghosts = visit.memory.change { $0.ghosts }.sorted { $0.key < $1.key }.map(\.value)
      return try await visit.forwardEditingJSON { list in
        guard case .array(let items)? = list["items"] else { return }
        list["items"] = .array(items + ghosts)
        list["total"] = .integer(items.count + ghosts.count)
      }
    },
  ]
}

extension Visit {
  /// Forwards a DELETE and remembers what it removes.
  fileprivate func removeLeavingGhost() async throws -> Response {
    let before = try await ask(.get).json()
    let response = try await forward()
    if response.status == .noContent {
      memory.change { $0.ghosts[request.uri.path] = before }
    }
    return response
  }
}
