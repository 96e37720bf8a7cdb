import AccordContract
import AccordHTTP
import Testing

@testable import AccordArchives
@testable import AccordEngine

@Suite("Judging what other programs recorded")
struct ForeignArchiveTests {
  @Test("A scenario is judged whole: captured values find the steps after it")
  func scenario() throws {
    let item = Variable("item")
    let contract = Contract("C") {
      Scenario("S") {
        Post("/cart").expect(201) { Capture(item, .json("$.id")) }
        Get("/cart/\(item)").query("a", "b c").expect(200) { JSON(["id": .variable(item)]) }
        Delete("/cart/\(item)").expect(204) { NoBody() }
        Get("/cart/\(item)").expect(404)
      }
    }
    let archive = try archive(
      browser(
        entry("GET", "https://x.org/cart/42", 200, #"{"id": 0}"#),
        entry("POST", "https://x.org/cart", 201, #"{"id": 42}"#),
        entry("GET", "https://x.org/other", 500, "{}"),
        entry("GET", "https://x.org/cart/43?a=b%20c", 500, "{}"),
        entry("GET", "https://x.org/cart/42?a=b%20c#top", 200, #"{"id": 42}"#),
        entry("DELETE", "https://x.org/cart/42", 204),
        entry("GET", "https://x.org/cart/42", 404, "{}")))
    #expect(
      try judged(archive, by: contract).map(account) == ["passed", "passed", "passed", "passed"])
  }

  @Test("An exchange is for one step, in their order; a step without one is skipped")
  func once() throws {
    let contract = Contract("C") {
      Get("/a").named("first").expect(200)
      Get("/a").named("second").expect(201)
      Get("/a").named("third").expect(200)
      Post("/a").expect(200)
      Get("/b").expect(200)
    }
    let archive = try archive(
      browser(
        entry("GET", "http://h/a", 200, "{}"), entry("GET", "http://h/a", 500, "{}"),
        entry("GET", "http://h/b?c", 200, "{}")))
    #expect(
      try judged(archive, by: contract).map(account) == [
        "passed", "failed 1", "skipped not-recorded", "skipped not-recorded",
        "skipped not-recorded",
      ])
  }

  @Test("Where a value is not known, any stands for it, and the query does not count")
  func template() throws {
    let name = Variable("name", .uuid)
    let contract = Contract("C") {
      Put("/users/\(name)/x").query("q", "\(name)").expect(200)
      Get("/{+path}", ["path": "\(name)"]).expect(200)
    }
    let archive = try archive(
      browser(
        entry("PUT", "http://h/users/a/b/x", 500, "{}"),
        entry("PUT", "http://h/users/a%2Fb/x?q=9", 200, "{}"),
        entry("GET", "http://h/", 500, "{}"), entry("GET", "http://h/a", 200, "{}")))
    #expect(try judged(archive, by: contract).map(account) == ["passed", "passed"])
  }

  @Test("Only what was sent below the URL counts, where one is given")
  func base() throws {
    let contract = Contract("C") { Get("/a").expect(200) }
    let text = browser(
      entry("GET", "https://other.org/v1/a", 500, "{}"),
      entry("GET", "https://x.org/a", 500, "{}"), entry("GET", "https://x.org/v1/a", 200, "{}"))
    #expect(
      try judged(archive(text), by: contract, url: "https://x.org/v1/").map(account) == ["passed"])
    #expect(try judged(archive(text), by: contract).map(account) == ["failed 1"])
  }

  @Test("Redirects are followed as far as the step follows them")
  func redirects() throws {
    let hop = entry("GET", "http://h/a", 302, "", fields: [("Location", "b")])
    let end = entry("GET", "http://h/b", 200, "{}")
    let contract = Contract("C") {
      Get("/a").followRedirects().expect(200) { Within(.milliseconds(25)) }
    }
    let followed = try judged(archive(browser(hop, end)), by: contract)
    #expect(followed.map(account) == ["passed"])
    #expect(followed.first?.exchanges.count == 2)
    let stays = Contract("C") { Get("/a").expect(302) { Header(.location, "b") } }
    #expect(try judged(archive(browser(hop, end)), by: stays).map(account) == ["passed"])
  }

