import AccordContract
import Testing

struct StepTests {
  private static let id = Variable("id")

  @Test func `Each verb sends its method`() {
    let path = "/a"
    let steps = [
      Get(path), Head(path), Post(path), Put(path), Patch(path), Delete(path), Options(path),
      Request("PROPFIND", path),
    ]
    #expect(
      steps.map(\.writtenRequest) == [
        "GET /a", "HEAD /a", "POST /a", "PUT /a", "PATCH /a", "DELETE /a", "OPTIONS /a",
        "PROPFIND /a",
      ])
    let link = Variable("next", .link)
    #expect(Get(link).writtenRequest == "GET {next}")
    #expect(Request("X", link).writtenRequest == "X {next}")
  }

  @Test func `A variable stays a reference in every place of a request`() {
    let link: (Step) -> [Variable] = { step in
      if case .path(let path) = step.target { path.variables } else { [] }
    }
    let id = Self.id
    #expect(
      [
        Get("/\(id)"), Head("/\(id)"), Post("/\(id)"), Put("/\(id)"), Patch("/\(id)"),
        Delete("/\(id)"), Options("/\(id)"), Request("X", "/\(id)"),
      ].map(link) == Array(repeating: [id], count: 8))
    let step = Get("/\(id)").query("q", "\(id)").header(.accept, "\(id)").auth(.bearer("\(id)"))
      .expect(200) {
        Header(.eTag, "\(id)")
      }
    #expect(step.queryParameters.map(\.value.variables) == [[id]])
    for case .field(_, let value) in step.modifiers { #expect(value?.variables == [id]) }
    guard case .field(_, let pattern)? = step.expectation?.statements.first?.kind,
      case .equals(let template) = pattern.kind
    else {
      Issue.record("\(step)")
      return
    }
    #expect(template.variables == [id])
  }

  @Test func `Text that is no literal stands where a template does`() {
    let text = "x"
    let part = "/a/b".prefix(2)
    let step = Get(part).query("q", text).header(.accept, text).expect(200) {
      Header(.eTag, text)
    }
    #expect(step.writtenRequest == "GET /a?q=x")
    for case .field(_, let value) in step.modifiers { #expect(value?.literal == "x") }
  }

  @Test func `What a step says is read from its modifiers`() {
    let step = Post("/a?x=1").query("q", "v").query("n", 3).named("first").named("last")
      .tags("a", "b").tags("c").disabled("why").knownIssue("bug").timeout(.seconds(2))
      .retry(upTo: 3).eventually(within: .seconds(5), every: .milliseconds(10))
      .followRedirects().auth(.bearer(Self.id)).json(["a": 1])
    #expect(step.writtenTarget == "/a?x=1&q=v&n=3")
    #expect(step.name == "last")
    #expect(step.tags == ["a", "b", "c"])
    #expect(step.disabledReason == "why")
    #expect(step.knownIssue == "bug")
    #expect(step.timeout == .seconds(2))
    #expect(step.retries == 3)
    #expect(step.polling?.within == .seconds(5))
    #expect(step.polling?.interval == .milliseconds(10))
    #expect(step.hopLimit == 10)
    #expect(step.authorization != nil)
    guard case .json? = step.content else {
      Issue.record("\(String(describing: step.content))")
      return
    }
  }

  @Test func `A step that says nothing sends its request once and observes`() {
    let step = Get("/a")
    #expect(step.modifiers.isEmpty && step.expectation == nil)
    #expect(step.name == nil && step.tags == [] && step.retries == 0 && step.hopLimit == 0)
    #expect(step.timeout == nil && step.polling == nil && step.content == nil)
  }

  @Test func `A field of nil is removed, and form fields keep their order`() {
    let step = Post("/a").header(.accept, nil).header("X", "1")
      .form(["z": "1", "a": "\(Self.id)", "z": 2])
    let fields = step.modifiers.compactMap { modifier -> String? in
      if case .field(let name, let value) = modifier {
        "\(name.text)=\(value?.description ?? "nil")"
      } else {
        nil
      }
    }
    #expect(fields == ["Accept=nil", "X=1"])
    guard case .form(let form)? = step.content else {
      Issue.record("\(String(describing: step.content))")
      return
    }
    #expect(form.map { "\($0.name)=\($0.value)" } == ["z=1", "a={id}", "z=2"])
  }

  @Test func `A second expect is remembered as a mistake`() {
    #expect(Get("/a").expect(200).expectation?.isRepeated == false)
    #expect(Get("/a").expect(200).expect(201).expectation?.isRepeated == true)
  }
}
