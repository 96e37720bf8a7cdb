import AccordArchives
import AccordContract
import AccordEngine
import AccordHTTP
import Testing

/// What of a recording was redacted or cut is never a failure.
@Suite("Judging what was not recorded")
struct LostPartTests {
  private static let secret = "hunter2-hunter2"

  /// Judges one answer in which a secret stood.
  private func outcome(
    of expected: Step, body: String = #"{"token": "hunter2-hunter2", "user": {"name": "Ada"}}"#,
    given: [String: String] = [:]
  ) throws -> String {
    let contract = Contract("C") { expected }
    let archive = try recorded(contract, secrets: [Self.secret]) { record in
      record.exchanges = [
        exchange(
          "GET", "/a", 200, body,
          fields: [
            ("Content-Type", "application/json"), ("X-Token", "Bearer \(Self.secret)"),
            ("X-Plain", "1"),
          ])
      ]
    }
    return try judged(archive, by: contract, given: given).map(account).joined()
  }

  @Test(
    "A statement that holds whatever the secret is passes; one that needs it is an error",
    arguments: [
      (Get("/a").expect(200) { JSON(["token": .string, "user": ["name": "Ada"]]) }, "passed"),
      (Get("/a").expect(200) { JSON(["token": "hunter2-hunter2"]) }, "error recording"),
      (Get("/a").expect(200) { JSON(["token": .matches("^h")]) }, "error recording"),
      (Get("/a").expect(200) { JSON(["token": "***"]) }, "error recording"),
      (Get("/a").expect(200) { JSON(["token": .count(15)]) }, "error recording"),
      // What else is wrong with the same body is not told apart from what the secret does.
      (Get("/a").expect(200) { JSON(["user": ["name": "Eve"]]) }, "error recording"),
      (Get("/a").expect(200) { JSON(["user": ["name": "Ada"]]) }, "passed"),
      (Get("/a").expect(200) { Header("X-Token", .hasPrefix("Bearer ")) }, "passed"),
      (Get("/a").expect(200) { Header("X-Token", "Bearer hunter2-hunter2") }, "error recording"),
      (Get("/a").expect(200) { Header("X-Plain", "2") }, "failed 1"),
      (Get("/a").expect(404) { JSON(["token": "x"]) }, "failed 1"),
      (
        Get("/a").expect(200) {
          Check("it has it") { try $0.json("$.token") == "hunter2-hunter2" }
        }, "error recording"
      ),
      (Get("/a").expect(200) { Body(.count(53)) }, "error recording"),
      (Get("/a").expect(200) { Within(.seconds(1)) }, "passed"),
    ])
  func redacted(_ step: Step, expected: String) throws {
    #expect(try outcome(of: step) == expected)
  }

  @Test("A number that was redacted leaves JSON that can be judged")
  func number() throws {
    let contract = Contract("C") { Get("/a").expect(200) { JSON(["pin": .any, "b": 2]) } }
    let archive = try recorded(contract, secrets: ["90210"]) { record in
      record.exchanges = [exchange("GET", "/a", 200, #"{"pin": 90210, "b": 2}"#)]
    }
    // Whether it was a number or text is not known any more.
    #expect(try judged(archive, by: contract).map(account) == ["error recording"])
  }

  @Test("A secret that is given again is tried too: only what holds for it as well passes")
  func given() throws {
    let token = Variable("token", .secret)
    let step = Get("/a").expect(200) { JSON(["token": .not(.variable(token))]) }
    #expect(try outcome(of: step, given: ["token": "quite \"another\""]) == "error recording")
    // Without it there is nothing to compare with.
    #expect(try outcome(of: step) == "error recording")
  }

  @Test("What a redacted answer bound is not known to the steps after it")
  func captured() throws {
    let session = Variable("session", .secret)
    let name = Variable("name")
    let contract = Contract("C") {
      Scenario("S") {
        Post("/login").expect(201) {
          Capture(session, .json("$.token"))
          Capture(name, .json("$.name"))
        }
        Get("/s/\(session)").expect(200) { JSON(["name": .variable(name)]) }
        Get("/t").expect(200) { Text(.not(.variable(session))) }
      }
    }
    let archive = try recorded(contract, secrets: [Self.secret]) { record in
      switch record.ordinal {
      case 1:
        record.exchanges = [
          exchange("POST", "/login", 201, #"{"token": "\#(Self.secret)", "name": "Ada"}"#)
        ]
      case 2: record.exchanges = [exchange("GET", "/s/\(Self.secret)", 200, #"{"name": "Ada"}"#)]
      default: record.exchanges = [exchange("GET", "/t", 200, "nothing")]
      }
    }
    #expect(
      try judged(archive, by: contract).map(account) == ["passed", "passed", "error recording"])
  }

  @Test(
    "Of a body that was cut only what needs none of it is judged",
    arguments: [
      (Get("/a").expect(200) { JSON(["a": 1]) }, "error recording"),
      (Get("/a").expect(200) { Text(.hasPrefix("aaa")) }, "error recording"),
      (Get("/a").expect(200) { NoBody() }, "failed 1"),
      (Get("/a").expect(404) { Text("x") }, "failed 1"),
      (Get("/a").expect(200), "passed"),
    ])
  func cut(_ step: Step, expected: String) throws {
    let contract = Contract("C") { step }
    let archive = try recorded(contract, isTroubled: true) { record in
      record.outcome = .failed
      record.exchanges = [exchange("GET", "/a", 200, String(repeating: "a", count: 100))]
    }
    #expect(try judged(archive, by: contract).map(account) == [expected])
  }

  @Test("What was generated comes from the seed and the unit's number again")
  func generated() throws {
    let id = Variable("id", .uuid)
    let now = Variable("now", .timestamp)
    let contract = Contract("C") {
      Get("/other").expect(200)
      Post("/a").json(["id": .variable(id)]).expect(200) {
        JSON(["id": .variable(id), "now": .variable(now)])
      }
    }
    var bindings: [String] = []
    let archive = try recorded(contract, seed: .max) { record in
      record.unitTimestamp = 1_800_000_000
      // As the live run has it: unit 1 of seed .max.
      let value = LostPartTests.uuid(seed: .max, unit: record.unit)
      bindings.append(value)
      record.exchanges = [
        exchange("POST", "/a", 200, #"{"id": "\#(value)", "now": "1800000000"}"#)
      ]
    }
    #expect(Set(bindings).count == 2)
    #expect(try judged(archive, by: contract).map(account) == ["passed", "passed"])
  }
}
