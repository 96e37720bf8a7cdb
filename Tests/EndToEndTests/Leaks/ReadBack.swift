import Foundation
import Testing

/// The reports of a run that are for people and programs besides JUnit's, read back: each is whole,
/// and tells what the lines of JSON tell.
struct ReadBack {
  let folder: Folder
  /// How many steps came to what, by its word.
  let outcomes: [String: Int]

  private var stepCount: Int { outcomes.values.reduce(0, +) }

  private func count(_ names: String...) -> Int {
    names.reduce(0) { $0 + outcomes[$1, default: 0] }
  }

  /// Looks at those that are there.
  func check() throws {
    if let text = folder.read("report.html") { try checkPage(text) }
    if let text = folder.read("run.tap") { checkTAP(text) }
    if let text = folder.read("run.ctrf.json") { try checkCTRF(text) }
    for name in ["run.md", "step.md"] {
      if let text = folder.read(name) { checkMarkdown(text, name) }
    }
    if let text = folder.read("annotations.txt") { checkAnnotations(text) }
    for name in ["run.har", "set/exchanges.har"] {
      if let text = folder.read(name) { try checkArchive(text, isWhole: name == "run.har") }
    }
  }

  // MARK: - Documents of JSON

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func checkCTRF(_ text: String) throws {
    let results = try #require(try object(text)["results"] as? [String: Any])
    let all = try #require(results["tests"] as? [[String: Any]])
    // Rules of HTTP are tests of their own.
    let rules = all.filter { ($0["suite"] as? [String])?.first == "conformance" }
    func ruleCount(_ status: String) -> Int { rules.count { $0["status"] as? String == status } }
    let tests = all.filter { ($0["suite"] as? [String])?.first != "conformance" }
    #expect(tests.count == stepCount)
    var words: [String: Int] = [:]
    for test in tests { words[test["rawStatus"] as? String ?? "", default: 0] += 1 }
    #expect(words == outcomes)
    let summary = try #require(results["summary"] as? [String: Any])
    #expect(summary["failed"] as? Int == count("failed", "error"))
    #expect(summary["passed"] as? Int == count("passed") + ruleCount("passed"))
    #expect(summary["other"] as? Int == count("observed", "known") + ruleCount("other"))
  }

  private func checkArchive(_ text: String, isWhole: Bool) throws {
    let log = try #require(try object(text)["log"] as? [String: Any])
    #expect(log["version"] as? String == "1.2")
    let entries = try #require(log["entries"] as? [[String: Any]])
    #expect(!entries.isEmpty || stepCount == 0 || count("failed") == 0)
    for entry in entries {
      let own = try #require(entry["_accord"] as? [String: Any])
      let outcome = try #require(own["outcome"] as? String)
      #expect(isWhole || ["failed", "error"].contains(outcome))
      #expect(outcomes[outcome] != nil, "\(outcome)")
      #expect(entry["time"] is NSNumber && entry["timings"] is [String: Any])
    }
  }

  /// What a browser takes for data: a `script` element ends at the first `</script`.
  private func checkPage(_ text: String) throws {
    #expect(text.hasPrefix("<!DOCTYPE html>\n") && text.hasSuffix("</body>\n</html>\n"))
    var rows: [String: Int] = [:]
    var details = 0
    var scripts = 0
    for part in text.components(separatedBy: "<script").dropFirst() {
      let halves = part.components(separatedBy: "</script")
      #expect(halves.count == 2)
      let tag = try #require(halves[0].range(of: ">"))
      let content = String(halves[0][tag.upperBound...])
      let head = halves[0][..<tag.lowerBound]
      if head.contains("class=\"rows\"") {
        let list = try JSONSerialization.jsonObject(with: Data(content.utf8))
        for row in try #require(list as? [[Any]]) {
          rows[try #require(row[3] as? String), default: 0] += 1
        }
      } else if head.contains("class=\"details\"") {
        for line in content.split(separator: "\n") {
          _ = try object(String(line))
          details += 1
        }
      } else if head.contains("id=") {
        _ = try object(content)
      } else {
        scripts += 1
      }
    }
    #expect(scripts == 1, "scripts that would be run")
    #expect(details == stepCount)
    let letters = Dictionary(
      uniqueKeysWithValues: outcomes.map { (String($0.key.prefix(1)), $0.value) })
    #expect(rows == letters)
  }

  // MARK: - Lines

