internal import AccordEngine

/// The entries that Accord wrote, by step.
struct OwnEntries {
  struct Key: Hashable {
    var id: String
    var repetition: Int
  }

  /// The exchanges of a step, of which a file may promise more than it has.
  private struct Slot {
    var places: [Int: EntryPlace] = [:]
    /// How many there are to be.
    var hops: Int
    var unit: RecordedUnit?
  }

  private let file: String
  private var slots: [Key: Slot] = [:]
  /// The number of the first one.
  private(set) var firstEntry: Int?
  /// Of each repetition that there is something of, its first entry.
  private(set) var repetitions: [Int: Int] = [:]

  init(file: String) { self.file = file }

  mutating func add(
    _ step: ArchivedExchange.Membership, at range: Range<Int>, entry: Int
  ) throws(ArchiveError) {
    firstEntry = firstEntry ?? entry
    if repetitions[step.repetition] == nil { repetitions[step.repetition] = entry }
    let key = Key(id: step.id, repetition: step.repetition)
    let hops = slots[key]?.hops ?? step.hops
    guard hops == step.hops else {
      throw ArchiveError(
        .unusable("_accord.hops", expected: "\(hops), as in entries of its step before it"),
        in: file, entry: entry)
    }
    // Changed in its place: a step may have thousands.
    let former = slots[key, default: Slot(hops: hops, unit: step.unit)].places
      .updateValue(EntryPlace(range: range, entry: entry), forKey: step.hop)
    guard former == nil else {
      throw ArchiveError(.repeated(step: step.id), in: file, entry: entry)
    }
  }

  /// Refuses a step of which an exchange was lost.
  func requireWholeSteps() throws(ArchiveError) {
    let lost = slots.filter { $0.value.places.count < $0.value.hops }.map(\.key.id).min()
    if let lost { throw ArchiveError(.incomplete(step: lost), in: file) }
  }

  func places(of sought: SoughtStep) -> [EntryPlace] {
    let slot = slots[Key(id: sought.id, repetition: sought.repetition)]
    return slot?.places.sorted { $0.key < $1.key }.map(\.value) ?? []
  }

  func unit(of key: Key) -> RecordedUnit? { slots[key]?.unit }
}
