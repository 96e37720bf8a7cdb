// swift-format-ignore-file: AlwaysUseLowerCamelCase
// The verbs are words of the language and are written as the methods are known: Get, Post, Put.

/// Reads (RFC 9110 section 9.3.1).
///
///     Get("/users/1")
///     Get("/users/\(id)")
///     Get("/users{?page,limit}", ["page": 2])
///
/// The path is written whole, below the base URL: `--url https://host/v1` and `/users` give
/// `/v1/users`.
///
/// - Parameters:
///   - path: The path; with values it is a URI template (RFC 6570, all levels).
///   - values: The values of the template's variables. Those of `{?…}`, `{&…}`, `{/…}`, `{;…}` and
///     `{.…}` may be left out. A template that is none, a value that names no variable of it, or a
///     fragment makes the contract unusable (exit code 64).
public func Get(
  _ path: Template, _ values: KeyValuePairs<String, TemplateValue>? = nil
) -> Step {
  Step(.get, path, values)
}
/// Reads the fields that GET would answer with (RFC 9110 section 9.3.2).
public func Head(
  _ path: Template, _ values: KeyValuePairs<String, TemplateValue>? = nil
) -> Step {
  Step(.head, path, values)
}
/// Has the resource process content, often to create (RFC 9110 section 9.3.3).
public func Post(
  _ path: Template, _ values: KeyValuePairs<String, TemplateValue>? = nil
) -> Step {
  Step(.post, path, values)
}
/// Creates or replaces (RFC 9110 section 9.3.4).
public func Put(
  _ path: Template, _ values: KeyValuePairs<String, TemplateValue>? = nil
) -> Step {
  Step(.put, path, values)
}
/// Changes in part (RFC 5789).
public func Patch(
  _ path: Template, _ values: KeyValuePairs<String, TemplateValue>? = nil
) -> Step {
  Step(.patch, path, values)
}
/// Removes (RFC 9110 section 9.3.5).
public func Delete(
  _ path: Template, _ values: KeyValuePairs<String, TemplateValue>? = nil
) -> Step {
  Step(.delete, path, values)
}
/// Asks what is possible (RFC 9110 section 9.3.7).
public func Options(
  _ path: Template, _ values: KeyValuePairs<String, TemplateValue>? = nil
) -> Step {
  Step(.options, path, values)
}
/// Sends any method: `Request("PROPFIND", "/files")`.
public func Request(
  _ method: Method, _ path: Template, _ values: KeyValuePairs<String, TemplateValue>? = nil
) -> Step {
  Step(method, path, values)
}

// A path held in a String. Generic besides disfavoured: the compiler takes an overload for String
// itself before all others where a literal stands, and a Variable in it would lose its value.

/// Reads from a path that is known where the contract is made.
@_disfavoredOverload
public func Get(
  _ path: some StringProtocol, _ values: KeyValuePairs<String, TemplateValue>? = nil
) -> Step {
  Step(.get, Template(String(path)), values)
}
/// Reads the fields of a path that is known where the contract is made.
@_disfavoredOverload
public func Head(
  _ path: some StringProtocol, _ values: KeyValuePairs<String, TemplateValue>? = nil
) -> Step {
  Step(.head, Template(String(path)), values)
}
/// Posts to a path that is known where the contract is made.
@_disfavoredOverload
public func Post(
  _ path: some StringProtocol, _ values: KeyValuePairs<String, TemplateValue>? = nil
) -> Step {
  Step(.post, Template(String(path)), values)
}
/// Puts to a path that is known where the contract is made.
@_disfavoredOverload
public func Put(
  _ path: some StringProtocol, _ values: KeyValuePairs<String, TemplateValue>? = nil
) -> Step {
  Step(.put, Template(String(path)), values)
}
/// Patches a path that is known where the contract is made.
@_disfavoredOverload
public func Patch(
  _ path: some StringProtocol, _ values: KeyValuePairs<String, TemplateValue>? = nil
) -> Step {
  Step(.patch, Template(String(path)), values)
}
/// Deletes a path that is known where the contract is made.
@_disfavoredOverload
public func Delete(
  _ path: some StringProtocol, _ values: KeyValuePairs<String, TemplateValue>? = nil
) -> Step {
  Step(.delete, Template(String(path)), values)
}
/// Asks for the options of a path that is known where the contract is made.
@_disfavoredOverload
public func Options(
  _ path: some StringProtocol, _ values: KeyValuePairs<String, TemplateValue>? = nil
) -> Step {
  Step(.options, Template(String(path)), values)
}
/// Sends any method to a path that is known where the contract is made.
@_disfavoredOverload
public func Request(
  _ method: Method, _ path: some StringProtocol,
  _ values: KeyValuePairs<String, TemplateValue>? = nil
) -> Step {
  Step(method, Template(String(path)), values)
}

// A link that an earlier step captured: `Variable("next", .link)`.

/// Follows a captured link; one that leads to another origin is an error unless `.linkOrigins`
/// names it.
public func Get(_ link: Variable) -> Step { Step(method: .get, target: .link(link)) }
/// Asks for the fields of a captured link.
public func Head(_ link: Variable) -> Step { Step(method: .head, target: .link(link)) }
/// Posts to a captured link.
public func Post(_ link: Variable) -> Step { Step(method: .post, target: .link(link)) }
/// Puts to a captured link.
public func Put(_ link: Variable) -> Step { Step(method: .put, target: .link(link)) }
/// Patches a captured link.
public func Patch(_ link: Variable) -> Step { Step(method: .patch, target: .link(link)) }
/// Deletes a captured link.
public func Delete(_ link: Variable) -> Step { Step(method: .delete, target: .link(link)) }
/// Asks for the options of a captured link.
public func Options(_ link: Variable) -> Step { Step(method: .options, target: .link(link)) }
/// Sends any method to a captured link.
public func Request(_ method: Method, _ link: Variable) -> Step {
  Step(method: method, target: .link(link))
}

extension Step {
  /// A request to a path, or with values to what the template that it is comes to.
  fileprivate init(
    _ method: Method, _ path: Template, _ values: KeyValuePairs<String, TemplateValue>?
  ) {
    let target = values.map { Target(path, $0.map { ($0.key, $0.value) }) }
    self.init(method: method, target: target ?? .path(path))
  }
}
