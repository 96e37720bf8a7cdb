import Testing

/// The figures in the article `Limits` of the documentation.
struct LimitsTable {
  private let figures: [String: Int]

  init() throws {
    var figures: [String: Int] = [:]
    for row in try DocumentationTable.rows(of: "Limits") {
      try #require(row.count == 3, "\(row)")
      let name = row[0].filter { $0 != "`" }
      let figure = try #require(Int(row[1].filter { $0 != "," }), "no figure: \(row)")
      #expect(figures[name] == nil, "\(name) is there twice")
      figures[name] = figure
    }
    self.figures = figures
  }

  /// The figure of a bound.
  func figure(_ name: String) throws -> Int {
    try #require(figures[name], "the documentation has no bound \(name)")
  }

  /// The names of the bounds that belong to a type's properties.
  func properties(of type: String) -> Set<String> {
    let prefix = "\(type)."
    let names = figures.keys.filter { $0.hasPrefix(prefix) }
    return Set(names.map { String($0.dropFirst(prefix.count)) })
  }
}
