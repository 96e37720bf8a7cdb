package import AccordContract
package import AccordDocuments

/// Which of a contract's steps run: `--tag`, `--skip-tag`, `--filter`, `--rerun-failed`.
///
/// A scenario is chosen whole, since its steps need one another: it runs where one of its steps is
/// chosen.
package struct Selection: Sendable {
  /// A step runs that carries one of these; all do where there is none.
  package var tags: [Tag] = []
  /// A step that carries one of these does not run.
  package var skippedTags: [Tag] = []
  /// A step runs in whose id this matches.
  package var filter: Pattern?
  /// Of what is chosen otherwise, a unit runs only if it has a step of one of these ids:
  /// `--rerun-failed`.
  package var onlyIDs: Set<ExactText>?
  /// Whether the plan is to know the ids of all of the contract's steps, selected or not.
  package var needsAllIDs = false

  package init() {}

  /// Whether a step of these tags and this id is chosen, skipped tags aside.
  func chooses(tags stepTags: [Tag], id: () -> String) -> Bool {
    if !tags.isEmpty, !tags.contains(where: stepTags.contains) { return false }
    guard let filter else { return true }
    // An expression that takes more steps than allowed on an id of this size is taken not to match.
    return (try? filter.matchesAnywhere(id())) ?? false
  }

  /// The skipped tag that a step carries.
  func skippedTag(of stepTags: [Tag]) -> Tag? { skippedTags.first(where: stepTags.contains) }
}
