import Hummingbird

/// Lets each request pass the faults that act where it goes, then the API.
struct FaultyResponder: HTTPResponder {
  let inner: RouterResponder<ShopContext>
  let faults: [Fault]
  let token: String
  let memory = FaultMemory()

  func respond(to request: Request, context: ShopContext) async throws -> Response {
    try await respond(to: request, context: context, through: faults[...])
  }

  private func respond(
    to request: Request, context: ShopContext, through faults: ArraySlice<Fault>
  ) async throws -> Response {
    guard let fault = faults.first(where: { $0.place.contains(request) }) else {
      return try await inner.respond(to: request, context: context)
    }
    let others = faults.filter { $0.name != fault.name }[...]
    let visit = Visit(request: request, context: context, token: token, memory: memory) { request in
      try await respond(to: request, context: context, through: others)
    }
    do {
      return try await fault.behaviour(visit)
    } catch let problem as Problem {
      return try visit.refuse(problem)
    }
  }
}
