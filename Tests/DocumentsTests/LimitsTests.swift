import AccordDocuments
import Testing

/// Holds the article `Limits` of the documentation to the code.
struct LimitsTests {
  private let table = try? LimitsTable()

  private static let types: [(name: String, standard: any Sendable)] = [
    ("JSONShape.Limits", JSONShape.Limits()), ("JSONPathLimits", JSONPathLimits.standard),
    ("PatternLimits", PatternLimits.standard), ("XMLLimits", XMLLimits.standard),
    ("XPathLimits", XPathLimits.standard),
  ]

  @Test(arguments: types.indices)
  func `Each property of a type of limits has the documented figure`(index: Int) throws {
    let table = try #require(table)
    let (name, standard) = Self.types[index]
    var properties: Set<String> = []
    for case (let property?, let value as Int) in Mirror(reflecting: standard).children {
      properties.insert(property)
      #expect(try table.figure("\(name).\(property)") == value, "\(name).\(property)")
    }
    #expect(properties == table.properties(of: name))
  }

  @Test func `JSON's limits have the documented figures`() throws {
    let table = try #require(table)
    #expect(table.properties(of: "JSONLimits") == ["maximumDepth", "maximumBytes"])
    #expect(try table.figure("JSONLimits.maximumDepth") == JSONLimits.standard.maximumDepth)
    #expect(try table.figure("JSONLimits.maximumBytes") == JSONLimits.standard.maximumBytes)
  }

  /// Each nests an expression as deep as it is told, and says whether it was read.
  private static let nestings: [(name: String, isRead: @Sendable (Int) -> Bool)] = [
    (
      "nesting of a path",
      { depth in (try? JSONPath("$[?\(nested(depth, "(", "@.a", ")"))]")) != nil }
    ),
    ("nesting of a pattern", { depth in (try? Pattern(nested(depth, "(", "a", ")"))) != nil }),
    ("nesting of an expression", { depth in (try? XPath(nested(depth, "(", "1", ")"))) != nil }),
    (
      "nesting of elements",
      { depth in
        do throws(XMLSyntaxError) {
          _ = try XMLTree(parsing: nested(depth, "<a>", "", "</a>"))
          return true
        } catch {
          return false
        }
      }
    ),
    (
      "length of an expression",
      { length in (try? XPath(nested(length - 1, " ", "1", ""))) != nil }
    ),
  ]

  private static func nested(_ depth: Int, _ start: String, _ inner: String, _ end: String)
    -> String
  {
    String(repeating: start, count: depth) + inner + String(repeating: end, count: depth)
  }

  @Test(arguments: nestings.indices)
  func `What nests as deep as documented is read, and nothing much deeper`(index: Int) throws {
    let (name, isRead) = Self.nestings[index]
    let figure = try #require(table).figure(name)
    // What surrounds the levels that are repeated here counts too, and libxml2 allows one more.
    #expect(isRead(figure - 2), "\(name)")
    #expect(!isRead(figure + 2), "\(name)")
  }

  @Test func `As many violations are kept as documented, and one more says so`() throws {
    let figure = try #require(table).figure("violations")
    let schema = try JSONSchema(compiling: JSONDocument(parsing: #"{"items":false}"#))
    let elements = Array(repeating: "1", count: figure + 10).joined(separator: ",")
    let value = try JSONDocument(parsing: "[\(elements)]").root
    #expect(schema.validate(value).count == figure + 1)
  }
}
