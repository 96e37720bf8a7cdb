extension SchemaExpectation: CustomStringConvertible {
  /// What was expected in a few words, without what was found.
  package var description: String {
    switch self {
    case .nothing: "expected no value here"
    case .type(let types): "expected \(Self.list(types.names.map(Self.withArticle)))"
    case .constant(let value): "expected \(value.excerpt(limit: 80))"
    case .values(let values):
      "expected one of \(values.map { $0.excerpt(limit: 40) }.joined(separator: ", "))"
    case .minimum(let limit): "expected at least \(limit)"
    case .exclusiveMinimum(let limit): "expected more than \(limit)"
    case .maximum(let limit): "expected at most \(limit)"
    case .exclusiveMaximum(let limit): "expected less than \(limit)"
    case .multipleOf(let divisor): "expected a multiple of \(divisor)"
    case .minimumLength(let length): "expected at least \(Self.count(length, "character"))"
    case .maximumLength(let length): "expected at most \(Self.count(length, "character"))"
    case .pattern(let pattern): "expected a match of the pattern \(pattern)"
    case .format(let format): "expected the format \(format.rawValue)"
    case .minimumElements(let count): "expected at least \(Self.count(count, "element"))"
    case .maximumElements(let count): "expected at most \(Self.count(count, "element"))"
    case .uniqueElements(let first, let second):
      "expected no equal elements, but [\(first)] and [\(second)] are equal"
    case .contained(let found, let minimum, let maximum):
      "expected \(Self.range(minimum, maximum)) that fit, but \(found) do"
    case .minimumMembers(let count): "expected at least \(Self.count(count, "member"))"
    case .maximumMembers(let count): "expected at most \(Self.count(count, "member"))"
    case .required(let name): "expected a member \(Self.quoted(name))"
    case .dependent(let name, let trigger):
      "expected a member \(Self.quoted(name)) beside \(Self.quoted(trigger))"
    case .anyOf(let branches):
      "expected one of \(branches.count) schemas to hold"
    case .oneOf(let branches):
      "expected exactly one of \(branches.count) schemas to hold, and none does"
    case .onlyOneOf: "expected exactly one schema to hold"
    case .not: "expected a value that the schema under \"not\" refuses"
    case .verdict(.pattern(let error)): "expected a verdict, but a pattern gave none: \(error)"
    case .verdict(.depth(let levels)):
      "expected a verdict, but the schema leads more than \(levels) schemas deep"
    case .verdict(.steps(let steps)):
      "expected a verdict, but there is none after the application of \(steps) schemas"
    case .verdict(.violations(let count)):
      "expected a verdict on every part, but only the first \(count) violations are kept"
    }
  }

  private static func range(_ minimum: Int, _ maximum: Int?) -> String {
    guard let maximum else { return "at least \(count(minimum, "element"))" }
    return "\(minimum) to \(count(maximum, "element"))"
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func withArticle(_ type: String) -> String {
    switch type {
    case "null": "null"
    case "integer", "array", "object": "an \(type)"
    default: "a \(type)"
    }
  }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last else { return "no type" }
    return words.count == 1 ? last : words.dropLast().joined(separator: ", ") + " or " + last
  }

  private static func quoted(_ name: String) -> String {
    var writer = JSONWriter(.compact)
    writer.string(name)
    return writer.text
  }
}
