import Accord

private let filler = String(repeating: "The quick brown fox jumps over the lazy dog. ", count: 12)
private let robots = """
  User-agent: *
  Disallow: /private/
  Allow: /

  """

/// What is too long for a line is shown as a diff.
let differencesContract = Contract("Differences") {
  Get("/long").named("long text").expect(200) { Text(.equal(to: filler)) }
  Get("/robots.txt").named("lines").expect(200) { Text(.equal(to: robots)) }
  Get("/long.json").named("a long string of JSON").expect(200) {
    JSON(["text": .string(filler)])
  }
  Get("/long.json").named("a large value").expect(200) {
    JSON(["list": ["id": .integer, "name": .string]])
    JSON("$.list", .count(2))
    JSONSchema(["properties": ["list": ["type": "object"]], "required": ["lists"]])
  }
  Get("/long.xml").named("a long text of XML").expect(200) {
    XML(equals: "<a><b>\(filler)</b></a>")
    XML("/a/b", .string(filler))
  }
  Get("/long.json").named("a field").expect(200) { Header("X-Long", .equal(to: filler)) }
}
