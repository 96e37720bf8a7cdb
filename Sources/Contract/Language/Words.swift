// swift-format-ignore-file: AlwaysUseLowerCamelCase

internal import AccordDocuments

// The words inside `expect` are capitalised as the component that they stand for.

/// A field that must be there and fit: `Header(.contentType, .hasPrefix("application/json"))`.
///
/// Several lines of one name are one value joined by commas (RFC 9110 section 5.2), but for
/// `Set-Cookie`, of which some line must fit.
public func Header(_ name: FieldName, _ pattern: TextPattern) -> Expectation {
  Expectation(.field(name, pattern))
}

/// A field that must be there with this value, known where the contract is made.
@_disfavoredOverload
public func Header(_ name: FieldName, _ value: some StringProtocol) -> Expectation {
  Expectation(.field(name, .equal(to: String(value))))
}

/// All lines of one field name: `Header(.setCookie, all: .each(.containsText("Secure")))`.
public func Header(_ name: FieldName, all lines: FieldLinesPattern) -> Expectation {
  Expectation(.fieldLines(name, lines))
}

/// A field that must not be there.
public func NoHeader(_ name: FieldName) -> Expectation { Expectation(.noField(name)) }

/// A body that is JSON (RFC 8259) and fits.
public func JSON(_ pattern: JSONPattern) -> Expectation { Expectation(.json(pattern)) }

/// What a JSONPath (RFC 9535) selects in a body that is JSON.
///
/// A path that can select one value at most (`$.users[0].id`) gives that value, and `.absent` fits
/// where there is none; any other path (`$..price`) gives an array of what it selects.
public func JSON(_ path: String, _ pattern: JSONPattern) -> Expectation {
  Expectation(.jsonPath(path, pattern))
}

/// A body that is JSON and holds by a JSON Schema of draft 4, 6, 7, 2019-09 or 2020-12.
///
///     JSONSchema("schemas/user.json")
///     JSONSchema("api.json#/definitions/user", formats: .assertion)
///     JSONSchema(["type": "object", "required": ["id"]])
///
/// Violations are told with their places in the body and in the schema, the first twenty one by one.
/// References lead into the schema's own file, to files beside it and to `resources`; nothing is ever
/// fetched.
///
/// - Parameters:
///   - schema: A file, a place in a file, or a literal.
///   - draft: The version where the schema has no `$schema`.
///   - formats: What the keyword `format` means.
///   - resources: Files with other documents that the schema refers to, found by their `$id`.
///   - filePath: The contract's file, beside which files are looked for.
public func JSONSchema(
  _ schema: SchemaSource, draft: JSONSchemaDraft = .draft2020,
  formats: JSONSchemaFormats = .annotation, resources: [String] = [], filePath: String = #filePath
) -> Expectation {
  Expectation(
    .jsonSchema(SchemaReference(schema, draft, formats, resources, filePath: filePath)))
}

/// What an XPath (1.0) finds in a body that is XML.
///
///     XML("count(//product)", 3)
///     XML("//s:product[@id = 7]/s:price", .number(0.01...), namespaces: ["s": "urn:shop"])
///     XML("//product/@sku", .each(.matches("^[A-Z]{3}-[0-9]+$")))
///
/// XML has no types: the pattern says how text is read. A number is read as XML Schema writes
/// decimals and doubles, with white space around it; `true` and `1` are true, `false` and `0` are
/// false. A pattern for one value needs exactly one node; `.each`, `.contains`, `.unordered`,
/// `.count` and array literals speak of all nodes, `.absent` of none. No nodes at all fit `.each`.
///
/// - Parameters:
///   - xpath: The expression; a name without a prefix is one in no namespace.
///   - pattern: What must be found.
///   - namespaces: What the expression's prefixes mean.
public func XML(
  _ xpath: String, _ pattern: JSONPattern, namespaces: [String: String] = [:]
) -> Expectation {
  Expectation(.xml(XPathReference(xpath, namespaces), pattern))
}

/// A body that is XML and means the same as this document.
///
/// The order of attributes, prefixes of namespaces, comments, CDATA sections and white space between
/// elements do not matter.
public func XML(equals document: XMLText) -> Expectation { Expectation(.xmlEqual(document)) }

/// A body that is XML and valid by an XML Schema (XSD 1.0) in a file.
///
/// The file may include others beside it. The first twenty violations are told.
public func XMLSchema(_ path: String) -> Expectation { Expectation(.xmlSchema(path, .xsd)) }

/// A body that is XML and valid by a RELAX NG schema in XML syntax, in a file.
public func RelaxNG(_ path: String) -> Expectation { Expectation(.xmlSchema(path, .relaxNG)) }

/// A body that is text and fits, decoded as the `charset` of `Content-Type` says (UTF-8 without one).
public func Text(_ pattern: TextPattern) -> Expectation { Expectation(.text(pattern)) }

/// A response without content.
public func NoBody() -> Expectation { Expectation(.noBody) }

/// The octets of a body: `Body(.count(1...))`, `Body(.file("Fixtures/ada.png"))`.
public func Body(_ pattern: BodyPattern) -> Expectation { Expectation(.body(pattern)) }

/// The longest time that the exchange may have taken, from its start to the last octet.
public func Within(_ limit: Duration) -> Expectation { Expectation(.within(limit)) }

/// Binds a variable to a part of the response, for the steps after this one.
///
///     Capture(cart, .json("$.id"))
public func Capture(_ variable: Variable, _ source: CaptureSource) -> Expectation {
  Expectation(.capture(variable, source))
}

/// What no other word can say: a closure that answers whether the response is as it should be.
///
///     Check("the total is the sum") { response in
///       try response.json("$.total") == 21
///     }
///
/// An error that is thrown fails the step and is shown. The closure is called once for each
/// response, on any thread.
public func Check(
  _ name: String, _ body: @escaping @Sendable (Response) throws -> Bool
) -> Expectation {
  Expectation(.check(name, body))
}
