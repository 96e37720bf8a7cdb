/// Steps in order that share variables and, if asked, cookies.
///
/// After a failed step the later ones are skipped, with the reason; `Cleanup` still runs.
///
///     let lifecycle = Scenario("A cart item is added and removed") {
///       Post("/cart").json(["product": 7, "quantity": 2]).expect(201) {
///         Capture(cart, .json("$.id"))
///       }
///       Cleanup { Delete("/cart/\(cart)").expect(.oneOf(204, 404)) }
///       Delete("/cart/\(cart)").expect(204) { NoBody() }
///     }
public struct Scenario: Sendable {
  /// What stands in a scenario.
  public enum Element: Sendable {
    /// A step of the scenario's order.
    case step(Step)
    /// Steps that run at the end, whatever happened.
    case cleanup(Cleanup)
  }

  package var name: String
  package var traits: [Trait]
  package var elements: [Element]
  package var location = SourceLocation.unknown

  /// A scenario of steps, which run in the order in which they stand.
  public init(
    _ name: String, _ traits: Trait..., @ScenarioBuilder content: () -> [Element]
  ) {
    self.name = name
    self.traits = traits
    self.elements = content()
  }
}

/// Steps that run at the end of their scenario, whatever happened before, to remove what it made.
///
/// Later clean-ups run before earlier ones. A clean-up whose variables were never bound has nothing
/// to remove and is skipped.
public struct Cleanup: Sendable {
  package var steps: [Step]

  /// Steps that remove what the scenario made.
  public init(@StepBuilder content: () -> [Step]) {
    steps = content()
  }
}
