/// The elements of an array that were met so far, to be found again by their hash.
///
/// A table with open addressing, 11 to 22 bytes for each element: a dictionary of lists took three
/// times as long, and four times as long for an array of twice the length.
struct SeenElements {
  private struct Slot {
    /// A tape index; 0, the document's own, where nothing is.
    var element: UInt32 = 0
    /// The half of the hash that does not say where the slot is.
    var mark: UInt32 = 0
  }

  private var slots: [Slot]
  private let mask: Int

  /// Takes the number of elements that are going to be inserted at most.
  init(count: Int) {
    var capacity = 16
    while 3 * capacity < 4 * count { capacity *= 2 }
    slots = Array(repeating: Slot(), count: capacity)
    mask = capacity - 1
  }

  /// Inserts an element, unless there is the same one: that is handed out.
  mutating func insert(_ element: Int, hash: Int, isSame: (Int, Int) -> Bool) -> Int? {
    let hash = UInt64(truncatingIfNeeded: hash)
    let mark = UInt32(truncatingIfNeeded: hash >> 32)
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].element != 0 {
      if slots[place].mark == mark {
        let other = Int(slots[place].element)
        if isSame(other, element) { return other }
      }
      place = (place + 1) & mask
    }
    slots[place] = Slot(element: UInt32(truncatingIfNeeded: element), mark: mark)
    return nil
  }
}
