// swift-format-ignore-file: AlwaysUseLowerCamelCase
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
