import AccordContract
import AccordDocuments
import AccordHTTP

@testable import AccordEngine

/// The request that a step becomes, below a base URL.
func request(
  _ step: Step, base: String = "http://h", bindings: [String: BoundValue] = [:],
  traits: [AccordContract.Trait] = []
) throws -> HTTPRequest {
  var scope = Scope()
  for trait in traits { scope.apply(trait) }
  let builder = RequestBuilder(
    options: RunOptions(baseURL: try BaseURL(parsing: base), seed: 1))
  return try builder.request(for: step, in: scope, bindings: Bindings(bindings), cookies: nil)
    .request
}

/// The URL that a step is sent to, or the name of what prevents it.
func url(
  _ step: Step, base: String = "http://h", bindings: [String: BoundValue] = [:],
  traits: [AccordContract.Trait] = []
) throws -> String {
  do {
    return try request(step, base: base, bindings: bindings, traits: traits).url
  } catch let problem as StepProblem {
    return String("\(problem)".prefix { $0 != "(" })
  }
}

extension HTTPRequest {
  /// The fields that the engine sets, in order; one without a value is removed.
  var written: [String] { fields.map { "\($0.name): \($0.value ?? "(none)")" } }

  /// The content as text, where it stands in memory.
  var text: String {
    if case .bytes(let bytes) = content { String(decoding: bytes, as: UTF8.self) } else { "" }
  }
}
