import AccordContract
import AccordEngine
import Testing

struct RequestsTemplateTests {
  private static let v = Variable("v")

  @Test(
    arguments: [
      (Get("/users{?page}", ["page": 2]), "/v1/users?page=2"),
      (Get("/users/{id}{?q}", ["id": "\(v)", "q": "\(v)"]), "/v1/users/a%2Fb%20c?q=a%2Fb%20c"),
      (Get("/users/\(v){?q}", ["q": 1]), "/v1/users/a%2Fb%20c?q=1"),
      (Get("/users/{+id}", ["id": "\(v)"]), "/v1/users/a/b%20c"),
      (
        Get("/users{/id*}{;m*}", ["id": ["x", "\(v)"], "m": ["k": "\(v)"]]),
        "/v1/users/x/a%2Fb%20c;k=a%2Fb%20c"
      ),
      (Get("/users/{id:3}", ["id": "\(v)"]), "/v1/users/a%2Fb"),
      (Get("/users/{id}", ["id": "\(v)"]).query("q", "\(v)"), "/v1/users/a%2Fb%20c?q=a/b%20c"),
      (Get("/users{?id}", ["id": "\(v)"]).query("q", "x"), "/v1/users?id=a%2Fb%20c&q=x"),
      (Get("users{?id}", ["id": "\(v)"]), "/v1/users?id=a%2Fb%20c"),
    ] as [(Step, String)])
  func `A template is expanded with what variables are bound to`(step: Step, target: String) throws
  {
    #expect(
      try url(step, base: "http://h/v1", bindings: ["v": .text("a/b c")]) == "http://h\(target)")
  }

  @Test(arguments: ["..", ".", ""])
  func `A value cannot change the target`(value: String) throws {
    let bindings = ["v": BoundValue.text(value)]
    for template in ["/a/{x}", "/a/{+x}/b", "/a{/x}", "/a{/x*}", "/{x}{?y}"] {
      #expect(try url(Get(template, ["x": "\(Self.v)"]), bindings: bindings) == "dotSegment")
      #expect(try url(Get(template, ["x": ["\(Self.v)"]]), bindings: bindings) == "dotSegment")
    }
    let query = Get("/a{?x}", ["x": "\(Self.v)"])
    #expect(try url(query, bindings: bindings) == "http://h/a?x=\(value)")
  }

  @Test(arguments: [
    ("//evil/x", "http://h//evil/x"), ("@evil/", "http://h/@evil/"),
    (":80@evil", "http://h/:80@evil"), ("http://evil/", "http://h/http://evil/"),
    ("x?y=1", "http://h/x?y=1"), ("x#y", "delimiter"), ("/../x", "dotSegment"),
    ("\\..\\x", "http://h/%5C..%5Cx"), ("%2e%2e/x", "dotSegment"), ("..;/x", "dotSegment"),
  ])
  func `Reserved characters lead to no other host`(value: String, target: String) throws {
    #expect(
      try url(Get("{+x}", ["x": "\(Self.v)"]), bindings: ["v": .text(value)]) == target)
  }
}
