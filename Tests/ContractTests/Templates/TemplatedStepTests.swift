import AccordContract
import Testing

struct TemplatedStepTests {
  private static let id = Variable("id")
  private static let key = Variable("api key")

  @Test func `Each verb takes the values of a template`() {
    let path = "/a{?x}"
    let steps = [
      Get("/a{?x}", ["x": 1]), Head("/a{?x}", ["x": 1]), Post("/a{?x}", ["x": 1]),
      Put("/a{?x}", ["x": 1]), Patch("/a{?x}", ["x": 1]), Delete("/a{?x}", ["x": 1]),
      Options("/a{?x}", ["x": 1]), Request("QUERY", "/a{?x}", ["x": 1]),
      Get(path, ["x": 1]), Head(path, ["x": 1]), Post(path, ["x": 1]), Put(path, ["x": 1]),
      Patch(path, ["x": 1]), Delete(path, ["x": 1]), Options(path, ["x": 1]),
      Request("QUERY", path, ["x": 1]),
    ]
    let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY"]
    #expect(steps.map(\.writtenRequest) == (methods + methods).map { "\($0) /a?x=1" })
  }

  @Test func `A template of which all is known is a path from the beginning`() {
    guard case .path(let path) = Get("/a/{x}", ["x": "b c"]).target else {
      Issue.record("no path")
      return
    }
    #expect(path.literal == "/a/b%20c")
  }

  @Test(
    arguments: [
      (Get("/users{?page,limit}", ["page": 2]), "/users?page=2"),
      (Get("/users{?page,limit}", [:]), "/users"),
      (Get("/users{?page}", ["page": 2]).query("q", "x"), "/users?page=2&q=x"),
      (Get("/users/{id}", ["id": "a/b"]).query("q", "x"), "/users/a%2Fb?q=x"),
      (
        Get("/users/{id}/posts{?tags*}", ["id": "\(id)", "tags": ["a", "b"]]),
        "/users/{id}/posts?tags=a&tags=b"
      ),
      (Get("/x{?a,b}", ["a": "é\(id)é", "b": "{id}"]), "/x?a=%C3%A9{id}%C3%A9&b=%7Bid%7D"),
      (Get("/x/\(id){?a*}", ["a": ["n": "\(key)"]]), "/x/{id}?n={api key}"),
      (Get("/x/\(key)", [:]), "/x/{api key}"),
      (Get("/x/{a:3}", ["a": "bc\(id)d"]), "/x/bc{id}"),
      (Get("/x/{a:2}", ["a": "bc\(id)"]), "/x/bc"),
      (
        Get("/x{/a*}{;b}{.c}", ["a": ["1", "\(id)"], "b": "\(id)", "c": "z"]),
        "/x/1/{id};b={id}.z"
      ),
      (Get("/x/{+a}", ["a": "b/\(id)?c"]), "/x/b/{id}?c"),
    ] as [(Step, String)])
  func `A step shows what it sends, variables in braces`(step: Step, target: String) {
    #expect(step.writtenTarget == target)
  }

  @Test func `A step's variables are those of its values and of its path`() {
    guard
      case .template(let path) = Get("/\(Self.key)/{b}{?a}", ["a": "\(Self.id)", "b": 1]).target
    else {
      Issue.record("no template")
      return
    }
    #expect(path.variables == [Self.key, Self.id])
    #expect(path.problems.isEmpty)
    #expect(path.text == "/{api%20key}/{b}{?a}")
    #expect(path.expanded(Bindings(["id": .text("1")])) == nil)
    let all = Bindings(["id": .text("1&"), "api key": .text("k/k")])
    #expect(path.expanded(all)?.text == "/k%2Fk/1?a=1%26")
    #expect(path.value(of: "a", all) == "1&")
  }
}
