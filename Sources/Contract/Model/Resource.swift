/// What the contract says of one resource, or of a family of them.
///
///     let users = Resource("/users", .allows(.get, .post), .tags("smoke")) {
///       Get("/users").query("limit", "10").expect(200)
///     }
///     let user = Resource("/users/{id}", .example("id", 1), .allows(.get, .put, .delete)) { … }
///     let files = Resource("/files{/path*}", .example("path", ["a", "b"]), .allows(.get))
///
/// The path is a URI template (RFC 6570); one that is none makes the contract unusable (exit
/// code 64). Paths are written whole in each step. `coverage` counts a step by the most specific
/// resource whose template its path matches: `{id}` stands for a segment or a part of one, and so
/// do `{.ext}` and `{;lang}`, which may be missing; `{/a,b}` for as many segments as it has
/// variables, or fewer; `{/path*}` for one or more; `{+path}` for text of any number of them;
/// `{?page}` and `{&page}` for nothing, since a query does not count.
public struct Resource: Sendable {
  /// The path, a URI template (RFC 6570).
  package var path: String
  package var traits: [Trait]
  package var components: [Component]
  package var location = SourceLocation.unknown

  /// A resource with its traits and, unless `.allows` says it all, its steps.
  public init(
    _ path: String, _ traits: Trait..., @ComponentBuilder content: () -> [Component] = { [] }
  ) {
    self.path = path
    self.traits = traits
    self.components = content()
  }
}
