import AccordContract
import AccordEngine
import Testing

struct PlanTemplateTests {
  private static let id = Variable("id", .default("1"))
  private static let token = Variable("token")

  @Test func `Ids show what a template is expanded to, and tell different values apart`() throws {
    let contract = Contract("c") {
      Get("/users{?page}", ["page": 1]).expect(200)
      Get("/users{?page}", ["page": 2]).expect(200)
      Get("/users/{id}{?tags*}", ["id": "\(Self.id)", "tags": ["a", "b"]]).query("q", "x")
      Get("/users/{id}{?tags}", ["id": "\(Self.id)", "tags": ["a", "b"]]).query("q", "x")
    }
    #expect(
      try ids(contract) == [
        "GET /users?page=1", "GET /users?page=2", "GET /users/{id}?tags=a&tags=b&q=x",
        "GET /users/{id}?tags=a,b&q=x",
      ])
    #expect(
      problems(Contract("c") { for _ in 1...2 { Get("/a{?b}", ["b": 1]).expect(200) } })
        .map(\.kindName) == ["duplicateID"])
  }

  @Test func `A step needs the variables of its template's values`() throws {
    let plan = try plan(
      Contract("c") { Get("/a/\(Self.id){?b,c*}", ["b": 1, "c": ["x": "\(Self.token)"]]) })
    #expect(plan.variables.keys.sorted() == ["id", "token"])
    #expect(plan.steps.map(\.usesVariables) == [true])
    let unbound = plan.unboundVariables(given: [])
    guard case .unboundVariable("token")? = unbound.first?.kind else {
      Issue.record("\(unbound)")
      return
    }
    #expect(unbound.count == 1)
  }

  @Test(arguments: [
    Get("/a{?b"), Get("/a/{b}"), Get("/a/{b-c}"), Get("/a{?b}", ["c": 1]),
    Get("/a{?b}", ["b": 1, "b": 2]), Get("/a/{b}", [:]), Get("/a{?b:1}", ["b": ["x"]]),
    Get("/a{#b}", ["b": "\(id)"]), Get("/a#b{?c}", ["c": "\(id)"]), Get("/a/{b}", ["b": ".."]),
    Get("/a b{?c}", ["c": 1]),
  ])
  func `A template that cannot be used is one problem at its step`(step: Step) {
    let line = #line
    let found = problems(
      Contract("c") {
        step
      })
    #expect(found.map(\.kindName) == ["template"])
    #expect(found.first?.location.line == line + 3)
  }

  @Test func `A known value's fragment and a conflicting variable are problems as in any path`() {
    #expect(
      problems(Contract("c") { Get("/a/{+b}", ["b": "x#y"]) }).map(\.kindName) == ["target"])
    let other = Variable("id", .secret, .default("long enough"))
    let contract = Contract("c") { Get("/a/\(Self.id)/{b}", ["b": "\(other)"]) }
    #expect(problems(contract).map(\.kindName) == ["conflictingVariable"])
  }

  @Test func `Steps whose templates cannot be used are not called alike besides`() {
    let contract = Contract("c") {
      Get("/a{?b}", ["c": 1]).expect(200)
      Get("/a{?b}", ["d": 1]).expect(200)
    }
    #expect(problems(contract).map(\.kindName) == ["template", "template"])
  }

  @Test(arguments: ["/a/{b", "/a{#b}", "/a b", "/a#b", "/a/{b-c}"])
  func `A resource's path that is no template is one problem at the resource`(path: String) {
    let line = #line
    let found = problems(
      Contract("c") {
        Resource(path, .allows(.get), .example("b", 1))
      })
    #expect(found.map(\.kindName) == ["template"])
    #expect(found.first?.location.line == line + 3)
  }

  @Test(
    arguments: [
      (Resource("/a{?page}", .allows(.head, .options)), "/a"),
      (Resource("/a{?page}", .allows(.head, .options), .example("page", 2)), "/a?page=2"),
      (Resource("/a/{b}/c", .allows(.head, .options), .example("b", "x/y")), "/a/x%2Fy/c"),
      (Resource("/a{/b*}", .allows(.head, .options), .example("b", ["x", "y"])), "/a/x/y"),
      (Resource("/a/{+b}", .allows(.head, .options), .example("b", "x/y")), "/a/x/y"),
      (
        Resource("/a{.b}{;c}", .allows(.head, .options), .example("b", "x"), .example("c", 1)),
        "/a.x;c=1"
      ),
      (Resource("/a/{b}", .allows(.head, .options), .example("b", "\(id)")), "/a/{id}"),
    ])
  func `Probes are sent to a template with its examples`(resource: Resource, target: String) throws
  {
    let plan = try plan(Contract("c") { resource })
    #expect(plan.steps.map(\.step.writtenRequest) == ["GET \(target)"])
    #expect(plan.endpoints.map(\.path) == [resource.path])
  }

  @Test(arguments: [
    ("/a/{b}{?page}", ["b"]), ("/a{/b,c*}", ["b", "c"]), ("/a{.b}{;c}{&d}", ["b", "c"]),
  ])
  func `Variables of a path need examples`(path: String, names: [String]) {
    let found = problems(Contract("c") { Resource(path, .allows(.get)) })
    #expect(found.map(\.kindName) == names.map { _ in "missingExample" })
    for (problem, name) in zip(found, names) {
      guard case .missingExample(name, resource: path) = problem.kind else {
        Issue.record("\(problem)")
        return
      }
    }
  }

  @Test func `An example that does not fit its template is one problem`() {
    let found = problems(
      Contract("c") { Resource("/a/{b:2}", .allows(.get), .example("b", ["x"])) })
    #expect(found.map(\.kindName) == ["template"])
  }
}
