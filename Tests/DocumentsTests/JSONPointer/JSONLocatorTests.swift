import AccordDocuments
import Testing

struct JSONLocatorTests {
  @Test(arguments: [
    "$..*", "$", "$.a[::-1]", "$['a','b','a']", "$..[1]", "$.b.c[2]", "$..c", "$.a[0,2,1,1,0].x",
  ])
  func `Every value is found where it is, in whatever order they are asked for`(
    path: String
  ) throws {
    let document = try JSONDocument(
      parsing: """
        {"a": [{"x": 1}, [], {"x": [2, {"y": {}}], "": 3}, "z"], "b": {"c": [1, [2, 3], {"c": 4}]},
         "e": {}, "a b": null, "a": [{"x": true}, 0]}
        """)
    let nodes = try JSONPath(path).select(from: document.root)
    #expect(!nodes.isEmpty)
    for order in [nodes, nodes.reversed(), nodes + nodes] {
      var locator = JSONLocator(document)
      #expect(order.map { locator.location(of: $0) } == order.map(\.location))
    }
  }
}
