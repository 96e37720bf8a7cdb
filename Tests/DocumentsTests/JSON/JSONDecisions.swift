import Testing

/// What the article `JSONDecisions` of the documentation says of the texts that a parser may treat
/// either way.
enum JSONDecisions {
  enum Decision: Equatable, CustomStringConvertible {
    case accepted
    /// Refused with these words of ``JSONSyntaxError/Reason``.
    case refused(String)

    /// As in the table.
    var description: String {
      switch self {
      case .accepted: "accepted"
      case .refused(let words): "refused: `\(words)`"
      }
    }
  }

  /// The decisions by the names of the suite's files.
  static func read() throws -> [String: Decision] {
    var decisions: [String: Decision] = [:]
    for row in try DocumentationTable.rows(of: "JSONDecisions") {
      try #require(row.count == 4, "\(row)")
      let file = row[0].filter { $0 != "`" }
      #expect(decisions[file] == nil, "\(file) is decided twice")
      decisions[file] = try decision(row[2])
    }
    return decisions
  }

  private static func decision(_ cell: String) throws -> Decision {
    if cell == "accepted" { return .accepted }
    let start = "refused: `"
    try #require(cell.hasPrefix(start) && cell.hasSuffix("`"), "no decision: \(cell)")
    return .refused(String(cell.dropFirst(start.count).dropLast()))
  }
}
