extension Step {
  /// Adds a parameter to the query: `name=value`, both percent-encoded as query components
  /// (RFC 3986 section 3.4), after those before it.
  public func query(_ name: Template, _ value: Template) -> Step {
    adding(.query(name, value))
  }

  /// Adds a parameter to the query whose value is text that is known where the contract is made.
  @_disfavoredOverload
  public func query(_ name: Template, _ value: some StringProtocol) -> Step {
    adding(.query(name, Template(String(value))))
  }

  /// Sends a field; `nil` removes one that is sent by default or set further out.
  ///
  /// A field said twice is sent twice. `.header(.accept, nil)` sends no `Accept` at all.
  public func header(_ name: FieldName, _ value: Template?) -> Step {
    adding(.field(name, value))
  }

  /// Sends a field whose value is text that is known where the contract is made.
  @_disfavoredOverload
  public func header(_ name: FieldName, _ value: some StringProtocol) -> Step {
    adding(.field(name, Template(String(value))))
  }

  /// Says who asks, in place of `accord/VERSION`: a product, such as `shop-gate/1.2`, and after it what
  /// else there is to say (RFC 9110 section 10.1.5).
  ///
  /// `.header("User-Agent", …)` sends any value, and wins.
  public func userAgent(_ value: String) -> Step { adding(.userAgent(value)) }

  /// Sends credentials (RFC 9110 section 11); `.none` sends none where a trait sets some.
  public func auth(_ authorization: Authorization) -> Step {
    adding(.authorization(authorization))
  }

  /// Sends JSON (RFC 8259) as `application/json`.
  ///
  ///     Post("/cart").json(["product": 7, "quantity": 2, "note": "for \(name)"])
  public func json(_ value: JSONValue) -> Step {
    adding(.content(.json(value)))
  }

  /// Sends XML as `application/xml`; values of variables are escaped as XML text.
  public func xml(_ text: Template) -> Step {
    adding(.content(.xml(text)))
  }

  /// Sends a form as `application/x-www-form-urlencoded`, its fields in their order.
  public func form(_ fields: KeyValuePairs<String, Template>) -> Step {
    adding(.content(.form(fields.map { ($0.key, $0.value) })))
  }

  /// Sends parts as `multipart/form-data` (RFC 7578).
  ///
  ///     Post("/contact").multipart(
  ///       .field("subject", "hello"), .file("photo", "Fixtures/ada.png", type: "image/png"))
  public func multipart(_ parts: Part...) -> Step {
    adding(.content(.multipart(parts)))
  }

  /// Sends text, octets or a file as they are.
  ///
  /// - Parameters:
  ///   - body: What is sent.
  ///   - type: The media type; without one `text/plain; charset=utf-8` for text, else
  ///     `application/octet-stream`.
  public func body(_ body: RequestBody, type: String? = nil) -> Step {
    adding(.content(.body(body, type: type)))
  }
}
