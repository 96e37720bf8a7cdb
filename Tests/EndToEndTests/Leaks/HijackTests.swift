import AccordLeaks
import AccordTestSupport
import Foundation
import Testing

/// What a server says is text, and stays text wherever it is shown.
@Suite("No output can be hijacked")
struct HijackTests {
  private static func server() throws -> ScriptedServer {
    let texts = Dictionary(
      uniqueKeysWithValues: (HostileText.all + [.long]).map { ($0.name, $0.octets) })
    return try ScriptedServer.echoing { texts[$0] }
  }

  private static let modes: [(name: String, arguments: [String])] = [
    ("plain", ["--color", "never"]), ("colour", ["--color", "always"]),
    ("wire", ["-v", "--color", "never"]), ("wire in colour", ["-v", "--color", "always"]),
    ("quiet", ["-q", "--color", "never"]),
  ]

  /// The modes that write the most, or all.
  private static var modesToRun: [String] {
    LeaksExtent.isWhole ? modes.map(\.name) : ["colour", "wire"]
  }

  @Test("Every text in every place, in every output", arguments: modesToRun)
  func everyOutput(_ mode: String) throws {
    let server = try Self.server()
    defer { server.stop() }
    let arguments = try #require(Self.modes.first { $0.name == mode }).arguments
    let run = try LeaksRun(
      "hijack",
      ["--url", server.url(""), "--timeout", "20"] + arguments + LeaksRun.reports
        + LeaksRun.standardSet,
      in: Folder())
    #expect(run.exitCode == 1)
    #expect(run.outputs.count == 12)
    for (name, output) in run.outputs {
      let found =
        name == "standard output"
        ? OutputRules.violations(output, allowsColor: arguments.contains("always"))
        : OutputRules.violations(output, of: name)
      #expect(found == [], "\(name)")
      #expect(name == "standard error" || output.utf8.count > 1_000, "\(name)")
    }
    let outcomes = try OutputRules.check(run.folder)
    // A captured text is used by a step of its own, and names have five steps.
    let count = (Echo.all.count + 1) * (HostileText.all.count + 1) + 5 * HostileText.all.count
    #expect(outcomes.values.reduce(0, +) == count)
    #expect(outcomes["failed", default: 0] > 500)
    #expect(outcomes["error", default: 0] > 100)
    if let memory = run.peakMemory { #expect(memory < 256 << 20, "\(memory) octets") }
    let lines = try #require(run.outputs["standard output"]).split(separator: "\n")
    if mode == "wire" {
      // What was cut says so.
      #expect(lines.contains { $0.contains("(the first 16,38") })
    }
  }

  @Test(
    "A report on standard output",
    arguments: LeaksExtent.isWhole
      ? ["junit", "junit-strict", "jsonl", "text", "html", "har", "tap", "ctrf", "markdown"]
      : ["junit", "jsonl", "har"])
  func printedReport(_ kind: String) throws {
    let server = try Self.server()
    defer { server.stop() }
    // An archive has the long texts whole, in every place: they say nothing more here.
    let run = try LeaksRun(
      "hijack",
      ["--url", server.url(""), "--report", "\(kind)=-", "--color", "never"]
        + (kind == "har" ? ["--filter", "^(?!.*: long)"] : []),
      in: Folder())
    let output = try #require(run.outputs["standard output"])
    #expect(output.utf8.count > (kind == "markdown" ? 50_000 : 100_000))
    let limit = ["html", "har"].contains(kind) ? 1 << 20 : 70_000
    #expect(OutputRules.violations(output, lineLimit: limit) == [])
  }

  @Test("No text of a server is a command where a run makes annotations for GitHub Actions")
  func annotations() throws {
    let server = try Self.server()
    defer { server.stop() }
    let folder = try Folder()
    let run = try LeaksRun(
      "hijack",
      ["--url", server.url(""), "--timeout", "20", "-v", "--report", "github"]
        + LeaksRun.reports.filter { $0 != "github=annotations.txt" }.dropLast(),
      environment: [
        "GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": folder.path,
        "GITHUB_STEP_SUMMARY": folder.file("step.md"),
      ], in: folder)
    #expect(run.exitCode == 1)
    #expect(run.outputs.count == 11)
    let lines = try #require(run.outputs["standard output"]).split(separator: "\n")
    // Our own commands come behind everything else.
    let printed = lines.prefix { Annotation(String($0)) == nil }
    let commands = lines[printed.endIndex...]
    #expect(printed.count > 1_000 && commands.count > 5)
    #expect(commands.allSatisfy { Annotation(String($0)) != nil })
    #expect(
      OutputRules.violations(commands.map { String($0.dropFirst(2)) }.joined(separator: "\n"))
        == [])
    #expect(OutputRules.violations(printed.joined(separator: "\n")) == [])
    for (name, output) in run.outputs where name != "standard output" {
      #expect(OutputRules.violations(output, of: name) == [], "\(name)")
    }
    _ = try OutputRules.check(run.folder)
  }

