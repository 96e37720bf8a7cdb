import AccordDocuments
import AccordEngine
import AccordHTTP
import Testing

@testable import AccordReports

/// An HTML report that is read back: what stands in its `script` elements, as a browser finds them.
///
/// `Tests/Browser` opens reports in Chromium, and has an HTML parser of others' making read them.
struct HTMLDocument {
  /// An element of data: what its tag says, and its content.
  struct Block {
    var tag: String
    var content: String
  }

  let text: String
  let blocks: [Block]

  init(_ text: String) {
    self.text = text
    // A `script` element ends with the first `</script`, whatever is before it.
    blocks = text.split(separator: "<script").dropFirst().compactMap { part in
      guard let end = part.firstIndex(of: ">") else { return nil }
      let rest = part[part.index(after: end)...]
      guard let close = rest.firstRange(of: "</script") else { return nil }
      return Block(tag: String(part[..<end]), content: String(rest[..<close.lowerBound]))
    }
  }

  private func json(_ id: String) throws -> JSONNode? {
    try blocks.first { $0.tag.contains("id=\"\(id)\"") }
      .map { try JSONDocument(parsing: $0.content).root }
  }

  var run: JSONNode? { get throws { try json("run") } }
  var end: JSONNode? { get throws { try json("end") } }

  private func blocks(_ name: String) -> [Block] {
    blocks.filter { $0.tag.contains("class=\"\(name)\"") }
  }

  /// The rows, each as its values by the names of their columns.
  var rows: [[String: JSONNode]] {
    get throws {
      try blocks("rows").flatMap { block in
        try JSONDocument(parsing: block.content).root.elements.map { row in
          let values = Array(row.elements)
          try #require(values.count == HTMLStep.columns.count)
          return Dictionary(uniqueKeysWithValues: zip(HTMLStep.columns, values))
        }
      }
    }
  }

  /// What is shown of each step when it is opened.
  var details: [JSONNode] {
    get throws {
      try blocks("details").flatMap { block in
        try block.content.split(separator: "\n").map {
          try JSONDocument(parsing: String($0)).root
        }
      }
    }
  }

  var title: String {
    let rest = text.split(separator: "<title>", maxSplits: 1).last ?? ""
    let title = rest.firstRange(of: "</title>").map { rest[..<$0.lowerBound] } ?? ""
    return title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What holds of every report.
  func check() throws {
    #expect(text.hasPrefix("<!DOCTYPE html>\n"))
    #expect(text.hasSuffix("</script>\n</body>\n</html>\n"))
    // The frame's own elements, whatever the run was.
    let frame = blocks.reduce(text) { text, block in
      block.content.isEmpty ? text : text.replacing(block.content, with: "")
    }
    for name in ["html", "head", "body", "title", "style", "header", "nav", "main"] {
      #expect(frame.split(separator: "<\(name)>").count <= 2)
      #expect(frame.split(separator: "</\(name)>").count == 2, "\(name)")
    }
    #expect(try frame.firstMatch(of: Regex("<[a-z]+[^>]* (src|href|on[a-z]+|style)=")) == nil)
    #expect(!HTMLPage.style.contains("url(") && !HTMLPage.style.contains("@import"))
    for block in blocks.dropLast() {
      #expect(block.tag.contains("type=\"application/json\""))
      #expect(!block.content.contains("<"))
    }
    #expect(blocks.last?.tag == "")
    #expect(blocks.last?.content == HTMLPage.script)
    for part in [HTMLPage.script, HTMLPage.style] {
      let digest = Base64.encode(SHA256.digest(Array(part.utf8)))
      #expect(text.contains("-src 'sha256-\(digest)'"))
    }
    #expect(text.contains("content=\"default-src 'none'; "))
    #expect(try rows.count == details.count)
    _ = try (run, end)
  }
}
