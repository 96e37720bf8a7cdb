import AccordDocuments
import Testing

@testable import AccordContract

@Suite("Conformance in the language")
struct ConformanceTests {
  private static let token = Variable("token", .secret)

  private static let shop = Conformance("Shop", .profile(.owasp), .strict, .tags("rules")) {
    CollectionTarget("/cart", item: "/cart/{id}")
      .creates(["product": 7]).creates(body: .text("a,b"), type: "text/csv")
      .replaces(["product": 8], type: "application/vnd.shop+json").rejects(["product": "x"])
      .patches(.merge, .json, .merge, member: "note").idempotencyKey().tags("writes")
      .createsByPut.needsPrecondition.named("cart").auth(.none)
      .pages(by: .offset("skip")).allowsOrigin("https://app.example")
    DocumentTarget("/products/\(token)").auth(.bearer(token)).named("product")
      .allowsOrigin("http://localhost:3000")
    ProtectedTarget("/account", .bearer(token)).tags("account", "slow")
    ProtectedTarget("/orders")
  }

  @Test("Targets keep what is said of them, in their order")
  func targets() throws {
    let targets = Self.shop.targets
    #expect(targets.map(\.title) == ["cart", "product", "/account", "/orders"])
    #expect(
      targets.map(\.path.description) == ["/cart", "/products/{token}", "/account", "/orders"])
    #expect(targets.map { $0.authorization != nil } == [true, true, true, false])
    #expect(targets.map { $0.tags.map(\.name) } == [["writes"], [], ["account", "slow"], []])
    let collection = try #require(targets[0].collection)
    #expect(collection.item?.description == "/cart/{id}")
    #expect(collection.samples.map(\.type) == ["application/json", "text/csv"])
    #expect(collection.replacements.map(\.type) == ["application/vnd.shop+json"])
    #expect(collection.rejected.count == 1)
    #expect(
      collection.patchFormats.map(\.type) == [
        "application/merge-patch+json", "application/json-patch+json",
      ])
    #expect(collection.patchedMember == "note")
    #expect(collection.idempotencyKeyField == "idempotency-key")
    #expect(collection.createsByPut && collection.needsPrecondition)
    #expect(collection.paging == .offset("skip"))
    #expect(
      targets.map(\.allowedOrigin) == ["https://app.example", "http://localhost:3000", nil, nil])
    #expect(targets[1].collection == nil)
  }

  @Test(
    "An origin is scheme and host as browsers send them",
    arguments: [
      ("https://app.example", true), ("http://localhost:3000", true), ("http://[::1]:8080", true),
      ("http://[::1]", true), ("capacitor://localhost", true), ("https://a.example:80", true),
      ("https://app.example/", false), ("https://App.example", false), ("app.example", false),
      ("https://app.example:443", false), ("http://a:80", false), ("https://", false),
      ("://a", false), ("https://a:", false), ("https://a:0x", false), ("https://a b", false),
      ("https://ada@a", false), ("https://a?b", false), ("*", false), ("null", false), ("", false),
      ("https://é.example", false),
    ])
  func origins(text: String, isOrigin: Bool) {
    #expect(AllowedOrigin.isOrigin(text) == isOrigin)
  }

  @Test("Each target knows its line, in a loop too")
  func locations() {
    let line = #line
    let conformance = Conformance("c") {
      DocumentTarget("/a")
      for path in ["/b", "/c"] {
        DocumentTarget(path)
      }
      if line > 0 { CollectionTarget("/d") }
    }
    #expect(conformance.targets.map(\.path.description) == ["/a", "/b", "/c", "/d"])
    #expect(conformance.targets.map(\.location.line) == [2, 4, 4, 6].map { line + $0 })
    #expect(conformance.targets[0].location.column == 7)
  }

  @Test("It is a component of a contract, and knows its line there")
  func component() {
    let contract = Contract("c") {
      Get("/a")
      Self.shop
    }
    guard case .conformance(let conformance)? = contract.components.last else {
      Issue.record("the last component is \(contract.components)")
      return
    }
    #expect(conformance.location.line == #line - 6)
  }

  @Test("One alone is a contract of its name, which says how the server is reached")
  func alone() {
    let contract = Contract(
      Conformance("Shop", .baseURL("http://h"), .tags("a"), .strict) { DocumentTarget("/a") })
    #expect(contract.name == "Shop")
    #expect(contract.traits.count == 1)
    guard case .conformance(let conformance)? = contract.components.first else {
      Issue.record("there is no component")
      return
    }
    #expect(conformance.traits.count == 2)
  }

  @Test(
    "The path of items has exactly one name in braces",
    arguments: [
      ("/cart/{id}", nil), ("/cart/{id_2}/lines", nil), ("/cart?id={id}", nil),
      ("/cart", .noName), ("/{a}/{b}", .severalNames(["a", "b"])), ("/cart/{}", .notAName("")),
      ("/cart/{?id}", .notAName("?id")), ("/cart{/path*}", .notAName("/path*")),
      ("/cart/{id", .loneBrace("{")), ("/cart/id}", .loneBrace("}")),
      ("/cart/{{id}}", .loneBrace("{")),
    ] as [(String, ItemTemplate.Problem?)])
  func item(path: String, problem: ItemTemplate.Problem?) {
    #expect(ItemTemplate.problem(of: Template(path)) == problem)
  }

  @Test("A variable in the path of items is no name of it")
  func itemWithVariable() {
    let shop = Variable("shop")
    #expect(ItemTemplate.problem(of: "/shops/\(shop)/items/{id}") == nil)
    #expect(ItemTemplate.problem(of: "/shops/\(shop)/items") == .noName)
  }

  @Test(
    "Words that say nothing alone are found",
    arguments: [
      (CollectionTarget("/a"), []),
      (CollectionTarget("/a").rejects(1), []),
      (CollectionTarget("/a").creates(1).replaces(2).patches(.json).idempotencyKey("K"), []),
      (CollectionTarget("/a").replaces(2), [.replaces]),
      (CollectionTarget("/a").patches(.json).idempotencyKey(), [.patches, .idempotencyKey]),
      (CollectionTarget("/a", item: "/a/{id}").replaces(2).createsByPut, []),
      (CollectionTarget("/a", item: "/a/{id}").createsByPut, [.createsByPut]),
      (CollectionTarget("/a").creates(1).createsByPut, [.createsByPut]),
      (CollectionTarget("/a").createsByPut, [.createsByPut, .createsByPut]),
    ] as [(CollectionTarget, [TargetedCollection.Word])])
  func idleWords(target: CollectionTarget, words: [TargetedCollection.Word]) {
    #expect(target.collection.idleWords.map(\.word) == words)
  }

  @Test("A value of a document keeps its order and all its digits")
  func value() throws {
    let text = #"{"b":1.50,"a":[null,true,"\u00e9\n",9007199254740993,{}],"b2":-0}"#
    let document = try JSONDocument(parsing: text)
    var writer = JSONWriter()
    JSONValue(document.root).write(to: &writer, Bindings())
    let expected = "{\"b\":1.50,\"a\":[null,true,\"é\\n\",9007199254740993,{}],\"b2\":-0}"
    #expect(writer.text == expected)
  }
}
