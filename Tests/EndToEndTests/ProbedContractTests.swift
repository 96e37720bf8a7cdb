import AccordTestSupport
import Foundation
import Testing

/// What becomes of a contract's probes where they are known to fail, or cannot be judged.
@Suite("A contract with probes")
struct ProbedContractTests {
  /// A server that has a clock, and says what it shows or does not.
  private static func server(isBroken: Bool) throws -> ScriptedServer {
    let moment = "Mon, 23 Nov 2026 13:00:00 GMT"
    return try ScriptedServer { _ in
      [.respond(200, ["Last-Modified: \(moment)"] + (isBroken ? [] : ["Date: \(moment)"]))]
    }
  }

  private func run(
    _ server: ScriptedServer, _ arguments: [String], in folder: Folder
  ) throws -> Program.Result {
    try Program(
      Program.path("cases"), arguments + ["--color", "never"],
      environment: ["ACCORD_CASE": "probed", "ACCORD_URL": server.url("")], in: folder
    ).result(within: .seconds(60))
  }

  @Test("What is listed is known, and what is mended is named")
  func baseline() throws {
    let broken = try Self.server(isBroken: true)
    let kept = try Self.server(isBroken: false)
    defer {
      broken.stop()
      kept.stop()
    }
    let folder = try Folder()
    let failed = try run(broken, [], in: folder)
    #expect(failed.exitCode == 1 && failed.output.contains("http.date.present  /a:"), "\(failed)")
    let list = ["--baseline", "known.jsonl"]
    let updated = try run(broken, list + ["--update-baseline"], in: folder)
    #expect(updated.exitCode == 0, "\(updated)")
    let text = try #require(folder.read("known.jsonl"))
    let entry = #"{"id":"Rules › /a","kind":"rule","place":"http.date.present"}"#
    #expect(text.split(separator: "\n").contains(entry[...]), "\(text)")
    let known = try run(broken, list, in: folder)
    #expect(known.exitCode == 0 && known.output.contains("(known: listed in known.jsonl)"))
    let mended = try run(kept, list, in: folder)
    #expect(mended.exitCode == 0, "\(mended)")
    #expect(mended.output.contains("lists it as a known failure; take the entry out"))
    #expect(try run(kept, list + ["--strict-baseline"], in: folder).exitCode == 1)
    // The list of a target that is not there is stale as that of a step is.
    try folder.write(entry.replacing("/a", with: "/gone") + "\n", to: "known.jsonl")
    let stale = try run(kept, list + ["--strict-baseline"], in: folder)
    #expect(stale.exitCode == 1 && stale.output.contains("Rules › /gone"), "\(stale)")
  }

  @Test("A recording has nothing of its probes, which every report says, and nothing fails for it")
  func judge() throws {
    let server = try Self.server(isBroken: false)
    defer { server.stop() }
    let folder = try Folder()
    let live = try run(
      server, ["--report", "har=live.har", "--conformance", "off"], in: folder)
    #expect(live.exitCode == 0, "\(live)")
    let judged = try run(
      server, ["judge", "live.har", "--report", "jsonl=run.jsonl", "--report", "html=run.html"],
      in: folder)
    #expect(judged.exitCode == 0, "\(judged)")
    let words = "is not judged: a recording has no answers to what a probe asks"
    #expect(judged.output.components(separatedBy: "\"Rules\" \(words)").count == 2, "\(judged)")
    #expect(folder.read("run.jsonl")?.contains(words) == true)
    #expect(folder.read("run.html")?.contains(words) == true)
  }
}
