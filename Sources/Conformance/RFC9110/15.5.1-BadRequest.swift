internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 15.5.1: 400.
  static let badRequest = RuleSection(
    .rfc9110, "15.5.1",
    [
      Rule(
        "http.400.malformed-content", .convention, .status,
        "Content that cannot be read is the client's error, a 4xx, and never the server's.",
        remedy: "Answer 400 where content cannot be read, and 422 where it cannot be used.",
        also: [Citation(.rfc9110, "15.6")],
        active: .of(MalformedContent.self) { study throws(Obstacle) in
          var isRefused = false
          for trial in study.trials {
            let answers = [trial.post] + [trial.again].compactMap { $0 }
            if answers.count == 2, answers.allSatisfy(\.isServerFault) {
              return trial.finding("is \(trial.post.status) for \(trial.words)")
            }
            // After a POST, 303 says that it was done (RFC 9110 section 15.4.4).
            if answers.count == 2, trial.isMalformed,
              answers.allSatisfy({ $0.isSuccess || $0.status == 303 })
            {
              return trial.finding("is \(trial.post.status) for \(trial.words), which is no JSON")
            }
            isRefused = isRefused || trial.post.isStatus(400...499)
          }
          if let post = study.trials.first?.post, !isRefused { try post.answered() }
          return isRefused ? .conforms : .notApplicable
        })
    ])

  /// RFC 9110 section 15.5.16: 415.
  static let unsupportedMediaType = RuleSection(
    .rfc9110, "15.5.16",
    [
      Rule(
        "http.415.unsupported-type", .convention, .content,
        "Content of a media type that the API does not take is refused, with 415.",
        remedy: "Look at Content-Type before the content is read, and answer 415.",
        also: [Citation(.owaspREST, "Validate request content types")],
        active: .of(WrongTypes.self) { study throws(Obstacle) in
          for trial in study.trials {
            guard let again = trial.again else { continue }
            guard
              trial.post.isSuccess && again.isSuccess
                || trial.post.isServerFault && again.isServerFault
            else { continue }
            return .violation(
              Evidence(
                part: .status, problem: "is \(trial.post.status) for content of \(trial.type)",
                exhibits: [Exhibit("the POST of \(trial.type)", trial.post.exchange, .status)]))
          }
          for trial in study.trials { try trial.post.answered() }
          return .conforms
        })
    ])
}

extension MalformedContent.Trial {
  fileprivate func finding(_ problem: String) -> Verdict {
    .violation(
      Evidence(
        part: .status, problem: problem,
        exhibits: [Exhibit("the POST of \(words)", post.exchange, .status)]))
  }
}
