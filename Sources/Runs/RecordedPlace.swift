/// Which step a line of a run file tells of, and where it stands in the whole.
package struct RecordedPlace: Sendable, Equatable {
  /// The same in every run; repetitions share it.
  package var id: String
  /// The place in the order of the run of all shards, where the run is one of them.
  package var wholeIndex: Int?
  /// From 1.
  package var repetition: Int
}
