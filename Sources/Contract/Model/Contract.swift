/// What an API promises: the whole, as `Accord.run` takes it.
///
///     let shop = Contract("Shop API", .baseURL("http://127.0.0.1:8080")) {
///       users
///       products
///       cartLifecycle
///     }
public struct Contract: Sendable {
  /// The contract's name, as reports show it.
  package var name: String
  package var traits: [Trait]
  package var components: [Component]

  /// A contract of resources, scenarios, groups and steps.
  ///
  /// A contract without a step cannot be run (exit code 64).
  public init(
    _ name: String, _ traits: Trait..., @ComponentBuilder content: () -> [Component]
  ) {
    self.name = name
    self.traits = traits
    self.components = content()
  }
}
