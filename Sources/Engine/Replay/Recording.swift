/// Exchanges that were recorded, found by the steps of a contract.
package protocol Recording {
  /// Why a part of it cannot be read any more.
  associatedtype Failure: Error

  /// What is known of the run as a whole.
  var run: RecordedRun { get }

  /// What it has of a step; nil where it has no exchange.
  mutating func step(_ sought: SoughtStep) throws(Failure) -> ArchivedStep?

  /// Why a step was not even sent, where that was recorded.
  func problem(id: String, repetition: Int) -> RecordedProblem?

  /// What the unit had that a step belonged to; nil where that was not recorded.
  func unit(id: String, repetition: Int) -> RecordedUnit?
}

/// A run that was recorded.
package struct RecordedRun: Sendable {
  /// How often it ran the contract.
  package var repetitions = 1
  /// What its random values came from; nil where that is not known.
  package var seed: UInt64?
  /// When it began, in milliseconds since 1970.
  package var startedAt: Int64 = 0
  /// The base URL; nil where it is not known.
  package var baseURL: String?
  /// The contract's name; nil where it is not known.
  package var contract: String?
  /// How many steps it did not come to, since it was stopped.
  package var stoppedCount = 0
  /// The signal that stopped it, if one did.
  package var signal: Int32?

  package init() {}
}
