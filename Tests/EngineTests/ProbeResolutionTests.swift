import AccordConformance
import AccordContract
import AccordDocuments
import AccordHTTP
import Testing

@testable import AccordEngine

@Suite("Targets with the values of their variables")
struct ProbeResolutionTests {
  private func resolution(
    _ conformance: Conformance, bindings: [String: BoundValue] = [:], repetition: Int = 1,
    change: (inout RunOptions) -> Void = { _ in }
  ) throws -> ProbeResolution {
    let plan = try plan(Contract(conformance))
    var options = RunOptions(baseURL: try BaseURL(parsing: "http://h/v1"), seed: 1)
    options.bindings = bindings
    change(&options)
    return ProbeResolution(
      try #require(plan.probes.first), of: plan, options, repetition: repetition, timestamp: 7)
  }

  private func resolve(
    _ conformance: Conformance, bindings: [String: BoundValue] = [:],
    change: (inout RunOptions) -> Void = { _ in }
  ) throws -> [ResolvedTarget] {
    try resolution(conformance, bindings: bindings, change: change).targets().map {
      try $0.outcome.get()
    }
  }

  private static let shop = Variable("shop")
  private static let token = Variable("token", .secret)

  @Test("Values stand in paths, items and contents, below the base URL")
  func values() throws {
    let found = try resolve(
      Conformance("p", .timeout(.seconds(3))) {
        CollectionTarget("/\(Self.shop)/items", item: "/\(Self.shop)/items/{id}")
          .creates(["shop": .variable(Self.shop)])
          .creates(body: .text("é,\(Self.shop)"), type: "text/csv")
          .replaces(["a": 1.5]).rejects("x").patches(.json, .merge, member: "m").idempotencyKey("K")
          .createsByPut.needsPrecondition.pages(by: .number("p", first: 0))
          .allowsOrigin("https://app.example")
      }, bindings: ["shop": .text("a/b")])
    let target = try #require(found.first?.target)
    #expect(target.name == "/{shop}/items")
    #expect(target.url == "http://h/v1/a%2Fb/items")
    let collection = try #require(target.collection)
    #expect(collection.item == "http://h/v1/a%2Fb/items/{id}")
    #expect(
      collection.samples.map { String(decoding: $0.octets, as: UTF8.self) } == [
        #"{"shop":"a/b"}"#, "é,a/b",
      ])
    #expect(collection.samples.map(\.type) == ["application/json", "text/csv"])
    #expect(collection.replacement?.octets == Array(#"{"a":1.5}"#.utf8))
    #expect(collection.rejected.map(\.octets) == [Array(#""x""#.utf8)])
    #expect(
      collection.patchTypes == ["application/json-patch+json", "application/merge-patch+json"])
    #expect(collection.patchedMember == "m")
    #expect(collection.idempotencyKeyField == "K")
    #expect(collection.createsByPut && collection.needsPrecondition)
    #expect(collection.paging == ProbedPaging(parameter: "p", count: .pages(first: 0)))
    #expect(target.allowedOrigin == "https://app.example")
    #expect(found[0].limits.total == .seconds(3))
    #expect(found[0].allowed == [.readOnly, .throwaway])
    #expect(found.last?.target.kind == .server)
    #expect(found.last?.target.url == target.url)
  }

  @Test("Credentials are apart from fields, so that a request can be nobody's")
  func credentials() throws {
    let found = try resolve(
      Conformance("p", .auth(.bearer("sesame-outer")), .header("X-A", "1"), .userAgent("me/1")) {
        DocumentTarget("/a")
        DocumentTarget("/b").auth(.none)
        ProtectedTarget("/c?x=1", .apiKey("\(Self.token)", in: .query("k y")))
        ProtectedTarget("/d", .digest(user: "u", password: "sesame-2"))
      }, bindings: ["token": .text("sesame 3")])
    for target in found {
      let request = HTTPRequest(url: "", fields: target.fields)
      #expect(request.written == ["X-A: 1", "User-Agent: me/1"])
    }
    var requests = found.map { target in
      var request = HTTPRequest(url: target.target.url, fields: target.fields)
      if let credential = target.credential { request.carry(credential) }
      return request
    }
    #expect(requests[0].written.last == "Authorization: Bearer sesame-outer")
    #expect(requests[1].written == ["X-A: 1", "User-Agent: me/1"])
    #expect(found[2].target.url == "http://h/v1/c?x=1")
    #expect(requests[2].url == "http://h/v1/c?x=1&k%20y=sesame%203")
    #expect(found[3].credential?.isDynamic == true)
    // Credentials in place of those that are there.
    requests[0].carry(Credential(form: .field(name: "authorization", value: "x"), secrets: []))
    #expect(requests[0].written == ["X-A: 1", "User-Agent: me/1", "authorization: x"])
  }

  @Test("Credentials that a trait writes as a field are credentials")
  func written() throws {
    let found = try resolve(
      Conformance("p", .header(.authorization, "Token \(Self.token)")) {
        DocumentTarget("/a")
        DocumentTarget("/b").auth(.none)
        ProtectedTarget("/c", .bearer("sesame-2"))
      }, bindings: ["token": .text("sesame-1")])
    #expect(found.allSatisfy { $0.fields.isEmpty })
    let values = found.map { target -> String? in
      if case .field(_, let value)? = target.credential?.form { value } else { nil }
    }
    #expect(
      values == ["Token sesame-1", nil, "Bearer sesame-2", "Token sesame-1"])
    #expect(found[0].credential?.secrets == ["Token sesame-1"])
  }

  @Test("Only reading is allowed where the run only reads")
  func readOnly() throws {
    let conformance = Conformance("p", .allowing(.mutating, .intrusive)) {
      CollectionTarget("/a").creates(1)
    }
    #expect(try resolve(conformance)[0].allowed == Set(SafetyClass.allCases))
    #expect(try resolve(conformance) { $0.isReadOnly = true }[0].allowed == [.readOnly])
  }

  @Test("What cannot be sent hinders its own target only")
  func problems() throws {
    let conformance = Conformance("p") {
      DocumentTarget("/a")
      DocumentTarget("/\(Self.shop)/b")
      ProtectedTarget("/c", .bearer("\(Self.token)"))
    }
    let outcomes = try resolution(
      conformance, bindings: ["shop": .text(".."), "token": .text("a\nb-long")]
    ).targets().map { target -> String in
      switch target.outcome {
      case .success(let resolved): resolved.target.url
      case .failure(let problem): String("\(problem)".prefix { $0 != "(" })
      }
    }
    #expect(
      outcomes == ["http://h/v1/a", "dotSegment", "unusableFieldValue", "http://h/v1/a"])
  }

  @Test("Generated values are one for a probe, another for each repetition, and told as secrets")
  func generated() throws {
    let key = Variable("key", .uuid, .secret)
    let number = Variable("number", .counter)
    let conformance = Conformance("p") {
      DocumentTarget("/\(key)/\(number)")
      ProtectedTarget("/b", .bearer(key))
    }
    let first = try resolution(conformance)
    let second = try resolution(conformance, repetition: 2) { $0.repetitions = 2 }
    let secret = try #require(first.secrets.first)
    #expect(secret.name == "key")
    let urls = try first.targets().map { try $0.outcome.get().target.url }
    #expect(urls[0] == "http://h/v1/\(secret.value)/1")
    #expect(second.secrets.first?.value != secret.value)
    #expect(try second.targets()[0].outcome.get().target.url.hasSuffix("/2"))
    // The same run again is the same.
    #expect(try resolution(conformance).secrets.first?.value == secret.value)
  }
}
