internal import AccordContract
internal import AccordDocuments
package import AccordEngine
internal import AccordHTTP

/// Why there is no verdict, and why a step was not run.
extension Wording {
  /// What stopped a step, and what to do.
  package func message(_ problem: StepProblem) -> String {
    switch problem {
    case .transport(let error): message(error)
    case .unreachable(let error):
      if case .recorded(_, let message) = error.reason {
        recorded(message)
      } else {
        "not sent, the server cannot be reached: \(obstacle(error))"
      }
    case .pattern(let problem): message(problem)
    case .dotSegment(let variable, let value):
      "the value of \(shown(variable)) is \(quoted(value)), which as a whole segment would lead to "
        + "another path; nothing was sent"
    case .delimiter(let delimiter, let variable, let value):
      message(delimiter, variable: variable, value: value)
    case .codedContent(let coding):
      "the body came in the content coding \(quotedBeginning(coding)), which is undone where the step asks for "
        + "it: .header(\"Accept-Encoding\", \"gzip\")"
    case .unknownCharset(let charset):
      "the body is text in the charset \(quotedBeginning(charset)), which Accord does not read; "
        + "Body judges its octets"
    case .foreignLink(let variable, let url):
      "\(shown(variable)) leads to \(quoted(url)), another origin than the base URL's; "
        + ".linkOrigins allows it"
    case .unusableLink(let variable, let value):
      "the value of \(shown(variable)) is \(quoted(value)), which is no URL to send to"
    case .unusableFieldValue(let name):
      "the value of \(shown(name)) holds a control character, which no field can carry "
        + "(RFC 9110 section 5.5); nothing was sent"
    case .shortSecret(let source): message(source)
    case .colonInUserName:
      "the user name of .auth holds a colon, which ends it (RFC 7617 section 2); nothing was sent"
    case .unsignableContent:
      "a multipart content cannot be signed, since its octets are made while they are sent; "
        + ".awsSignature(…, signsContent: false) leaves it out; nothing was sent"
    case .noToken(let url, let problem): message(problem, of: url)
    case .refusedJSON(let error):
      "the body is JSON that is not read: \(shown(error.description))"
    case .refusedXML(let error):
      "the body is XML that is not read: \(shown(error.description))"
    case .unreadableFile(let path):
      "the file \(written(path)) was there when the run began and cannot be read now"
    case .noTimeLeft(let limit):
      "the step's \(Self.limit(limit)) passed before its next request had its turn, which --rate, --jobs "
        + "and --max-connections-per-host give; it was not sent, and nothing is said of the server"
    case .redirect(let refusal): message(refusal)
    case .interrupted:
      "stopped by a signal before there was a verdict; the server may have acted on it"
    case .recorded(_, let message): recorded(message)
    case .notRecorded(let part): message(part)
    }
  }

  /// The kind of problem, a word for programs.
  package func kind(_ problem: StepProblem) -> String {
    switch problem {
    case .transport(let error): kind(error)
    case .unreachable: StepProblem.kindOfUnreachable
    case .pattern: "pattern"
    case .unknownCharset: "charset"
    case .codedContent: "coding"
    case .refusedJSON, .refusedXML: "limit"
    case .dotSegment, .delimiter, .unusableFieldValue, .colonInUserName, .unsignableContent,
      .shortSecret:
      "value"
    case .foreignLink, .unusableLink: "link"
    case .noToken: "token"
    case .unreadableFile: "file"
    case .noTimeLeft: "limit"
    case .redirect: "redirect"
    case .interrupted: "interrupted"
    case .recorded(let kind, _): kind
    case .notRecorded: "recording"
    }
  }

  private func message(_ source: SecretSource) -> String {
    let cause =
      "fewer than \(Redactor.shortestSecret) characters, which cannot be redacted without "
      + "redacting everything"
    return switch source {
    case .variable(let name):
      "the value captured for the secret \(shown(name)) has \(cause); is it the token, or is the "
        + "variable no secret?"
    case .authorization(let part): "the \(part) has \(cause); nothing was sent"
    case .netrc(let host):
      "the password that the netrc file has for \(shown(host)) has \(cause); nothing was sent"
    }
  }

