/// What a contract, a group or a resource is made of.
public enum Component: Sendable {
  /// A resource and the steps that speak of it.
  case resource(Resource)
  /// Steps in order that share variables.
  case scenario(Scenario)
  /// A heading with traits.
  case group(Group)
  /// A step that depends on nothing.
  case step(Step)
  /// Targets that are held to rules by requests of their own.
  case conformance(Conformance)
}
