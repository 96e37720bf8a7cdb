import AccordContract
import Testing

@Suite("User-Agent")
struct UserAgentTests {
  @Test(
    "Products and comments are one",
    arguments: [
      "accord/0.1.0", "gate", "gate/1.2 (+https://example.com)", "a/1 b/2\tc", "a (b (c) \\) d)",
      "Mozilla/5.0 (X11; Linux x86_64) gate/1", "a (größe)",
    ])
  func wellFormed(text: String) { #expect(UserAgent.isWellFormed(text)) }

  @Test(
    "Anything else is none",
    arguments: [
      "", " ", "a/", "/1", "a/1/2", "(only a comment)", "a (open", "a )", "a b@c", "a\r\nX: y",
      "a (b\u{7}c)", "a ", " a", "größe/1", "a(b)", "a (b)c", "a (b\\",
    ])
  func malformed(text: String) { #expect(!UserAgent.isWellFormed(text)) }
}
