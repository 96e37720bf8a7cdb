/// A heading with traits that hold for everything below it.
public struct Group: Sendable {
  package var name: String
  package var traits: [Trait]
  package var components: [Component]
  package var location = SourceLocation.unknown

  /// A heading.
  ///
  /// Its name becomes part of the ids of the steps below it.
  public init(
    _ name: String, _ traits: Trait..., @ComponentBuilder content: () -> [Component]
  ) {
    self.name = name
    self.traits = traits
    self.components = content()
  }
}