  private func checkTAP(_ text: String) {
    let lines = text.split(separator: "\n")
    #expect(lines.first == "TAP version 14")
    #expect(lines.count { $0.hasPrefix("1..") } == 1)
    #expect(lines.count { $0.hasPrefix("not ok ") } == count("failed", "error", "known"))
    // All rules of HTTP together are a point of their own.
    let rules = lines.count { $0.hasPrefix("ok ") && $0.contains(" - conformance: ") }
    #expect(lines.count { $0.hasPrefix("ok ") } == count("passed", "skipped", "observed") + rules)
    #expect(lines.count { $0 == "  ---" } == lines.count { $0 == "  ..." })
    for line in lines {
      let isKnown = ["TAP version 14", "1..", "# ", "ok ", "not ok ", "  ", "Bail out! "]
        .contains { line.hasPrefix($0) }
      #expect(isKnown, "\(line.prefix(100))")
    }
  }

  private func checkAnnotations(_ text: String) {
    var counts: [String: Int] = [:]
    for line in text.split(separator: "\n") {
      guard let command = Annotation(String(line)) else {
        Issue.record("no annotation: \(line.prefix(100))")
        continue
      }
      counts[command.level, default: 0] += 1
    }
    #expect(counts.values.allSatisfy { $0 <= 10 })
    #expect((counts["error"] ?? 0 > 0) == (count("failed", "error") > 0))
  }

  private func checkMarkdown(_ text: String, _ name: String) {
    #expect(text.utf8.count <= (name == "step.md" ? 1 << 20 : 1 << 16))
    #expect(text.hasPrefix("## "))
    let own = Markdown.withoutCode(text)
    for (title, count) in [("Failed", count("failed")), ("Known", count("known"))] where count > 0 {
      #expect(own.contains("### \(title) (\(count))") || own.contains("does not fit"), "\(title)")
    }
    let markup = own.replacingOccurrences(
      of: "</?(details|summary)>", with: "", options: .regularExpression)
    for mark in ["<", "](", "@", "http:", "https:", "![", "\u{1B}"] {
      #expect(!markup.contains(mark), "\(name): \(mark)")
    }
  }
}

/// A command that makes an annotation, as GitHub's runner reads it, and as we may write it.
struct Annotation {
  let level: String

  /// Nothing for what is no command of ours.
  init?(_ line: String) {
    guard line.hasPrefix("::"), let end = line.dropFirst(2).range(of: "::") else { return nil }
    let head = line[line.index(line.startIndex, offsetBy: 2)..<end.lowerBound]
    let parts = head.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, ["error", "warning", "notice"].contains(parts[0]) else { return nil }
    level = String(parts[0])
    for pair in parts[1].split(separator: ",") {
      let halves = pair.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, ["file", "line", "col", "title"].contains(halves[0]) else {
        return nil
      }
      if ["line", "col"].contains(halves[0]), Int(halves[1]) == nil { return nil }
    }
  }
}

/// Markdown as far as it must be known to see what is no code in it (CommonMark 0.31 sections 4.5
/// and 6.1).
enum Markdown {
  static func withoutCode(_ text: String) -> String {
    var own: [String] = []
    var fence: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let ticks = line.prefix { $0 == "`" }.count
      if let open = fence {
        if ticks >= open, ticks == line.count { fence = nil }
      } else if ticks >= 3, !line.dropFirst(ticks).contains("`") {
        fence = ticks
      } else {
        own.append(withoutSpans(String(line)))
      }
    }
    return own.joined(separator: "\n")
  }

  private static func withoutSpans(_ line: String) -> String {
    var own = ""
    var rest = line[...]
    while let start = rest.firstIndex(of: "`") {
      own += rest[..<start]
      let ticks = rest[start...].prefix { $0 == "`" }
      rest = rest[ticks.endIndex...]
      guard let end = closing(ticks.count, in: rest) else {
        own += ticks
        continue
      }
      rest = rest[end...]
    }
    return own + rest
  }

  /// Where a span ends that began with so many backticks.
  private static func closing(_ count: Int, in text: Substring) -> Substring.Index? {
    var rest = text
    while let start = rest.firstIndex(of: "`") {
      let ticks = rest[start...].prefix { $0 == "`" }
      if ticks.count == count { return ticks.endIndex }
      rest = rest[ticks.endIndex...]
    }
    return nil
  }
}
