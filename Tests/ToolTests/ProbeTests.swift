import AccordDocuments
import AccordTestSupport
import Foundation
import Testing

@testable import AccordTool

@Suite("accord probe")
struct ProbeTests {
  private static let target = """
    {
      "collections": [
        {
          "path": "/items", "item": "/items/{id}",
          "samples": [{"json": {"name": "lamp", "quantity": 1}}],
          "replacement": {"json": {"name": "lamp", "quantity": 2}},
          "rejected": [{"json": {"name": 7}}], "patch": ["merge", "json"]
        }
      ],
      "documents": ["/steady"],
      "protected": [{"path": "/private", "credentials": {"bearer": {"tokenVariable": "TOKEN"}}}]
    }
    """

  private static let options = [
    "--collection", "/items", "--item", "/items/{id}",
    "--sample", #"{"name": "lamp", "quantity": 1}"#, "--document", "/steady",
  ]

  @Test("A probe that only reads sends safe methods only, and an API that keeps the rules passes")
  func readOnly() throws {
    let server = try ModelAPI().serve()
    defer { server.stop() }
    let outcome = try ToolRun(files: [:]).run(
      ["probe", server.url(""), "--read-only", "--allow", "intrusive"] + Self.options)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("no rule violated"))
    let methods = Set(server.requests.map(\.method))
    #expect(methods.contains("GET"))
    // What goes as octets says GET too, but for what a server must refuse.
    #expect(methods.isSubset(of: ["GET", "HEAD", "OPTIONS"]), "\(methods)")
  }

  @Test("What is thrown away was made by the probe, and nothing of it is left")
  func throwaway() throws {
    let api = ModelAPI()
    let server = try api.serve()
    defer { server.stop() }
    let before = api.ids
    let outcome = try ToolRun(files: [:]).run(["probe", server.url("")] + Self.options)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(api.ids == before)
    #expect(server.requests.contains { $0.method == "POST" })
    for request in server.requests where !["GET", "HEAD", "OPTIONS"].contains(request.method) {
      guard request.method != "POST" else {
        #expect(request.target == "/items")
        continue
      }
      let id = request.target.dropFirst("/items/".count)
      #expect(!before.contains(String(id)), "\(request.method) \(request.target) was not made here")
    }
  }

  @Test("A rule that is broken fails it: which, where, by what section, and how to see it")
  func violation() throws {
    let server = try ScriptedServer { request in
      request.method == "GET"
        ? [.respond(200, ["Content-Type: application/json", "Date: yesterday"], "{}")]
        : [.respond(405, ["Date: yesterday"])]
    }
    defer { server.stop() }
    let run = try ToolRun(files: [:])
    let outcome = try run.run([
      "probe", server.url("/here"), "--rule", "http.date.format", "--report", "json=found.json",
    ])
    #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
    for part in ["http.date.format", "/here", "RFC 9110 section 5.6.7", "curl"] {
      #expect(outcome.output.contains(part), "\(part)")
    }
    let report = try JSONDocument(parsing: Array((run.read("found.json") ?? "").utf8)).root
    let rule = try #require(report.member("rules")?.element(0))
    #expect(rule.member("id")?.string == "http.date.format")
    #expect(rule.member("verdict")?.string == "violation")
  }

  @Test("A server that is not there gives no verdict")
  func unreachable() throws {
    let server = try ScriptedServer { _ in [.respond()] }
    let url = server.url("/here")
    server.stop()
    let run = try ToolRun(files: [:])
    let outcome = try run.run(["probe", url, "--report", "tap=run.tap"])
    #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
    #expect((outcome.output + outcome.errors).contains("cannot be reached"))
    #expect(outcome.output.contains("no rule judged"))
    #expect(run.read("run.tap")?.contains("\nnot ok 1 - conformance: ") == true)
  }

  @Test("A probe that finds something is a point of TAP, and no plan of nothing")
  func tap() throws {
    let server = try ScriptedServer { _ in [.respond(200, ["Date: yesterday"])] }
    defer { server.stop() }
    let run = try ToolRun(files: [:])
    let outcome = try run.run([
      "probe", server.url("/here"), "--rule", "http.date.format", "--report", "tap=run.tap",
    ])
    #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
    let tap = try #require(run.read("run.tap"))
    #expect(tap.hasPrefix("TAP version 14\n1..1\n") && tap.contains("\nnot ok 1 - conformance: "))
  }

  @Test("What stands in the way of most rules is told, and which are not tried")
  func obstructions() throws {
    let server = try ModelAPI().serve()
    defer { server.stop() }
    let outcome = try ToolRun(files: [:]).run([
      "probe", server.url(""), "--collection", "/items", "--item", "/items/{id}",
      "--sample", #"{"nam": 7}"#, "--document", "/nowhere",
    ])
    for part in [
      "rules not judged: POST /items with the sample answered 4",
      "rules not judged: GET /nowhere answered 404", "not tried: ",
      "rules without --allow intrusive",
    ] {
      #expect(outcome.output.contains(part), "\(part): \(outcome.output)")
    }
  }

  @Test("Where nothing but obstacles is met, there is no verdict, and not nothing to judge")
  func undecided() throws {
    let server = try ScriptedServer { _ in [.respond(503)] }
    defer { server.stop() }
    let outcome = try ToolRun(files: [:]).run([
      "probe", server.url("/here"), "--rule", "http.etag.stable",
    ])
    #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
  }

  @Test("A file of targets says the same as the options")
  func file() throws {
    let run = try ToolRun(files: ["target.json": Self.target])
    let listed = try run.run(["probe", "http://127.0.0.1:1", "--target", "target.json", "--list"])
    #expect(listed.status == 0, "\(listed.errors)")
    for path in ["/items", "/steady", "/private"] { #expect(listed.output.contains(path)) }
    let missing = try run.run(["probe", "http://127.0.0.1:1", "--target", "target.json"])
    #expect(missing.status == 64)
    #expect(missing.errors.contains("TOKEN"))
  }

  @Test("The schema of such files is one, and takes what takes no mistake")
  func schema() throws {
    let printed = try ToolRun(files: [:]).run(["probe", "--target-schema"])
    #expect(printed.status == 0)
    let schema = try JSONSchema(compiling: try JSONDocument(parsing: printed.output))
    #expect(schema.validate(try JSONDocument(parsing: Self.target).root).isEmpty)
    #expect(!schema.validate(try JSONDocument(parsing: #"{"documents": 7}"#).root).isEmpty)
  }

  @Test(
    "A mistake in a file is told with its place and what was meant",
    arguments: [
      (#"{"colections": []}"#, "target.json:1:2:", "did you mean 'collections'?"),
      (#"{"documents": ["here"]}"#, "target.json:1:16: /documents/0: ", "slash"),
      (#"{"documents": ["/a"], "documents": ["/b"]}"#, "target.json:1:23:", "named twice"),
      (#"{"documents": ["/a"]"#, "target.json", ":1"),
      (#"{"collections": [{"path": "/a", "item": "/a"}]}"#, "/collections/0/item", "{id}"),
      (#"{"documents": ["/a"], "skip": ["http.nothing"]}"#, "http.nothing", "no rule"),
    ])
  func mistakes(text: String, place: String, words: String) throws {
    let run = try ToolRun(files: ["target.json": text])
    let outcome = try run.run(["probe", "http://127.0.0.1:1", "--target", "target.json"])
    #expect(outcome.status == 64, "\(outcome.output)")
    #expect(outcome.errors.contains(place), "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test(
    "Options that cannot be are told before anything is sent",
    arguments: [
      (["probe"], "no API to probe"),
      (["probe", "http://127.0.0.1:1", "--item", "/a/{id}"], "--collection"),
      (["probe", "http://127.0.0.1:1", "--collection", "items"], "begins with a slash"),
      (["probe", "http://127.0.0.1:1", "--collection", "/a", "--item", "/a"], "{id}"),
      (["probe", "http://127.0.0.1:1", "--collection", "/a", "--sample", "{"], "--sample"),
      (["probe", "http://127.0.0.1:1", "--rule", "no"], "there is no rule 'no'"),
      (["probe", "http://127.0.0.1:1", "--allow", "everything"], "everything"),
      (["probe", "http://127.0.0.1:1", "--protected", "/a", "--bearer-variable", "NONE"], "NONE"),
      (["probe", "http://127.0.0.1:1", "--target", "a.json", "--document", "/a"], "exclude"),
    ])
  func options(arguments: [String], words: String) throws {
    let outcome = try ToolRun(files: [:]).run(arguments)
    #expect(outcome.status == 64, "\(outcome.output)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }
}
