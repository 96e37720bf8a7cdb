import Foundation
import Testing

/// Mistakes in a contract give one message of one line, at the right column.
@Suite(.enabled(if: Compiler.modules != nil, "the modules were not built beside the tests"))
struct MistakeTests {
  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      Mistake(
        "a misspelt variable in a path",
        """
        let c = Resource("/users") {
          Get("/users/\\(usr)").expect(200)
        }
        """, "4:17: error: cannot find 'usr' in scope"),
      Mistake(
        "a misspelt variable in a pattern",
        """
        let c = Scenario("s") {
          Get("/users/\\(user)").expect(200) {
            JSON(["id": .variable(usr)])
          }
        }
        """, "5:27: error: cannot find 'usr' in scope"),
      Mistake(
        "a misspelt variable in a template's value",
        """
        let c = Resource("/users") {
          Get("/users/{id}", ["id": "\\(usr)"]).expect(200)
        }
        """, "4:32: error: cannot find 'usr' in scope"),
      Mistake(
        "a template's value of another type",
        """
        let c = Resource("/users") {
          Get("/users{?page}", ["page": StatusPattern.success]).expect(200)
        }
        """,
        "4:47: error: cannot convert value of type 'StatusPattern' to expected dictionary value "
          + "type 'TemplateValue'"
      ),
      Mistake(
        "a request inside expect",
        """
        let c = Resource("/users") {
          Get("/users").expect(200) {
            Header(.contentType, "a")
            Get("/users/1")
          }
        }
        """,
        "6:5: error: 'buildExpression' is unavailable: "
          + "a request cannot stand inside .expect { }, only after it"),
      Mistake(
        "a request at the head of expect",
        """
        let c = Resource("/users") {
          Get("/users").expect(200) {
            Get("/users/1").expect(200)
            JSON(["id": 1])
          }
        }
        """,
        "5:5: error: 'buildExpression' is unavailable: "
          + "a request cannot stand inside .expect { }, only after it"),
      Mistake(
        "a string where a status belongs",
        """
        let c = Resource("/users") {
          Get("/users").expect("200") {
            JSON(["id": 1])
          }
        }
        """,
        "4:24: error: cannot convert value of type 'String' to expected argument type "
          + "'StatusPattern'"),
      Mistake(
        "a variable in a plain string",
        """
        let path: String = "/users/\\(user)"
        """,
        "3:29: warning: 'appendInterpolation' is deprecated: a Variable has no value yet; "
          + "interpolate it where a path, field or body is expected [#DeprecatedDeclaration]"),
      Mistake(
        "a statement in a resource",
        """
        let c = Resource("/users") {
          Get("/users").expect(200)
          JSON(["id": 1])
        }
        """,
        "5:3: error: 'buildExpression' is unavailable: "
          + "a statement about a response stands inside .expect { }"),
      Mistake(
        "a statement in a scenario",
        """
        let c = Scenario("s") {
          Get("/users").expect(200)
          Header(.contentType, "a")
        }
        """,
        "5:3: error: 'buildExpression' is unavailable: "
          + "a statement about a response stands inside .expect { }"),
      Mistake(
        "a statement in a clean-up",
        """
        let c = Scenario("s") {
          Get("/users").expect(200)
          Cleanup { JSON(1) }
        }
        """,
        "5:13: error: 'buildExpression' is unavailable: "
          + "a statement about a response stands inside .expect { }"),
      Mistake(
        "a misspelt pattern",
        """
        let c = Resource("/users") {
          Get("/users").expect(200) {
            JSON(["id": .intger])
          }
        }
        """, "5:18: error: type 'JSONPattern' has no member 'intger'"),
      Mistake(
        "a misspelt word of a step",
        """
        let c = Scenario("s") {
          Get("/users").expct(200)
        }
        """, "4:17: error: value of type 'Step' has no member 'expct'"),
      Mistake(
        "a misspelt variable in a target",
        """
        let c = Conformance("c") {
          ProtectedTarget("/account", .bearer(tokn))
        }
        """, "4:39: error: cannot find 'tokn' in scope"),
      Mistake(
        "a misspelt variable in a sample",
        """
        let c = Conformance("c") {
          CollectionTarget("/cart", item: "/cart/{id}").creates(["product": .variable(prodct)])
        }
        """, "4:79: error: cannot find 'prodct' in scope"),
      Mistake(
        "a word of collections said of a document",
        """
        let c = Conformance("c") {
          DocumentTarget("/cart").creates(["product": 7])
        }
        """, "4:27: error: value of type 'DocumentTarget' has no member 'creates'"),
      Mistake(
        "a request among targets",
        """
        let c = Conformance("c") {
          DocumentTarget("/cart")
          Get("/cart")
        }
        """,
        "5:3: error: 'buildExpression' is unavailable: a request stands beside Conformance, not in it"
      ),
      Mistake(
        "a target outside of Conformance",
        """
        let c = Contract("c") {
          DocumentTarget("/cart")
          Get("/cart")
        }
        """,
        "4:3: error: cannot convert value of type 'DocumentTarget' to expected argument type "
          + "'[Component]'"),
      Mistake(
        "a risk that there is not",
        """
        let c = Conformance("c", .allowing(.deleting)) {
          DocumentTarget("/cart")
        }
        """, "3:37: error: type 'ProbeRisk' has no member 'deleting'"),
    ])
  func `A mistake has one message`(mistake: Mistake) throws {
    #expect(try Compiler.messages(for: mistake.source) == [mistake.message])
  }

  @Test(.timeLimit(.minutes(5)))
  func `A contract without a mistake has no message`() throws {
    let source = """
      let path = "/users"
      let c = Contract("c") {
        Get("/users/\\(user)").query("a", "\\(user)").header(.accept, "\\(user)").expect(200) {
          Header(.eTag, "\\(user)")
          JSON(["id": .variable(user), "name": "x \\(user)"])
        }
        Get(path).query("a", path).header(.accept, path).header(.eTag, nil).expect(.success) {
          Header(.eTag, path)
        }
        Get("/users/{id}{?page,tags*}", ["id": .variable(user), "page": 2, "tags": ["a", "\\(user)"]])
        Post(path, ["exact": true, "price": 1.5, "name": .string(path), "f": ["a": 1, "b": "c"]])
        Request("QUERY", "/users/\\(user){?q}", ["q": "\\(path)"]).expect(200)
        Conformance("rules", .profile(.http), .only("http"), .skipping("sec"), .allowing(.mutating)) {
          CollectionTarget(path, item: path + "/{id}").creates(["a": "\\(user)", "b": [1, nil]])
            .replaces(["a": 1]).rejects("x").patches(.merge).idempotencyKey("K").needsPrecondition
          CollectionTarget("/\\(user)").auth(.none)
          DocumentTarget(path).named("\\(path) again")
          ProtectedTarget(path, .basic(user: "u", password: "\\(user)"))
        }
        Resource("/files{/path*}", .example("path", ["a", "b"]), .allows(.get))
        Resource("/files/{id}", .example("id", 1), .example("name", "\\(user)")) { Get("/files/1") }
      }
      """
    #expect(try Compiler.messages(for: source) == [])
  }
}

/// A contract with a mistake in it, and what the compiler says.
struct Mistake: CustomTestStringConvertible {
  let testDescription: String
  let source: String
  let message: String

  init(_ description: String, _ source: String, _ message: String) {
    testDescription = description
    self.source = source
    self.message = message
  }
}
