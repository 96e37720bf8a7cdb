package import AccordEngine
package import AccordHTTP

/// An entry of an archive: an exchange, and what Accord says of it, if Accord wrote it.
package struct ArchivedExchange: Sendable {
  package var exchange: Exchange
  /// How much of the response's body is there.
  package var body = ArchivedStep.Body.whole
  /// Whether `***` stands for a secret somewhere in the request.
  package var redactsRequest = false
  /// Whether `***` stands for a secret somewhere in the response.
  package var redactsResponse = false
  /// The step that it belongs to; nil in an archive of another program.
  package var step: Membership?
  /// How much of the request's content and of the response's body is there, in Accord's archives.
  package var requestExtent: ArchivedExtent?
  package var responseExtent: ArchivedExtent?

  /// What Accord says of the step of an exchange.
  package struct Membership: Sendable {
    package var id: String
    /// From 1.
    package var repetition: Int
    /// Which exchange of the step it is, from 0, and how many there are.
    package var hop: Int
    package var hops: Int
    /// What its unit had; nil in an archive that does not say.
    package var unit: RecordedUnit?
    package var tries: Int
    package var isFlaky: Bool
    package var problem: RecordedProblem?
    /// nil in an archive that does not say.
    package var answerTime: Duration?
    package var start: Duration
    package var duration: Duration?
  }
}
