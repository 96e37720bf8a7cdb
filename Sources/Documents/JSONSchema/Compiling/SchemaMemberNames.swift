/// The names that one schema speaks of.
///
/// Keys are UTF-8, since names are the same only if their code points are.
struct SchemaMemberNames {
  /// The names whose presence matters, in the order of their numbers.
  private(set) var remembered: [String] = []
  private(set) var entries: [SchemaNameEntry] = []
  private var positions: [[UInt8]: Int] = [:]

  /// The number of a name whose presence matters from now on.
  mutating func number(of name: String) -> Int32 {
    let position = position(of: name)
    if entries[position].number < 0 {
      entries[position].number = Int32(remembered.count)
      remembered.append(name)
    }
    return entries[position].number
  }

  /// Notes what the member with a name is judged by; of two, the last counts.
  mutating func judge(_ name: String, by link: Int32) {
    let position = position(of: name)
    entries[position].link = link
  }

  private mutating func position(of name: String) -> Int {
    let key = Array(name.utf8)
    if let position = positions[key] { return position }
    entries.append(SchemaNameEntry(name: key))
    positions[key] = entries.count - 1
    return entries.count - 1
  }
}
