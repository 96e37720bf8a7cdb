import AccordContract
import AccordEngine
import Testing

struct PlanEndpointTests {
  private static let id = Variable("other", .default("1"))

  @Test(arguments: [
    ("/users", "/users"), ("/users?x=1", "/users"), ("/users/1", "/users/{id}"),
    ("/users/me", "/users/me"), ("/users/1/items", "/users/{id}/items"),
    ("/users/me/items", "/users/me/{what}"), ("/users/1/items/2", "/users/1/items/2"),
    ("/users/", "/users/"), ("/other", "/other"), ("/users/a/b/c/d", "/users/a/b/c/d"),
  ])
  func `A step belongs to the most specific resource`(path: String, endpoint: String) throws {
    let plan = try plan(
      Contract("c") {
        Get(path)
        Resource("/users/{id}", .allows(.get), .example("id", 1))
        Resource("/users", .allows(.get, .post))
        Group("g") {
          Resource("/users/me", .allows(.get))
          Resource("/users/{id}/{what}") { Get("/users/1/x") }
          Resource("/users/{id}/items") { Get("/users/2/items") }
          Resource("/users/me/{what}") { Get("/users/me/x") }
        }
      })
    #expect(plan.endpoints[plan.steps[0].endpoint].path == endpoint)
  }

  @Test func `A variable stands where the resource has one, and nowhere else`() throws {
    let plan = try plan(
      Contract("c") {
        Get("/users/\(Self.id)")
        Get("/\(Self.id)/me")
        Resource("/users/{id}") { Get("/users/1") }
        Resource("/users/me") { Get("/users/me") }
      })
    #expect(
      plan.steps.map { plan.endpoints[$0.endpoint].path }
        == ["/users/{id}", "/{other}/me", "/users/{id}", "/users/me"])
  }

  @Test func `The methods of all resources of a path are declared`() throws {
    let plan = try plan(
      Contract("c") {
        Resource("/users", .allows(.get, .head, .options, .post))
        Resource("/users") { Get("/users") }
        Resource("/items") { Get("/items") }
      }, probesUnsafe: true)
    #expect(plan.endpoints.map(\.path) == ["/users", "/items"])
    #expect(plan.endpoints[0].declaredMethods == [.get, .head, .options, .post])
    #expect(plan.endpoints[1].declaredMethods == nil)
  }

  @Test func `Safe methods that a resource does not declare are probed`() throws {
    #expect(
      try ids(Contract("c") { Resource("/users", .allows(.get, .post)) }) == [
        "/users › allows › HEAD /users", "/users › allows › OPTIONS /users",
      ])
    let all = Contract("c") { Resource("/a", .allows(.get, .head, .options)) { Get("/a") } }
    #expect(try ids(all) == ["/a › GET /a"])
  }

  @Test(arguments: [true, false])
  func `Unsafe methods are probed where that is asked for, with a condition that cannot hold`(
    isAskedByOption: Bool
  ) throws {
    let contract = Contract("c") {
      Resource("/users", .allows(.get, .post, probing: isAskedByOption ? .safe : .unsafe))
    }
    let plan = try plan(contract, probesUnsafe: isAskedByOption)
    #expect(
      plan.steps.map(\.step.method.token) == ["HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"])
    #expect(plan.steps.allSatisfy { $0.role == .probe })
    for planned in plan.steps {
      let names = planned.step.modifiers.compactMap { modifier -> FieldName? in
        if case .field(let name, _) = modifier { name } else { nil }
      }
      #expect(names == (planned.step.method.isSafe ? [] : [.ifMatch]))
      #expect(planned.step.content == nil)
      #expect(planned.step.location.line > 0)
    }
  }

  @Test func `Examples stand for the variables of a probed path`() throws {
    let contract = Contract("c") {
      Resource(
        "/a/{x}/b{y}/c", .example("x", 1), .example("y", "\(Self.id)"),
        .allows(.head, .options))
    }
    #expect(try ids(contract) == ["/a/{x}/b{y}/c › allows › GET /a/1/b{other}/c"])
    let missing = problems(
      Contract("c") { Resource("/a/{x}/{y}", .example("x", 1), .allows(.get)) })
    guard case .missingExample("y", resource: "/a/{x}/{y}")? = missing.first?.kind else {
      Issue.record("\(missing)")
      return
    }
    #expect(missing.count == 1)
  }
}
