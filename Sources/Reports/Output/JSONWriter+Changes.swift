internal import AccordDocuments
internal import AccordEngine
internal import AccordRuns

extension JSONWriter {
  /// What changed since an earlier run, as an array of `kind`, `place`, `before`, `after` and `fails`.
  mutating func member(_ name: String, _ changes: [StepChange], shown: (String) -> String) {
    self.name(name)
    beginArray()
    for change in changes {
      beginObject()
      member("kind", change.kind.rawValue)
      if !change.place.isEmpty { member("place", shown(change.place)) }
      if let before = change.before { member("before", shown(before)) }
      if let after = change.after { member("after", shown(after)) }
      if change.fails { member("fails", true) }
      endObject()
    }
    endArray()
  }

  /// How many steps changed since an earlier run, and in which way.
  mutating func members(ofChanges totals: RunTotals) {
    guard totals.changed > 0 else { return }
    member("changed", totals.changed)
    name("changedKinds")
    beginObject()
    for kind in StepChange.Kind.allCases {
      if let count = totals.changes[kind] { member(kind.rawValue, count) }
    }
    endObject()
  }
}
