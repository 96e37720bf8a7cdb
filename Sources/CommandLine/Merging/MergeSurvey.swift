internal import AccordDocuments
internal import AccordRuns

/// What is known of the steps of shards before anything is reported: that they are all there, each once,
/// and which of them reviews speak of.
struct MergeSurvey: ReviewedSteps {
  /// Whether the shards have every step of the contract, so that one which they lack is none.
  private let isWhole: Bool
  /// The ids that a baseline or an earlier run has too.
  private var mentioned: Set<ExactText> = []
  /// The steps that the earlier run does not have.
  private var added: [(index: Int, id: String)] = []

  /// Reads the records through, and begins them again.
  ///
  /// - Throws: `MergeProblems` where they are not one whole run.
  init(_ shards: ShardSet, for reviews: RunReviews) throws(MergeProblems) {
    isWhole = shards.stepCount >= shards.stepCountOfContract * shards.repetitions
    var seen = [Bool](repeating: false, count: shards.stepCount)
    do throws(MergeProblem) {
      for reader in shards.readers {
        while let step = try reader.skip() {
          let index = step.wholeIndex ?? -1
          guard seen.indices.contains(index), !seen[index] else {
            throw .strayStep(id: step.id, path: reader.path)
          }
          seen[index] = true
          // Repetitions share an id.
          guard reviews.needAllIDs, step.repetition == 1 else { continue }
          if reviews.mention(step.id) { mentioned.insert(ExactText(step.id)) }
          if let comparing = reviews.comparing, comparing.earlier.observations(of: step.id) == nil {
            added.append((index, step.id))
          }
        }
        for target in reader.footer?.conformance?.probed ?? [] where reviews.mention(target.id) {
          mentioned.insert(ExactText(target.id))
        }
        try reader.rewind()
      }
      let missing = seen.count { !$0 }
      guard missing == 0 else { throw .missingSteps(missing) }
    } catch {
      throw MergeProblems([error])
    }
    added.sort { $0.index < $1.index }
  }

  func isOfContract(_ id: String) -> Bool { !isWhole || mentioned.contains(ExactText(id)) }

  func ids(notIn earlier: RunObservations) -> [String] { added.map(\.id) }
}
