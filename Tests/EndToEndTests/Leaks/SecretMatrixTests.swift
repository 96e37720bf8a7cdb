import AccordLeaks
import AccordTestSupport
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif
#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Each kind of secret × each place and form in which a server tells it × each output.
@Suite("No secret is told")
struct SecretMatrixTests {
  private static let secret = #"Zq7xKv/W+9 "ü<&>'\jH4mTp"#

  private static let modes: [[String]] = [
    ["--color", "never"], ["-v", "--color", "never"], ["-q", "--color", "always"],
  ]

  private static func server(_ secret: String) throws -> ScriptedServer {
    let forms = Dictionary(uniqueKeysWithValues: SecretForm.all.map { ($0.name, $0) })
    return try ScriptedServer.echoing(secret: secret) { name in
      forms[name].map { Array($0.write(secret).utf8) }
    }
  }

  /// What of a secret is found in the outputs.
  private static func leaks(of secret: String, in run: LeaksRun) -> [String] {
    leaks(of: secret, in: run.outputs)
  }

  /// What of a secret is found in outputs, by their names.
  static func leaks(of secret: String, in outputs: [String: String]) -> [String] {
    let traces = SecretForm.traces(of: secret)
    var leaks: [String] = []
    for (name, output) in outputs {
      let octets = Array(output.utf8) + [0]
      for trace in traces {
        guard let place = find(Array(trace.utf8), in: octets) else { continue }
        let around = octets[max(0, place - 120)..<min(octets.count, place + 60)]
        leaks.append("\(name): \(trace) in \(String(decoding: around, as: UTF8.self))")
      }
    }
    return Array(leaks.prefix(10))
  }

  /// Where a text without NUL stands in octets that end with it.
  private static func find(_ needle: [UInt8], in octets: [UInt8]) -> Int? {
    octets.withUnsafeBufferPointer { all in
      (needle + [0]).withUnsafeBufferPointer { part in
        all.withMemoryRebound(to: CChar.self) { all in
          part.withMemoryRebound(to: CChar.self) { part in
            guard let start = all.baseAddress, let wanted = part.baseAddress,
              let found = strstr(start, wanted)
            else { return nil }
            return UnsafePointer(found) - start
          }
        }
      }
    }
  }

  @Test("In no output", arguments: SecretKind.all)
  func nowhere(_ kind: SecretKind) throws {
    let server = try Self.server(Self.secret)
    defer { server.stop() }
    let isFull =
      ["variable", "captured-json", "basic"].contains(kind.name)
      && (LeaksExtent.isWhole || kind.name == "variable")
    for mode in LeaksExtent.isWhole ? Self.modes : [["-v", "--color", "never"]] {
      let run = try kind.run(
        Self.secret, port: server.port, mode + LeaksRun.reports + LeaksRun.archive,
        isFull: isFull)
      #expect(run.exitCode == 1, "\(run.outputs["standard error"] ?? "")")
      #expect(run.outputs.count == 12)
      let leaks = Self.leaks(of: Self.secret, in: run)
      #expect(leaks == [], "\(mode)")
      // It was there to be told, and reports are whole without it.
      for (name, output) in run.outputs where name != "standard error" {
        #expect(output.contains("***"), "\(name)")
      }
      let count = try OutputRules.check(run.folder).values.reduce(0, +)
      #expect(count >= SecretContract.pairs(isFull).count)
    }
    let listing = try kind.run(Self.secret, port: server.port, [], isFull: isFull)
    #expect(Self.leaks(of: Self.secret, in: listing) == [])
  }

  @Test("Of a key of hexadecimal digits in letters of either case")
  func hexadecimal() throws {
    let kind = try SecretKind.named("variable")
    let secret = "c0ffee42-deadbeef"
    let server = try ScriptedServer.echoing { name in
      Array((name == "as-sent" ? secret.uppercased() : secret).utf8)
    }
    defer { server.stop() }
    let run = try kind.run(secret, port: server.port, ["-v"] + LeaksRun.reports + LeaksRun.archive)
    for (name, output) in run.outputs {
      #expect(!output.lowercased().contains("c0ffee"), "\(name)")
      #expect(!output.lowercased().contains("deadbeef"), "\(name)")
    }
  }

