/// What the contract says of one resource, or of a family of them.
///
///     let users = Resource("/users", .allows(.get, .post), .tags("smoke")) {
///       Get("/users").query("limit", "10").expect(200)
///     }
///     let user = Resource("/users/{id}", .example("id", 1), .allows(.get, .put, .delete)) { … }
///
/// Paths are written whole in each step. `coverage` counts a step by the most specific resource
/// whose template its path matches.
public struct Resource: Sendable {
  /// The path, with `{name}` for a segment that varies (RFC 6570 level 1).
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
