/// What one repetition of a step came to, as far as runs are compared by it.
package struct StepObservation: Sendable, Equatable {
  package var outcome: RecordedStep.Outcome
  /// `nil` where no answer came.
  package var status: Int?
  /// Without parameters, in small letters.
  package var mediaType: String?
  /// The names of the fields in small letters, sorted.
  package var fields: [String]
  /// The shape of a JSON body, as ``JSONShape`` writes it; `nil` for any other body.
  package var shape: String?
  /// The status that the contract expects, in words.
  package var expected: String?
  /// Whether a step was left out by a choice of who ran it, which says nothing of the server.
  package var wasLeftOut = false
  /// Whether it was left out since the run was stopped before it: by a signal, after a failure.
  package var wasStopped = false

  package init(
    outcome: RecordedStep.Outcome, status: Int? = nil, mediaType: String? = nil,
    fields: [String] = [], shape: String? = nil, expected: String? = nil
  ) {
    self.outcome = outcome
    self.status = status
    self.mediaType = mediaType
    self.fields = fields
    self.shape = shape
    self.expected = expected
  }

  package init(_ step: RecordedStep) {
    self.init(
      outcome: step.outcome, status: step.exchange?.status, mediaType: step.exchange?.mediaType,
      fields: step.exchange?.fields ?? [], shape: step.shape, expected: step.expected)
    wasLeftOut = step.outcome == .skipped && Self.choices.contains(step.reasonKind)
    wasStopped = step.wasStopped
  }

  /// Why steps are skipped that somebody chose to skip, as run files name it.
  package static let choices = RecordedStep.kindsOfStopping.union([
    "disabled", "skipped-tag", "read-only",
  ])

  /// Whether the answer came that was asked for, so that it can be compared.
  var isAnswered: Bool { status != nil && outcome != .error && outcome != .skipped }
}
