import AccordContract
import Testing

struct ValueTests {
  private static let cart = Variable("cart")

  @Test func `A template keeps variables as references and other values as text`() {
    let id = 7
    let template: Template = "/cart/\(Self.cart)/items/\(id)/\("x")"
    #expect(template.description == "/cart/{cart}/items/7/x")
    #expect(template.variables == [Self.cart])
    #expect(template.literal == nil)
    #expect(
      template.parts == [.literal("/cart/"), .variable(Self.cart), .literal("/items/7/x")])
    #expect(("" as Template).literal == "")
    #expect(Template("a\(id)").literal == "a7")
    #expect((10 as Template).literal == "10")
    #expect(("\(Self.cart)" as Template).parts == [.variable(Self.cart)])
  }

  @Test func `A template has its text when all variables are bound`() {
    let template: Template = "/\(Self.cart)/\(Variable("item"))"
    #expect(Bindings(["cart": .text("a b")]).text(template) == nil)
    #expect(Bindings(["cart": .text("a b"), "item": .link("/x")]).text(template) == "/a b//x")
  }

  @Test(
    arguments: [
      (0 as JSONValue, "0"), (-1, "-1"), (9_223_372_036_854_775_807, "9223372036854775807"),
      (-9_223_372_036_854_775_808, "-9223372036854775808"),
      (9_223_372_036_854_775_808, "9223372036854775808"),
      (-9_223_372_036_854_775_809, "-9223372036854775809"),
      (18_446_744_073_709_551_615, "18446744073709551615"),
      // Its lower word is 0, so that negating it carries.
      (-18_446_744_073_709_551_616, "-18446744073709551616"),
      (1_000_000_000_000_000_000_000_000_000_000, "1000000000000000000000000000000"),
      (
        1_234_567_890_123_456_789_012_345_678_901_234_567_890,
        "1234567890123456789012345678901234567890"
      ),
      (
        -1_234_567_890_123_456_789_012_345_678_901_234_567_890,
        "-1234567890123456789012345678901234567890"
      ),
      (1.5, "1.5"), (0.1, "0.1"), (1.0, "1"), (1e300, "1e+300"), (.number("1.000"), "1.000"),
      (.number(Double.infinity), "inf"), (.integer(3), "3"),
    ] as [(JSONValue, String)])
  func `A number keeps all its digits`(value: JSONValue, text: String) {
    guard case .number(let number) = value.kind else {
      Issue.record("no number: \(value)")
      return
    }
    #expect(number.text == text)
  }

  @Test(arguments: ["abc", "", "01", "1.", "inf", "0x1", " 1", "1 "])
  func `Text that is no number has no value`(text: String) {
    #expect(NumberText(text).value == nil)
  }

  @Test func `The members of an object keep their order`() {
    let value: JSONValue = ["z": 1, "a": [true, nil, "x \(Self.cart)"], "m": .variable(Self.cart)]
    guard case .object(let members) = value.kind else {
      Issue.record("no object: \(value)")
      return
    }
    #expect(members.map(\.name.description) == ["z", "a", "m"])
    let pattern: JSONPattern = .exactly(["z": 1, "a": 2, "m": 3])
    guard case .object(let memberPatterns, isClosed: true) = pattern.kind else {
      Issue.record("no closed object: \(pattern)")
      return
    }
    #expect(memberPatterns.map(\.name) == ["z", "a", "m"])
  }

  @Test func `A variable says what its traits are`() {
    let plain = Variable("a")
    #expect(!plain.isSecret && plain.conversion == nil && plain.generator == nil && !plain.isLink)
    let secret = Variable("a", .secret, .integer, .random(1...6))
    #expect(secret.isSecret)
    #expect(secret.conversion == .integer)
    #expect(secret.generator == .random(1...6))
    #expect(Variable("a", .link).isLink)
    #expect(Variable("a", .uuid).generator == .uuid)
    #expect(Variable("a", .default("x")).generator == .constant("x"))
    #expect(plain != secret)
  }

  @Test func `Field names differ by more than case, and methods by case`() {
    #expect(FieldName("ETag") == FieldName("etag"))
    #expect(Set([FieldName("ETag"), "etag", "E-Tag"]).count == 2)
    #expect(FieldName("X-1").isToken && !FieldName("X 1").isToken && !FieldName("").isToken)
    #expect(Method("get") != .get)
  }

  @Test(
    arguments: [
      (200, "200", [200], [201]), (.oneOf(204, 404), "204 or 404", [204, 404], [200]),
      (.in(200...299), "200-299", [200, 299], [199, 300]),
      (.success, "200-299", [200, 299], [300]), (.redirection, "300-399", [300, 399], [299, 400]),
      (.clientError, "400-499", [400, 499], [399, 500]),
      (.serverError, "500-599", [500, 599], [499, 600]), (.any, "any status", [100, 599, 999], []),
      (StatusPattern(418), "418", [418], [200]),
    ] as [(StatusPattern, String, [Int], [Int])])
  func `A status pattern matches what it says`(
    pattern: StatusPattern, description: String, matching: [Int], others: [Int]
  ) {
    #expect(pattern.description == description)
    #expect(matching.allSatisfy(pattern.matches))
    #expect(!others.contains(where: pattern.matches))
  }
}
