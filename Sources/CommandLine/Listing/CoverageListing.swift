internal import AccordDocuments
internal import AccordEngine
internal import AccordReports

/// `specs coverage`: endpoint × method × status.
struct CoverageListing {
  let coverage: Coverage

  /// A table; a method that is declared and that no step sends is called out.
  func text() -> String {
    let header = ["ENDPOINT", "METHOD", "STATUSES", "STEPS"]
    var lines = [header]
    var endpoint = ""
    for row in coverage.rows {
      lines.append([
        row.endpoint == endpoint ? "" : VisibleText.escape(row.endpoint),
        VisibleText.escape(row.method), VisibleText.escape(statuses(of: row)),
        row.stepCount == 0 ? "none" : String(row.stepCount),
      ])
      endpoint = row.endpoint
    }
    let widths = header.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    let table = lines.map { line in
      zip(line, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        .joined(separator: "  ").trimmingEnd()
    }
    let missing = coverage.rows.filter { $0.stepCount == 0 }
    let endpoints = Set(coverage.rows.map(\.endpoint)).count
    var text = table.joined(separator: "\n") + "\n\n"
    text += "\(endpoints) endpoints, \(coverage.rows.count) methods"
    text +=
      missing.isEmpty
      ? ", all with a step\n"
      : ", \(missing.count) declared without a step: "
        + missing.map { VisibleText.escape("\($0.method) \($0.endpoint)") }.joined(separator: ", ")
        + "\n"
    return text
  }

  /// One array with an object for each endpoint and method.
  func json() -> String {
    var writer = JSONWriter(.indented)
    writer.beginArray()
    for row in coverage.rows {
      writer.beginObject()
      writer.name("endpoint")
      writer.string(row.endpoint)
      writer.name("method")
      writer.string(row.method)
      writer.name("statuses")
      writer.beginArray()
      for status in row.statuses { writer.integer(status) }
      writer.endArray()
      writer.name("open")
      writer.beginArray()
      for status in row.openStatuses { writer.string(status) }
      writer.endArray()
      writer.name("steps")
      writer.integer(row.stepCount)
      writer.name("declared")
      if let isDeclared = row.isDeclared { writer.boolean(isDeclared) } else { writer.null() }
      writer.endObject()
    }
    writer.endArray()
    return VisibleText.json(writer) + "\n"
  }

  private func statuses(of row: Coverage.Row) -> String {
    (row.statuses.map(String.init) + row.openStatuses).joined(separator: " ")
  }
}

extension String {
  fileprivate func trimmingEnd() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