  private func message(_ problem: MatchingProblem) -> String {
    switch problem {
    case .patternLimit(let expression, let error): "/\(shown(expression))/ gave \(error)"
    case .path(let error): "the JSONPath gave no answer: \(shown(error.description))"
    case .selectionTooLarge(let path):
      "\(shown(path)) selects more than can be compared; a narrower path helps"
    case .xpath(let error): "the XPath gave no answer: \(shown(error.description))"
    case .schema(let obstacle):
      "the JSON Schema gave no verdict: \(shown(SchemaExpectation.verdict(obstacle).description))"
    case .unusableXML(let error):
      "with the values of its variables the expected document is no XML: \(shown(error.description))"
    case .xmlSchema(let error): "the schema gave no verdict: \(shown(error.description))"
    case .unbound(let variable): "nothing has bound \(shown(variable))"
    case .notCompiled(let expression):
      "\(quoted(expression)) was not compiled, which is a mistake in Accord: please report it"
    }
  }

  /// Why a step was not run.
  package func message(_ reason: SkipReason) -> String {
    switch reason {
    case .disabled(let reason): "disabled: \(shown(reason))"
    case .skippedTag(let tag): "tagged \(shown(tag)), which --skip-tag leaves out"
    case .readOnly(let method):
      "\(shown(method)) is not safe (RFC 9110 section 9.2.1), and --read-only was asked for"
    case .earlierStep(let id): "an earlier step did not pass: \(shown(id))"
    case .unbound(let variable): "nothing has bound \(shown(variable)), which the step needs"
    case .nothingToCleanUp(let variable):
      "nothing to clean up: \(shown(variable)) was never bound"
    case .authorizationBeforeMethodCheck(let status):
      "authorization stands before the method check: answered \(words(status: status, reason: ""))"
    case .failFast: "not run, since --fail-fast stops at the first failure"
    case .interrupted: "not run, since a signal stopped the run"
    case .recorded(_, let message): recorded(message)
    case .notRecorded: "the recording has no exchange of this step"
    }
  }

  /// The kind of reason, a word for programs.
  package func kind(_ reason: SkipReason) -> String {
    switch reason {
    case .disabled: "disabled"
    case .skippedTag: "skipped-tag"
    case .readOnly: "read-only"
    case .earlierStep: "earlier-step"
    case .unbound: "unbound"
    case .nothingToCleanUp: "nothing-to-clean-up"
    case .authorizationBeforeMethodCheck: "authorization"
    case .failFast: "fail-fast"
    case .interrupted: "interrupted"
    case .recorded(let kind, _): kind
    case .notRecorded: "not-recorded"
    }
  }

  /// A reason short enough that steps of one cause share it: the id of an earlier step left out.
  func cause(_ reason: SkipReason) -> String {
    if kind(reason) == "earlier-step" { return "an earlier step of the scenario did not pass" }
    return message(reason)
  }

  /// That a report could not be written, and why.
  package func message(_ failure: ReportFailure) -> String {
    "the \(failure.report) report could not be written to "
      + "\(failure.destination == .standardOutput ? failure.destination.name : written(failure.destination.name))"
      + ": \(failure.reason)"
  }

  /// What a step is in its scenario, in a word for programs.
  static func word(_ role: PlannedStep.Role) -> String {
    switch role {
    case .step: "step"
    case .cleanup: "cleanup"
    case .probe: "probe"
    }
  }

  /// The outcome in a word, for people and programs.
  package static func word(_ outcome: Outcome) -> String {
    switch outcome {
    case .passed: "passed"
    case .failed: "failed"
    case .errored: "error"
    case .skipped: "skipped"
    case .observed: "observed"
    case .known: "known"
    }
  }
}