  @Test(
    "Listings",
    arguments: [
      ["list"], ["list", "--format", "json"], ["coverage"], ["coverage", "--format", "json"],
    ])
  func listing(_ arguments: [String]) throws {
    let run = try LeaksRun("hijack", arguments, in: Folder())
    #expect(run.exitCode == 0)
    let output = try #require(run.outputs["standard output"])
    #expect(output.utf8.count > 1_000)
    #expect(OutputRules.violations(output) == [])
    if arguments.contains("json") {
      _ = try JSONSerialization.jsonObject(with: Data(output.utf8))
    }
  }

  @Test("Values of the command line that errors quote", arguments: HostileText.all)
  func commandLine(_ text: HostileText) throws {
    // No argument can hold NUL.
    let value = text.text.replacingOccurrences(of: "\0", with: "")
    let options = [
      ["--filter", "(\(value)"], ["--tag", value], ["--set", "\(value)=x"], ["--jobs", value],
      ["--url", "http://\(value)"], ["--\(value)"], [value], ["--variables", value],
      ["--report", "jsonl=\(value)/no/x"], ["--cacert", value], ["--resolve", value],
    ]
    // Each text with one of them, and each of them with some texts.
    let turn = HostileText.all.firstIndex { $0.name == text.name } ?? 0
    for arguments in LeaksExtent.isWhole ? options : [options[turn % options.count]] {
      let run = try LeaksRun(
        "hijack", ["--filter", "^nothing"] + arguments,
        environment: ["ACCORD_URL": "http://127.0.0.1:9"], in: Folder())
      #expect(run.exitCode == 64 || run.exitCode == 3 || run.exitCode == 2)
      for (name, output) in run.outputs {
        #expect(OutputRules.violations(output) == [], "\(arguments) \(name)")
      }
    }
  }

  @Test("What the server of --start prints")
  func startedServer() throws {
    let folder = try Folder()
    // The run lasts until all is printed.
    let server = try ScriptedServer { [done = folder.file("done")] _ in
      [.waiting { FileManager.default.fileExists(atPath: done) }, .respond(500)]
    }
    defer { server.stop() }
    var log: [UInt8] = []
    for text in HostileText.all + [.long] { log += text.octets + Array("\n".utf8) }
    try Data(log).write(to: URL(fileURLWithPath: folder.file("log")))
    let run = try LeaksRun(
      "hijack",
      [
        "--url", server.url(""), "--start",
        "cat log; cat log >&2; echo done; touch done; exec sleep 60",
        "--resolve", "a.test:80:127.0.0.1", "--filter", "^text: csi", "-q",
      ], in: folder)
    #expect(run.exitCode == 1)
    let errors = try #require(run.outputs["standard error"])
    #expect(OutputRules.violations(errors) == [])
    // It is passed on, all of it but the long line.
    #expect(errors.contains("\\u{1B}]52;c;"))
    #expect(errors.contains("octets)"))
    #expect(errors.hasSuffix("done\n"))
    #expect(errors.utf8.count < 1 << 20)
  }
}
