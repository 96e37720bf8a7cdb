/// Rows by id.
///
/// Ids increase and are never given twice, so the order of ids is the order of creation.
struct Table<Row: Sendable>: Sendable {
  private var rows: [Int: Row] = [:]
  private var nextID = 1

  /// All rows, oldest first.
  var all: [Row] { rows.sorted { $0.key < $1.key }.map(\.value) }

  /// Reads or replaces a row that is there; `nil` when there is none, or to remove it.
  subscript(id: Int) -> Row? {
    get { rows[id] }
    set { rows[id] = newValue }
  }

  /// Adds the row that `make` builds for the next id.
  mutating func add(_ make: (Int) -> Row) -> Row {
    defer { nextID += 1 }
    let row = make(nextID)
    rows[nextID] = row
    return row
  }
}
