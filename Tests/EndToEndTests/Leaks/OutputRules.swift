import AccordDocuments
import Foundation
import Testing

/// What must hold of everything that a run prints or writes, whatever a server said.
enum OutputRules {
  /// What a terminal, a reader of logs or a person would be misled by; the first few of each kind.
  ///
  /// - Parameters:
  ///   - allowsColor: Whether our own colours may be there.
  ///   - lineLimit: How many octets a line may have.
  static func violations(
    _ output: String, allowsColor: Bool = false, lineLimit: Int = 70_000
  ) -> [String] {
    var text = output
    return text.withUTF8 { violations($0, allowsColor: allowsColor, lineLimit: lineLimit) }
  }

  /// The same for a report by its name.
  static func violations(_ output: String, of name: String) -> [String] {
    switch name {
    // Annotations are commands of ours, which are looked at one by one.
    case "annotations.txt": return []
    // What programs read holds what was exchanged, whole.
    case "run.har", "set/exchanges.har": return violations(output, lineLimit: .max)
    case "report.html": return violations(output, lineLimit: 1 << 20)
    default: return violations(output)
    }
  }

  /// By octets, since outputs are large and tests are built without optimization.
  private static func violations(
    _ octets: UnsafeBufferPointer<UInt8>, allowsColor: Bool, lineLimit: Int
  ) -> [String] {
    var found: [String: Int] = [:]
    var place = 0
    var start = 0
    var isSuspect = false
    while place < octets.count {
      let octet = octets[place]
      switch octet {
      case 0x0A:
        if isSuspect { note(octets[start..<place], in: &found) }
        if place - start > lineLimit { found["a line of \(place - start) octets", default: 0] += 1 }
        start = place + 1
        isSuspect = false
      case 0x1B where allowsColor && ownColors.contains { octets[place...].starts(with: $0) }: break
      case 0..<0x20, 0x7F: found["U+\(String(octet, radix: 16))", default: 0] += 1
      case UInt8(ascii: ":"), UInt8(ascii: "#"): isSuspect = true
      case 0xC2...:
        let scalars = String(decoding: octets[place..<min(place + 4, octets.count)], as: UTF8.self)
          .unicodeScalars
        if let scalar = scalars.first, isForbidden(scalar) {
          found["U+\(String(scalar.value, radix: 16))", default: 0] += 1
        }
      default: break
      }
      place += 1
    }
    if isSuspect { note(octets[start...], in: &found) }
    return found.map { "\($0.key) \($0.value) times" }.sorted()
  }

  private static let ownColors = ["0", "1", "2", "31", "32", "33"].map {
    Array("\u{1B}[\($0)m".utf8)
  }

  /// Looks for commands in a line.
  private static func note(
    _ octets: Slice<UnsafeBufferPointer<UInt8>>, in found: inout [String: Int]
  ) {
    // GitHub's runner trims what is white space to C#, then looks for two colons.
    let beginning = String(decoding: octets.prefix(400), as: UTF8.self)
    let trimmed = beginning.drop { $0.isWhitespace }
    if trimmed.hasPrefix("::"), trimmed.dropFirst(2).contains("::") {
      found["a command: \(beginning.prefix(80))", default: 0] += 1
    }
    for place in octets.indices.dropLast() {
      guard octets[place] == UInt8(ascii: "#"), octets[place + 1] == UInt8(ascii: "#") else {
        continue
      }
      for command in ["##[", "##vso[", "##teamcity["]
      where octets[place...].starts(with: command.utf8) {
        found["a command: \(beginning.prefix(80))", default: 0] += 1
      }
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7F..<0xA0, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE007F:
      true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// Reads the reports of a run back, and counts their steps.
  ///
  /// - Returns: The outcomes of the steps by their word.
  static func check(_ folder: Folder) throws -> [String: Int] {
    let lines = try #require(folder.read("run.jsonl")).split(separator: "\n")
    var outcomes: [String: Int] = [:]
    var end: [String: Any] = [:]
    for line in lines {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      if object["event"] as? String == "step" {
        outcomes[try #require(object["outcome"] as? String), default: 0] += 1
      }
      end = object
    }
    #expect(end["event"] as? String == "end")
    for (name, outcome) in [
      ("passed", "passed"), ("failed", "failed"), ("errors", "error"), ("skipped", "skipped"),
      ("known", "known"), ("observed", "observed"),
    ] {
      #expect(end[name] as? Int == outcomes[outcome, default: 0], "\(name)")
    }
    let count = outcomes.values.reduce(0, +)
    for name in ["junit.xml", "strict.xml"] {
      let text = try #require(folder.read(name))
      let document = try JUnitDocument(parsing: text)
      #expect(document.discrepancies == [], "\(name)")
      #expect(document.stepCases.count == count, "\(name)")
      #expect(document.elements("failure").count == outcomes["failed", default: 0], "\(name)")
      #expect(document.elements("error").count == outcomes["error", default: 0], "\(name)")
      // libxml2 on its own, and the schemas.
      let tree = try XMLTree(parsing: text)
      guard name == "strict.xml",
        let suites = ProcessInfo.processInfo.environment["ACCORD_SUITES"]
      else { continue }
      for file in ["jenkins-junit-10.xsd", "windyroad-JUnit.xsd"] {
        let schema = try XMLSchema(contentsOf: "\(suites)/junit-xsd/\(file)")
        #expect(try schema.violations(of: tree) == [], "\(file)")
      }
    }
    try ReadBack(folder: folder, outcomes: outcomes).check()
    return outcomes
  }
}