  @Test(
    "The parts of a URL end at octets, whatever characters those begin",
    arguments: ["http://h/a#\u{301}b", "http://h/a", "x://h\u{301}/a#/b", "http://h/\u{301}/a"])
  func octets(url: String) throws {
    let contract = Contract("C") { Get("/a").expect(200) }
    let archive = try archive(browser(entry("GET", url, 200, "{}")))
    let isThere = url != "http://h/\u{301}/a"
    #expect(
      try judged(archive, by: contract).map(account)
        == [isThere ? "passed" : "skipped not-recorded"])
  }

  @Test(
    "Many entries are not gone through for each step, whatever the order of the two",
    .timeLimit(.minutes(1)), arguments: [false, true])
  func many(isShaped: Bool) throws {
    let count = 10_000
    let id = Variable("id")
    var entries = ForeignEntries()
    for number in 0..<count {
      let url = "http://h/items/\(number)"
      entries.add(
        Exchange(
          request: HTTPRequest(method: "GET", url: url),
          result: .success(HTTPResponse(status: 200, fields: HTTPFields([]), body: []))),
        at: EntryPlace(range: 0..<1, entry: number))
    }
    var places: [Int] = []
    for unit in 0..<count {
      let step = isShaped ? Get("/items/\(id)") : Get("/items/\(String(count - 1 - unit))")
      let sought = SoughtStep(
        step, id: "\(unit)", repetition: 1, unit: unit, baseURL: nil, bindings: Bindings())
      places += entries.takePlaces(of: sought).map(\.entry)
    }
    #expect(places == (isShaped ? Array(0..<count) : (0..<count).reversed()))
  }

  @Test("Time is what was recorded")
  func time() throws {
    func contract(_ limit: Duration) -> Contract {
      Contract("C") { Get("/a").expect(200) { Within(limit) } }
    }
    let text = browser(entry("GET", "http://h/a", 200, "{}"))
    #expect(
      try judged(archive(text), by: contract(.microseconds(12_500))).map(account) == ["passed"])
    #expect(
      try judged(archive(text), by: contract(.microseconds(12_499))).map(account) == ["failed 1"])
  }

  @Test("A body that was not recorded is an error where it is needed, and no failure")
  func noBody() throws {
    let contract = Contract("C") {
      Get("/a").expect(200) {
        JSON(["a": 1])
        Header(.contentType, "application/json")
      }
      Get("/b").expect(200) { Header(.contentType, "application/json") }
      Get("/c").expect(404) { JSON(["a": 1]) }
      Get("/d").expect(204) { NoBody() }
    }
    let archive = try archive(
      browser(
        entry("GET", "http://h/a", 200), entry("GET", "http://h/b", 200),
        entry("GET", "http://h/c", 200), entry("GET", "http://h/d", 204)))
    #expect(
      try judged(archive, by: contract).map(account) == [
        "error recording", "passed", "failed 1", "passed",
      ])
  }

  @Test(
    "Text of another charset has its octets again, where they can be told",
    arguments: [
      ("text/plain; charset=ISO-8859-1", "passed"), ("text/plain; charset=utf-8", "passed"),
      ("text/plain; charset=shift_jis", "error recording"),
    ])
  func charset(_ type: String, outcome: String) throws {
    let contract = Contract("C") { Get("/a").expect(200) { Text("h\u{E9}") } }
    let recorded = entry("GET", "http://h/a", 200, "h\u{E9}", type: type)
      .replacing(#""size": 3"#, with: #""size": 2"#)
    #expect(try judged(archive(browser(recorded)), by: contract).map(account) == [outcome])
  }

  @Test("What a browser never got an answer to is an error")
  func unanswered() throws {
    let contract = Contract("C") { Get("/a").expect(200) }
    let archive = try archive(browser(entry("GET", "http://h/a", 0)))
    #expect(try judged(archive, by: contract).map(account) == ["error connection"])
  }
}
