import AccordDocuments
import Foundation
import Testing

/// A JUnit file that is parsed back, and held to what consumers of it need.
struct JUnitDocument {
  let text: String
  let root: XMLTree.Element

  init(_ text: String) throws {
    self.text = text
    root = try XMLTree(parsing: text).root
  }

  var suites: [XMLTree.Element] { root.elements("testsuite") }
  var cases: [XMLTree.Element] { suites.flatMap { $0.elements("testcase") } }

  /// Where the official schemas lie: `ACCORD_SUITES`.
  static let schemas: String? = ProcessInfo.processInfo.environment["ACCORD_SUITES"]
    .map { "\($0)/junit-xsd" }

  func check(isStrict: Bool) throws {
    #expect(root.name == "testsuites")
    var sums = [0, 0, 0]
    var time = 0.0
    var suiteNames: Set<String> = []
    for suite in suites {
      #expect(suiteNames.insert(suite.attribute("name") ?? "").inserted)
      let cases = suite.elements("testcase")
      let counts = ["failure", "error", "skipped"].map { name in
        cases.count { !$0.elements(name).isEmpty }
      }
      #expect(suite.attribute("tests") == "\(cases.count)")
      #expect(suite.attribute("failures") == "\(counts[0])")
      #expect(suite.attribute("errors") == "\(counts[1])")
      #expect(suite.attribute("skipped") == "\(counts[2])")
      let times = cases.compactMap { Double($0.attribute("time") ?? "") }
      #expect(times.count == cases.count)
      let sum = times.reduce(0, +)
      #expect(abs(sum - (Double(suite.attribute("time") ?? "") ?? -1)) < 0.000_1)
      time += sum
      sums[0] += cases.count
      sums[1] += counts[0]
      sums[2] += counts[1]
      var names: Set<[String]> = []
      for testcase in cases { check(testcase, &names) }
    }
    if isStrict {
      #expect(root.attributes.isEmpty)
      try validate()
    } else {
      #expect(
        ["tests", "failures", "errors"].map { root.attribute($0) } == sums.map { "\($0)" })
      #expect(abs(time - (Double(root.attribute("time") ?? "") ?? -1)) < 0.000_1)
    }
  }

  private func check(_ testcase: XMLTree.Element, _ names: inout Set<[String]>) {
    let name = testcase.attribute("name") ?? ""
    let className = testcase.attribute("classname") ?? ""
    #expect(!name.isEmpty && !className.isEmpty)
    #expect(!className.contains("/"))
    #expect(names.insert([className, name]).inserted)
    #expect((testcase.attribute("time") ?? "").wholeMatch(of: /[0-9]+\.[0-9]{3}/) != nil)
    let verdicts = testcase.elements.filter { ["failure", "error", "skipped"].contains($0.name) }
    #expect(verdicts.count <= 1)
    for verdict in verdicts {
      let message = verdict.attribute("message") ?? ""
      #expect(!message.isEmpty && message.unicodeScalars.count <= 255)
      #expect(!message.contains("\n"))
      #expect(!["yaml", "symbol", "integer", "file"].contains(verdict.attribute("type")))
    }
  }

  private func validate() throws {
    guard let schemas = Self.schemas else { return }
    let tree = try XMLTree(parsing: text)
    for name in ["jenkins-junit-10.xsd", "windyroad-JUnit.xsd"] {
      let schema = try XMLSchema(contentsOf: "\(schemas)/\(name)")
      #expect(try schema.violations(of: tree) == [], "\(name)")
    }
  }
}
