import AccordDocuments
import Testing

/// Schemas and values changed at random: they must be compiled and judged, or refused, and never
/// crash or hang.
@Suite(.timeLimit(.minutes(5)))
struct SchemaMutationTests {
  private static let schemas = [
    ##"""
    {"$id":"https://a.b/c","type":["object","null"],"required":["a","b"],"properties":{"a":{"$ref":
    "#/$defs/x"},"b":{"enum":[1,"a",null,[2]]},"c":{"pattern":"^[a-c]+$","minLength":2,"format":
    "date"}},"patternProperties":{"^d":{"multipleOf":0.5,"maximum":3}},"additionalProperties":false,
    "$defs":{"x":{"$anchor":"y","items":{"$ref":"#"},"prefixItems":[{"const":1}],"uniqueItems":true,
    "contains":{"type":"integer"}}},"dependentRequired":{"a":["b"]}}
    """##,
    ##"""
    {"$dynamicAnchor":"n","anyOf":[{"$dynamicRef":"#n2"},{"oneOf":[{"type":"array","items":
    {"$dynamicRef":"#n"}},{"type":"string"}]}],"unevaluatedProperties":{"type":"number"},"if":
    {"properties":{"a":{"minimum":1}}},"then":{"properties":{"b":true}},"else":{"not":{"required":
    ["c"]}},"allOf":[{"unevaluatedItems":false},{"propertyNames":{"maxLength":3}}],
    "$defs":{"q":{"$dynamicAnchor":"n2","minItems":1}}}
    """##,
    ##"""
    {"$schema":"http://json-schema.org/draft-04/schema#","id":"http://x/y","definitions":{"a":{"id":
    "#z","exclusiveMinimum":true,"minimum":1},"b":{"id":"w/","dependencies":{"a":["b"],"c":{}}}},
    "items":[{"$ref":"#z"},{"$ref":"#/definitions/b"}],"additionalItems":{"$ref":"#"}}
    """##,
    ##"""
    {"$schema":"https://json-schema.org/draft/2019-09/schema","$recursiveAnchor":true,"properties":
    {"a":{"$recursiveRef":"#"},"b":{"$id":"k","$recursiveAnchor":true,"items":[{"$recursiveRef":"#"}],
    "unevaluatedItems":{"type":"null"},"maxContains":1,"minContains":0,"contains":{"const":"é"}}},
    "dependentSchemas":{"a":{"minProperties":2}},"maxProperties":4}
    """##,
  ]

  private static let values = [
    #"{"a":[1,[2,{"a":1}]],"b":"a","c":"abc","d1":2.5,"é\u00e9":null}"#,
    #"[1,"b",{"a":{"b":[null,"é"]},"c":[]},[[["x"]]],1e400,-0.0,true,false]"#,
    #"{"a":{"a":{"a":{"b":["é",null]}}},"b":[{"a":1}],"c":1.0e3}"#,
  ]

  @Test(arguments: schemas.indices)
  func `A changed schema is compiled or refused, and judges changed values`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) + 101)
    let original = Array(Self.schemas[seed].utf8)
    let alphabet = Array("{}[]:,\"\\#/$ 0159-e.abcdtrunll".utf8)
    var compiled = 0
    var refused = 0
    var violations = 0
    for round in 0..<1_500 {
      // A part of a schema is put in the place of another, or bytes change.
      let bytes =
        round.isMultiple(of: 2)
        ? generator.mutate(original, alphabet: alphabet)
        : Self.transplant(original, &generator)
      guard let document = try? JSONDocument(parsing: bytes) else { continue }
      let formats: SchemaOptions.Formats = round.isMultiple(of: 3) ? .assertion : .annotation
      let schema: JSONSchema
      do throws(JSONSchemaError) {
        schema = try JSONSchema(
          compiling: document, options: SchemaOptions(formats: formats))
      } catch {
        refused += 1
        #expect(error.location.contains("#"))
        continue
      }
      compiled += 1
      for text in Self.values {
        let changed = generator.mutate(Array(text.utf8), alphabet: alphabet)
        for bytes in [Array(text.utf8), changed] {
          guard let value = try? JSONDocument(parsing: bytes).root else { continue }
          let found = schema.validate(value)
          violations += found.count
          #expect(schema.accepts(value) == found.isEmpty)
          for violation in found {
            let place = violation.instanceLocation.pointer.evaluate(in: value)
            #expect(place != nil)
            #expect(!violation.description.isEmpty)
          }
        }
      }
    }
    #expect(compiled > 100)
    #expect(refused > 10)
    #expect(violations > 100)
  }

  /// Puts one value of a document in the place of another.
  private static func transplant(
    _ bytes: [UInt8], _ generator: inout SeededGenerator
  ) -> [UInt8] {
    guard let root = try? JSONDocument(parsing: bytes).root else { return bytes }
    var ranges: [Range<Int>] = []
    var pending = [root]
    while let node = pending.popLast() {
      ranges.append(node.byteRange)
      pending += node.elements
      pending += node.members.map(\.value)
    }
    guard let source = ranges.randomElement(using: &generator),
      let target = ranges.randomElement(using: &generator)
    else { return bytes }
    return Array(bytes[..<target.lowerBound] + bytes[source] + bytes[target.upperBound...])
  }
}
