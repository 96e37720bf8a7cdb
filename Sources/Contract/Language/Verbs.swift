// swift-format-ignore-file: AlwaysUseLowerCamelCase
// The verbs are words of the language and are written as the methods are known: Get, Post, Put.

/// Reads (RFC 9110 section 9.3.1).
///
/// The path is written whole, below the base URL: `--url https://host/v1` and `/users` give
/// `/v1/users`.
public func Get(_ path: Template) -> Step { Step(method: .get, target: .path(path)) }
/// Reads the fields that GET would answer with (RFC 9110 section 9.3.2).
public func Head(_ path: Template) -> Step { Step(method: .head, target: .path(path)) }
/// Has the resource process content, often to create (RFC 9110 section 9.3.3).
public func Post(_ path: Template) -> Step { Step(method: .post, target: .path(path)) }
/// Creates or replaces (RFC 9110 section 9.3.4).
public func Put(_ path: Template) -> Step { Step(method: .put, target: .path(path)) }
/// Changes in part (RFC 5789).
public func Patch(_ path: Template) -> Step { Step(method: .patch, target: .path(path)) }
/// Removes (RFC 9110 section 9.3.5).
public func Delete(_ path: Template) -> Step { Step(method: .delete, target: .path(path)) }
/// Asks what is possible (RFC 9110 section 9.3.7).
public func Options(_ path: Template) -> Step { Step(method: .options, target: .path(path)) }
/// Sends any method: `Request("PROPFIND", "/files")`.
public func Request(_ method: Method, _ path: Template) -> Step {
  Step(method: method, target: .path(path))
}

// A path held in a String. Generic besides disfavoured: the compiler takes an overload for String
// itself before all others where a literal stands, and a Variable in it would lose its value.

/// Reads from a path that is known where the contract is made.
@_disfavoredOverload
public func Get(_ path: some StringProtocol) -> Step { Get(Template(String(path))) }
/// Reads the fields of a path that is known where the contract is made.
@_disfavoredOverload
public func Head(_ path: some StringProtocol) -> Step { Head(Template(String(path))) }
/// Posts to a path that is known where the contract is made.
@_disfavoredOverload
public func Post(_ path: some StringProtocol) -> Step { Post(Template(String(path))) }
/// Puts to a path that is known where the contract is made.
@_disfavoredOverload
public func Put(_ path: some StringProtocol) -> Step { Put(Template(String(path))) }
/// Patches a path that is known where the contract is made.
@_disfavoredOverload
public func Patch(_ path: some StringProtocol) -> Step { Patch(Template(String(path))) }
/// Deletes a path that is known where the contract is made.
@_disfavoredOverload
public func Delete(_ path: some StringProtocol) -> Step { Delete(Template(String(path))) }
/// Asks for the options of a path that is known where the contract is made.
@_disfavoredOverload
public func Options(_ path: some StringProtocol) -> Step { Options(Template(String(path))) }
/// Sends any method to a path that is known where the contract is made.
@_disfavoredOverload
public func Request(_ method: Method, _ path: some StringProtocol) -> Step {
  Request(method, Template(String(path)))
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
