/// What became of an answer that asked for time before the next request: a 429 or 503 with
/// `Retry-After` (RFC 9110 section 10.2.3).
package struct Deferral: Sendable, Equatable {
  /// What was done.
  package enum Course: Sendable, Equatable {
    /// The request was sent again after so long.
    case waited(Duration)
    /// Nothing, since so long a wait does not fit into the step's time.
    case tooLong(asked: Duration, limit: Duration)
    /// Nothing, since the field's value is neither seconds nor a date, or there are several.
    case unusable(String)
    /// Nothing, since the method is not idempotent and a server, or one before it, may say 503 after
    /// it has acted (RFC 9110 section 9.2.2).
    case mayHaveActed(method: String)
    /// Nothing, since the step was sent again so often already.
    case tooOften(Int)
    /// Nothing, for the reason that an earlier run gave.
    case recorded(String)
  }

  /// The answer's status.
  package var status: Int
  package var course: Course
  /// The answer's place among the exchanges of the step's record; nil where it belongs to an earlier
  /// try.
  package var exchange: Int?

  package init(status: Int, course: Course, exchange: Int? = nil) {
    self.status = status
    self.course = course
    self.exchange = exchange
  }

  /// How long was waited; nil where nothing was.
  package var wait: Duration? { if case .waited(let duration) = course { duration } else { nil } }
}
