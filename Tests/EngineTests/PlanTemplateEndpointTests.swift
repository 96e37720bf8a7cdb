import AccordContract
import AccordEngine
import Testing

struct PlanTemplateEndpointTests {
  private static let id = Variable("v", .default("1"))

  /// The endpoint of a step among resources of these templates; nil for one of its own.
  private func endpoint(of step: Step, among templates: [String]) throws -> String? {
    let plan = try plan(
      Contract("c") {
        step
        for template in templates {
          Resource(template) { Get("/unrelated").named(template) }
        }
      })
    let path = plan.endpoints[plan.steps[0].endpoint].path
    return templates.contains(path) ? path : nil
  }

  @Test(arguments: [
    ("/users{?page,limit}", "/users", true), ("/users{?page,limit}", "/users?page=2", true),
    ("/users?x=1{&page}", "/users?y=2", true), ("/users{?page}", "/users/1", false),
    ("/files/{n}.json", "/files/a.json", true), ("/files/{n}.json", "/files/a.xml", false),
    ("/files/{n}.json", "/files/.json", false), ("/files/{n}.json", "/files/a/b.json", false),
    ("/files/{a}-{b}.json", "/files/x-y-z.json", true), ("/files/{a}-{b}", "/files/xy", false),
    ("/files/{a,b}", "/files/1,2", true), ("/files/{a,b}", "/files/12", false),
    ("/x{/a,b}", "/x", true), ("/x{/a,b}", "/x/1", true), ("/x{/a,b}", "/x/1/2", true),
    ("/x{/a,b}", "/x/1/2/3", false), ("/x{/a}/y", "/x/y", true), ("/x{/a}/y", "/x/1/y", true),
    ("/x{/a}/y", "/x/1/z", false), ("/x{/a*}", "/x", false), ("/x{/a*}", "/x/1", true),
    ("/x{/a*}", "/x/1/2/3", true), ("/x{/a*}", "/x/", false), ("/x{/a*}", "/xy", false),
    ("/x{/a*}/end", "/x/1/2/end", true), ("/x{/a*}/end", "/x/end", false),
    ("/x/{+a}", "/x/1", true), ("/x/{+a}", "/x/1/2", true), ("/x/{+a}", "/x/", false),
    ("/x/{+a}/end", "/x/1/2/end", true), ("/x/{+a}/end", "/x/1/2", false),
    ("/x/y{+a}", "/x/y1/2", true), ("{+a}", "/anything/at/all", true), ("{/a}", "/one", true),
    ("/r{.ext}", "/r", true), ("/r{.ext}", "/r.json", true), ("/r{.ext}", "/rs", false),
    ("/r{;lang,draft}", "/r", true), ("/r{;lang,draft}", "/r;lang=de;draft", true),
    ("/r{;lang}", "/r/de", false), ("/r{.ext}", "/r.a/b", false),
    ("users/{id}", "/users/1", true), ("/users/{id}", "users/1", true),
    ("/é/{id}", "/%C3%A9/1", true), ("/users/{id}", "/users/", false), ("/users/", "/users/", true),
    ("/users", "/users/", false),
    ("/users/{id:3}", "/users/abc", true),
  ])
  func `A path belongs to a template or does not`(template: String, path: String, fits: Bool) throws
  {
    #expect(try endpoint(of: Get(path), among: [template]) == (fits ? template : nil))
  }

  private static let everything = [
    "{+all}", "/files{/path*}", "/files/{+path}/meta", "/files{/a,b}", "/files/{name}",
    "/files/{name}.json", "/files/{name}.tar.gz", "/files/{name}.gz", "/files/readme{.ext}",
    "/files/readme.json", "/files/{name}/{part}", "/files{?all}", "/files/{name}/text",
    "/users/{id}{/rest}", "/users/{id}",
  ]

  @Test(
    arguments: [
      ("/files/readme.json", "/files/readme.json"), ("/files/readme.md", "/files/readme{.ext}"),
      ("/files/x.json", "/files/{name}.json"), ("/files/x.tar.gz", "/files/{name}.tar.gz"),
      ("/files/x.gz", "/files/{name}.gz"), ("/files/x", "/files/{name}"),
      ("/files/x/y", "/files/{name}/{part}"), ("/files/x/text", "/files/{name}/text"),
      ("/files/x.json/y", "/files/{name}/{part}"), ("/files/x/y/z", "/files{/path*}"),
      ("/files/x/y/meta", "/files/{+path}/meta"), ("/files", "/files{?all}"),
      ("/files?all=1", "/files{?all}"), ("/else/where", "{+all}"), ("/users/7", "/users/{id}"),
      ("/users/7/8", "/users/{id}{/rest}"),
    ])
  func `The most specific template counts, in whatever order they are written`(
    path: String, template: String
  ) throws {
    #expect(try endpoint(of: Get(path), among: Self.everything) == template)
    #expect(try endpoint(of: Get(path), among: Self.everything.reversed()) == template)
  }

  @Test(
    arguments: [
      (Get("/files/{n}.json", ["n": "\(id)"]), "/files/{name}.json"),
      (Get("/files/\(id).json"), "/files/{name}.json"), (Get("/files/\(id)"), "/files/{name}"),
      (Get("/files/{n}{?q}", ["n": "\(id)", "q": "\(id)"]), "/files/{name}"),
      (Get("/files{/n*}", ["n": ["a", "\(id)", "b"]]), "/files{/path*}"),
      (Get("/files/read\(id)"), "/files/{name}"),
      (Get("/files/\(Variable("a/b.json", .default("1")))"), "/files/{name}"),
      (Get("/files/\(id)/text"), "/files/{name}/text"),
    ])
  func `What is known at run time only stands where a template varies`(
    step: Step, template: String
  ) throws {
    #expect(try endpoint(of: step, among: Self.everything) == template)
  }

  @Test func `A link belongs to no template`() throws {
    let link = Variable("next", .link)
    #expect(try endpoint(of: Get(link), among: ["{+all}", "{a}"]) == nil)
  }

  @Test func `Templates that differ in their query only are one endpoint, the first as written`()
    throws
  {
    let plan = try plan(
      Contract("c") {
        Resource("/users{?page}", .allows(.get, .head, .options))
        Resource("/users", .allows(.post, .get, .head, .options)) { Get("/users") }
      })
    #expect(plan.endpoints.map(\.path) == ["/users{?page}"])
    #expect(plan.endpoints[0].declaredMethods?.contains(.post) == true)
  }

  @Test(.timeLimit(.minutes(5)))
  func `A template that could match in many ways is decided at once`() throws {
    let many = (0..<40).map { "{/a\($0)}" }.joined() + "/end"
    let parts = "/" + (0..<40).map { "{b\($0)}" }.joined(separator: "a") + "x"
    let path = "/" + String(repeating: "a/", count: 30) + "a"
    let segment = "/" + String(repeating: "a", count: 2_000)
    #expect(try endpoint(of: Get(path), among: [many, parts]) == nil)
    #expect(try endpoint(of: Get(path + "/end"), among: [many, parts]) == many)
    #expect(try endpoint(of: Get(segment), among: [many, parts]) == nil)
    #expect(try endpoint(of: Get(segment + "x"), among: [many, parts]) == parts)
  }
}
