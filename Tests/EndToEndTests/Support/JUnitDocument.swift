import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A JUnit report, parsed back.
struct JUnitDocument {
  private let root: XMLElement

  /// - Throws: Where the text is not well-formed.
  init(parsing text: String) throws {
    root = try #require(try XMLDocument(xmlString: text, options: []).rootElement())
  }

  /// Every element of a name, at any depth.
  func elements(_ name: String) -> [XMLElement] { Self.elements(name, in: root) }

  /// The cases of steps; rules of HTTP are cases of their own.
  var stepCases: [XMLElement] {
    elements("testcase").filter {
      $0.attribute(forName: "classname")?.stringValue?.hasPrefix("conformance.") != true
    }
  }

  private static func elements(_ name: String, in element: XMLElement) -> [XMLElement] {
    (element.name == name ? [element] : [])
      + (element.children ?? []).compactMap { $0 as? XMLElement }
      .flatMap { elements(name, in: $0) }
  }

  /// What does not add up: the totals of a suite and of all suites are the sums of their children
  /// (consumers read one or the other), and a case is named once.
  var discrepancies: [String] {
    var problems: [String] = []
    for element in elements("testsuite") + elements("testsuites") {
      let cases = Self.elements("testcase", in: element)
      let sums = [
        "tests": cases.count,
        "failures": cases.count { !Self.elements("failure", in: $0).isEmpty },
        "errors": cases.count { !Self.elements("error", in: $0).isEmpty },
        "skipped": cases.count { !Self.elements("skipped", in: $0).isEmpty },
      ]
      for (name, sum) in sums {
        guard let said = element.attribute(forName: name)?.stringValue else { continue }
        if said != String(sum) {
          problems.append("\(element.name ?? ""): \(name) \(said), not \(sum)")
        }
      }
    }
    var names: Set<String> = []
    for suite in elements("testsuite") {
      for testCase in Self.elements("testcase", in: suite) {
        let name = ["classname", "name"].map { testCase.attribute(forName: $0)?.stringValue ?? "" }
          .joined(separator: " ")
        let key = "\(suite.attribute(forName: "name")?.stringValue ?? "") \(name)"
        if !names.insert(key).inserted { problems.append("twice: \(key)") }
      }
    }
    return problems.sorted()
  }

  /// The document with one element a line and attributes in the order of their names, times left
  /// out.
  var canonical: String { Self.canonical(root, indent: "") }

  private static func canonical(_ element: XMLElement, indent: String) -> String {
    let attributes = (element.attributes ?? []).map { attribute -> (String, String) in
      let name = attribute.name ?? ""
      return (name, ["time", "timestamp"].contains(name) ? "…" : attribute.stringValue ?? "")
    }
    var text = "\(indent)<\(element.name ?? "")"
    for (name, value) in attributes.sorted(by: { $0.0 < $1.0 }) { text += " \(name)=\"\(value)\"" }
    text += ">\n"
    for child in element.children ?? [] {
      if let child = child as? XMLElement {
        text += canonical(child, indent: indent + "  ")
      } else if let value = child.stringValue?.trimmed, !value.isEmpty {
        text += value.components(separatedBy: "\n").map { "\(indent)  | \($0)\n" }.joined()
      }
    }
    return text
  }
}
