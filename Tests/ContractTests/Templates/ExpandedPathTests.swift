import AccordContract
import Testing

struct ExpandedPathTests {
  private static let v = Variable("v")

  @Test(
    arguments: [
      ("/a/{x}", "..", "x"), ("/a/{x}", ".", "x"), ("/a/{x}", "", "x"), ("/{x}/b", "..", "x"),
      ("/a/.{x}", ".", "x"), ("/a/{x}.", ".", "x"), ("/a/{x}{?q}", "..", "x"),
      ("/a/{x}?q=1", "", "x"), ("/a/{x}{;q}", "..", "x"), ("/a{/x}", "..", "x"),
      ("/a{/x}", "", "x"), ("/a/{+x}", "..", "x"), ("/a/{+x}", "b/../c", "x"),
      ("/a/{+x}", "b/%2e%2E/c", "x"), ("/a/{+x}", ".%2E", "x"), ("/a/{+x}", "..;p/c", "x"),
      ("/a/{+x}..", "b/", "x"), ("/a/..{+x}", "/b", "x"), ("/a/..{+x}", "?b", "x"),
      ("/a/{+x}", "", "x"), ("/a/{+x}/b", "..", "x"), ("/a/{x:1}", ".x", "x"),
    ])
  func `A value cannot make a segment that leads elsewhere`(
    template: String, value: String, variable: String
  ) {
    #expect(expanded(template, value)?.hazard == .segment(variable: variable))
  }

  @Test(arguments: [("/a/{+x}", "b#c"), ("/a/{+x}/d", "#"), ("/a?q={+x}", "#"), ("{+x}", "b#")])
  func `A value cannot cut the path off`(template: String, value: String) {
    #expect(expanded(template, value)?.hazard == .delimiter("#", variable: "x"))
  }

  @Test(arguments: [("/a/{+x}/d", "b?c"), ("/a/{+x}d", "?"), ("/a/{+x}?q=1", "b?c")])
  func `A value cannot begin a query in the midst of the path`(template: String, value: String) {
    #expect(expanded(template, value)?.hazard == .delimiter("?", variable: "x"))
  }

  @Test(arguments: [
    ("/a/{x}", "...", "/a/..."), ("/a/{x}", "../b", "/a/..%2Fb"),
    ("/a/{x}", "%2e%2e", "/a/%252e%252e"),
    ("/a/b{x}", "", "/a/b"), ("/a/../{x}", "b", "/a/../b"), ("/a/..{/x}", "b", "/a/../b"),
    ("/a{.x}", "", "/a."), ("/a{;x}", "..", "/a;x=.."), ("/a{?x}", "..", "/a?x=.."),
    ("/a{?x}", "/../", "/a?x=%2F..%2F"), ("/a?q=/{+x}", "../b", "/a?q=/../b"),
    ("/a/{+x}", "b/c?d", "/a/b/c?d"), ("/a/{+x}", "b//c", "/a/b//c"), ("/a/{x}", "b#c", "/a/b%23c"),
    ("/a/{+x}", "b c\r\nd\u{0}é\\", "/a/b%20c%0D%0Ad%00%C3%A9%5C"),
    ("/a/{+x}", "%41%4", "/a/%41%254"),
    ("/a//{x}", "b", "/a//b"), ("/a/{x}/", "b", "/a/b/"),
  ])
  func `Any other value is encoded as its operator says`(
    template: String, value: String, text: String
  ) {
    #expect(expanded(template, value)?.text == text)
    #expect(expanded(template, value)?.hazard == nil)
  }

  private func expanded(_ template: String, _ value: String) -> ExpandedPath? {
    TemplatedPath(Template(template), [("x", "\(Self.v)")])
      .expanded(Bindings(["v": .text(value)]))
  }
}