  @Test("Only --show-secrets tells them, and not where CI is set", arguments: SecretKind.all)
  func shown(_ kind: SecretKind) throws {
    let server = try Self.server(Self.secret)
    defer { server.stop() }
    let shown = try kind.run(
      Self.secret, port: server.port,
      ["--show-secrets", "-v"] + LeaksRun.reports + LeaksRun.archive)
    #expect(shown.outputs.count == 12)
    for name in shown.outputs.keys where name != "standard error" {
      #expect(try #require(shown.outputs[name]).contains("Zq7xKv"), "\(name)")
      #expect(try #require(shown.outputs[name]).contains("***") == false, "\(name)")
    }
    let refused = try kind.run(
      Self.secret, port: server.port, ["--show-secrets"], environment: ["CI": "1"])
    #expect(refused.exitCode == 64)
    #expect(refused.outputs["standard error"]?.contains("--show-secrets is refused") == true)
  }

  @Test("One of fewer than four characters is refused, whatever it is", arguments: SecretKind.all)
  func short(_ kind: SecretKind) throws {
    for secret in ["x7q", "ü"] {
      let server = try Self.server(secret)
      defer { server.stop() }
      let run = try kind.run(secret, port: server.port, LeaksRun.reports)
      let errors = try #require(run.outputs["standard error"])
      if run.exitCode == 64 {
        #expect(
          errors.contains("shorter than 4 characters") || errors.contains("fewer than 4 characters")
        )
        #expect(server.requests.isEmpty)
      } else {
        // Known only once it is there: each step that would use it has an error.
        #expect(
          kind.name.hasPrefix("captured") || kind.name == "netrc", "\(run.exitCode) \(errors)")
        #expect(run.exitCode == 2)
        let outcomes = try OutputRules.check(run.folder)
        #expect(Set(outcomes.keys).subtracting(["error", "skipped"]) == [])
        #expect(
          run.outputs["standard output"]?.contains("fewer than 4 characters") == true)
      }
    }
  }

  @Test(
    "An empty password is none, and is let through",
    arguments: ["basic", "digest", "user", "netrc", "certificate"])
  func empty(_ name: String) throws {
    let server = try Self.server("nothing at all")
    defer { server.stop() }
    let run = try SecretKind.named(name).run("", port: server.port, LeaksRun.reports)
    #expect(run.exitCode == 1, "\(run.outputs["standard error"] ?? "")")
    #expect(!server.requests.isEmpty)
  }

  @Test(
    "Reports are whole whatever the secret is",
    arguments: [
      "true", "1234", "testcase", "passed", "error", "step", "failed", "0.00", "0000", "name",
      "event", "status", "\"name\"", "<testcase", "accord", "line", "time", "http", "127.0.0.1",
      "tests", "null", "    ", "\\u00", "{\"ev", "----", "***", "****",
    ])
  func whole(_ secret: String) throws {
    let server = try Self.server(secret)
    defer { server.stop() }
    let run = try SecretKind.named("variable").run(
      secret, port: server.port, ["-v"] + LeaksRun.reports + LeaksRun.archive)
    let isUsed = secret.trimmingCharacters(in: .whitespaces).count > 3
    #expect(run.exitCode == (isUsed ? 1 : secret.count < 4 ? 64 : 1))
    guard run.exitCode == 1 else { return }
    let outcomes = try OutputRules.check(run.folder)
    #expect(outcomes.values.reduce(0, +) >= SecretContract.pairs(false).count)
    for name in ["junit.xml", "strict.xml"] {
      let document = try JUnitDocument(parsing: try #require(run.outputs[name]))
      for element in document.elements("testcase") {
        #expect(Double(element.attribute(forName: "time")?.stringValue ?? "") != nil)
      }
    }
  }

  @Test("What the server of --start logs of them")
  func startedServer() throws {
    let server = try Self.server(Self.secret)
    defer { server.stop() }
    let folder = try Folder()
    for form in SecretForm.all {
      try folder.write(
        (folder.read("log") ?? "") + "told \(form.write(Self.secret))\n", to: "log")
    }
    let run = try LeaksRun(
      "secrets",
      [
        "--url", server.url(""), "--start", "cat log; exec sleep 60", "--resolve",
        "a.test:80:127.0.0.1", "--secret", "token=\(Self.secret)", "--repeat", "3",
      ] + LeaksRun.reports, environment: ["LEAKS_KIND": "variable"], in: folder)
    #expect(Self.leaks(of: Self.secret, in: run) == [])
    let lines = try #require(run.outputs["standard error"]).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("told ") && $0.contains("***") } == SecretForm.all.count)
  }

  @Test("A line of the contract that an error shows has no credentials")
  func contractProblem() throws {
    let run = try LeaksRun(
      "secrets", ["--url", "http://127.0.0.1:9"],
      environment: ["LEAKS_KIND": "problem"], in: Folder())
    #expect(run.exitCode == 64)
    let errors = try #require(run.outputs["standard error"])
    #expect(errors.contains(".auth(.bearer(\"***\"))"))
    #expect(!errors.contains("hunter2"))
  }
}
