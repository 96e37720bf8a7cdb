internal import AccordEngine

/// The entries that Accord wrote, by step.
struct OwnEntries {
  struct Key: Hashable {
    var id: String
    var repetition: Int
  }

  private struct Slot {
    var hops: [EntryPlace?]
    var unit: RecordedUnit?
  }

  private let file: String
  private var slots: [Key: Slot] = [:]

  init(file: String) { self.file = file }

  mutating func add(
    _ step: ArchivedExchange.Membership, at range: Range<Int>, entry: Int
  ) throws(ArchiveError) {
    // So many hops no policy follows.
    guard 1...10_000 ~= step.hops, 0..<step.hops ~= step.hop else {
      throw ArchiveError(
        .unusable("_accord.hop", expected: "a number below _accord.hops"), in: file, entry: entry)
    }
    let key = Key(id: step.id, repetition: step.repetition)
    var slot =
      slots[key] ?? Slot(hops: Array(repeating: nil, count: step.hops), unit: step.unit)
    guard slot.hops.indices.contains(step.hop), slot.hops[step.hop] == nil else {
      throw ArchiveError(.repeated(step: step.id), in: file, entry: entry)
    }
    slot.hops[step.hop] = EntryPlace(range: range, entry: entry)
    slots[key] = slot
  }

  /// Refuses a step of which an exchange was lost.
  func requireWholeSteps() throws(ArchiveError) {
    let lost = slots.filter { $0.value.hops.contains { $0 == nil } }.map(\.key.id).min()
    if let lost { throw ArchiveError(.incomplete(step: lost), in: file) }
  }

  func places(of sought: SoughtStep) -> [EntryPlace] {
    slots[Key(id: sought.id, repetition: sought.repetition)]?.hops.compactMap(\.self) ?? []
  }

  func unit(of key: Key) -> RecordedUnit? { slots[key]?.unit }
}
