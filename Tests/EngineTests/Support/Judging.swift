import AccordContract
import AccordDocuments
import AccordEngine
import AccordHTTP

/// Judges a made-up response by what a step expects.
func judge(
  _ step: Step, _ response: HTTPResponse, bindings: [String: BoundValue] = [:],
  duration: Duration = .milliseconds(5), url: String = "http://h/v1/a?x=1"
) throws -> Judgement {
  let plan = try plan(Contract("c") { step })
  let exchange = Exchange(request: HTTPRequest(url: url), result: .success(response))
  let expected =
    step.expectation ?? ExpectedResponse(status: .any, statements: [], location: .unknown)
  return Judge(compilation: plan.compilation).judge(
    expected, response, of: exchange, duration: duration, bindings: Bindings(bindings))
}

/// A response with fields and a text as its body.
func response(
  _ status: Int = 200, _ fields: [(name: String, value: String)] = [], _ body: String = ""
) -> HTTPResponse {
  HTTPResponse(
    status: status, reason: "Reason", fields: HTTPFields(fields), body: Array(body.utf8))
}

extension Judgement {
  /// Where the response does not fit, in order.
  var places: [String] {
    findings.map { finding in
      switch finding.mismatch.place {
      case .status: "status"
      case .field(let name): name.text
      case .json(let path): path
      case .xml(let path, _): path
      case .text: "text"
      case .body: "body"
      case .time: "time"
      case .capture(let name): "capture \(name)"
      case .check(let name): "check \(name)"
      case .recorded(_, let words, _): words
      case .tries: "tries"
      }
    }
  }

  /// The captured values as they stand in a path.
  var captured: [String] { captures.map { "\($0.variable.name)=\($0.value.text)" } }
}
