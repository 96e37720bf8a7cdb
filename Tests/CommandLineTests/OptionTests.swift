import AccordContract
import AccordHTTP
import ArgumentParser
import Testing

@testable import AccordCommandLine

@Suite("Options")
struct OptionTests {
  /// The message for a command line that cannot be carried out.
  private func complaint(_ arguments: [String]) -> String? {
    do {
      _ = try ContractCommand.command(of: arguments)
      return nil
    } catch {
      return ContractCommand.message(for: error)
    }
  }

  private func run(_ arguments: [String]) throws -> RunCommand {
    try #require(try ContractCommand.command(of: arguments) as? RunCommand)
  }

  @Test(
    "A size is octets, or has a unit",
    arguments: [
      ("1", 1), ("1000", 1_000), ("1B", 1), ("2kB", 2_000), ("2K", 2_048), ("2KiB", 2_048),
      ("3MB", 3_000_000), ("3M", 3 << 20), ("64MiB", 64 << 20), ("1GB", 1_000_000_000),
      ("1G", 1 << 30), ("1GiB", 1 << 30),
    ])
  func size(text: String, octets: Int) {
    #expect(Size(argument: text)?.octets == octets)
  }

  @Test(
    "What is no size is refused",
    arguments: ["", "0", "-1", "1.5MiB", "MiB", "1 MiB", "1TiB", "many", "9223372036854775807GiB"])
  func noSize(text: String) {
    #expect(Size(argument: text) == nil)
  }

  @Test("A size is shown as it is usually written")
  func sizeText() {
    #expect("\(Size(octets: 64 << 20))" == "64MiB")
    #expect("\(Size(octets: 1_000))" == "1000")
  }

  @Test(
    "A time is seconds, with a fraction if need be",
    arguments: [
      ("0", Duration.zero), ("30", .seconds(30)), ("0.25", .milliseconds(250)),
      ("1e3", .seconds(1_000)),
    ])
  func seconds(text: String, duration: Duration) {
    #expect(Seconds(argument: text)?.duration == duration)
  }

  @Test("What is no time is refused", arguments: ["", "-1", "1s", "nan", "inf", "1e10", "soon"])
  func noSeconds(text: String) {
    #expect(Seconds(argument: text) == nil)
  }

  @Test(
    "A rate is a number, and may say that it is a second's",
    arguments: [("10", 10.0), ("10/s", 10), ("0.5/s", 0.5)])
  func rate(text: String, perSecond: Double) {
    #expect(Rate(argument: text)?.perSecond == perSecond)
  }

  @Test("What is no rate is refused", arguments: ["", "10/m", "fast", "nan", "inf"])
  func noRate(text: String) {
    #expect(Rate(argument: text) == nil)
  }

  @Test(
    "A report has a kind and a path",
    arguments: [
      ("junit=junit.xml", ReportRequest(.junit, path: "junit.xml")),
      ("junit-strict=-", ReportRequest(.junitStrict, path: "-")),
      ("jsonl=a=b", ReportRequest(.jsonl, path: "a=b")),
      ("text=./run.txt", ReportRequest(.text, path: "./run.txt")),
      ("tap=a", ReportRequest(.tap, path: "a")), ("ctrf=a", ReportRequest(.ctrf, path: "a")),
      ("har=a", ReportRequest(.har, path: "a")), ("github", ReportRequest(.github, path: "-")),
      ("github=a", ReportRequest(.github, path: "a")),
      ("markdown=a", ReportRequest(.markdown, path: "a")),
      ("html=-", ReportRequest(.html, path: "-")),
    ])
  func report(text: String, request: ReportRequest) {
    #expect(ReportRequest(argument: text) == request)
  }

  @Test("What is no report is refused", arguments: ["junit", "junit=", "=x", "JUnit=x", "pdf=x"])
  func noReport(text: String) {
    #expect(ReportRequest(argument: text) == nil)
  }

  @Test("A folder of reports has the standard set, and single ones besides")
  func folder() throws {
    let command = try run(["--reports", "out", "--report", "junit=other.xml"])
    #expect(
      command.reports.requests == [
        ReportRequest(.junit, path: "out/junit.xml", isOfStandardSet: true),
        ReportRequest(.text, path: "out/summary.txt", isOfStandardSet: true),
        ReportRequest(.html, path: "out/report.html", isOfStandardSet: true),
        ReportRequest(.jsonl, path: "out/run.jsonl", isOfStandardSet: true),
        ReportRequest(.har, path: "out/exchanges.har", isOfStandardSet: true),
        ReportRequest(.junit, path: "other.xml"),
      ])
  }

  @Test("Only a page, and an archive that was asked for by name, need the wire recorded")
  func wire() throws {
    let standard = try run(["--reports", "out"]).reports.requests
    #expect(standard.filter(\.needsWire).map(\.kind) == [.html])
    #expect(try run(["--report", "har=a"]).reports.requests.allSatisfy(\.needsWire))
  }

  @Test("Nothing said means what the help says")
  func defaults() throws {
    let command = try run([])
    #expect(command.server.url == nil)
    #expect(command.server.wait == nil)
    #expect(command.running.jobs == nil)
    #expect(command.running.maxConnectionsPerHost == nil)
    #expect(command.running.respectRetryAfter == nil)
    let client = try TransportBinding(command.transport, trait: nil).client
    let agent = try #require(client.userAgent)
    #expect(agent.hasPrefix("accord/") && UserAgent.isWellFormed(agent))
    #expect(command.running.repetitions == 1)
    #expect(command.running.shuffle == nil)
    #expect(command.limits.limits.total == .seconds(30))
    #expect(command.limits.limits.connect == .seconds(10))
    #expect(command.limits.limits.bodySize == 64 << 20)
    #expect(command.transport.version == nil)
    #expect(command.reports.requests.isEmpty)
    #expect(command.output.color == .auto)
  }

  @Test("Retry-After is followed, or not, as is said; who asks may be said as in curl")
  func manners() throws {
    #expect(try run(["--respect-retry-after"]).running.respectRetryAfter == true)
    #expect(try run(["--no-respect-retry-after"]).running.respectRetryAfter == false)
    #expect(try run(["--max-connections-per-host", "3"]).running.maxConnectionsPerHost == 3)
    #expect(try run(["-A", "gate/1"]).transport.userAgent == "gate/1")
    #expect(try run(["--user-agent", "gate/1 (x)"]).transport.userAgent == "gate/1 (x)")
  }

  @Test(
    "A number of connections that cannot be, and a User-Agent that is none, are refused",
    arguments: [
      ["--max-connections-per-host", "0"], ["--max-connections-per-host", "1001"], ["-A", ""],
      ["-A", "a\r\nX: y"],
    ])
  func noManners(arguments: [String]) {
    #expect(
      complaint(arguments)?.contains(arguments[0] == "-A" ? "--user-agent" : arguments[0]) == true)
  }

  @Test("run may be said and may be left out", arguments: [["run"], []])
  func runIsTheDefault(words: [String]) throws {
    #expect(try run(words + ["--url", "http://a"]).server.url == "http://a")
  }

  @Test(
    "The changes that fail are named with commas",
    arguments: [
      ("none", "none"), ("shape,status", "status,shape"), ("type", "type"),
      ("status,outcome", "status,outcome"),
    ])
  func failingChanges(text: String, kinds: String) throws {
    let command = try run(["--compare", "a.jsonl", "--compare-fail", text])
    #expect("\(command.comparing.compareFail)" == kinds)
    #expect(complaint(["--compare", "a", "--compare-fail", "stauts"])?.contains("stauts") == true)
  }

  @Test("--shuffle may have a seed")
  func shuffle() throws {
    guard case .random? = try run(["--shuffle"]).running.shuffle else {
      Issue.record("no random order")
      return
    }
    guard case .seed(7)? = try run(["--shuffle", "7"]).running.shuffle else {
      Issue.record("not the order of the seed")
      return
    }
  }

  @Test(
    "What cannot be carried out is refused, with the reason",
    arguments: [
      (["--jobs", "0"], "--jobs takes a whole number from 1 to 1000, not 0"),
      (["--jobs", "1001"], "--jobs takes a whole number from 1 to 1000, not 1001"),
      (["--timeout", "0"], "--timeout takes seconds above 0, such as 0.5 or 30"),
      (["--connect-timeout", "0"], "--connect-timeout takes seconds above 0, such as 0.5 or 30"),
      (["--repeat", "0"], "--repeat takes a whole number from 1 to 1000000, not 0"),
      (
        ["--shuffle", "3", "--seed", "5"],
        "--shuffle 3 and --seed 5 differ, and a run has one seed; leave one of them out"
      ),
      (
        ["--compare", "a", "--volatile", "$.["],
        "The value '$.[' is invalid for '--volatile <name>'"
      ),
      (["--compare", "a", "--volatile", ""], "The value '' is invalid for '--volatile <name>'"),
      (["--rate", "1e-30"], "--rate takes 0.001 to 1000000 requests a second, not 1e-30"),
      (["--rate", "0"], "--rate takes 0.001 to 1000000 requests a second, not 0"),
      (["--rate=-1/s"], "--rate takes 0.001 to 1000000 requests a second, not -1/s"),
      (["--rate", "2e6/s"], "--rate takes 0.001 to 1000000 requests a second, not 2e6/s"),
      (["-v", "-q"], "-v and -q exclude each other"),
      (["--update-baseline"], "--update-baseline needs the file: --baseline FILE"),
      (["--strict-baseline"], "--strict-baseline needs the file: --baseline FILE"),
      (["--volatile", "a"], "--volatile is of use beside --compare FILE only"),
      (["--compare-fail", "none"], "--compare-fail is of use beside --compare FILE only"),
      (["--ipv4", "--ipv6"], "--ipv4 and --ipv6 exclude each other"),
      (
        ["--http2", "--http1.1"],
        "--http1.1, --http2 and --http2-prior-knowledge exclude one another"
      ),
      (["--resolve", "nonsense"], "--resolve takes HOST:PORT:ADDRESS, not 'nonsense'"),
      (["--resolve", "a:b:127.0.0.1"], "--resolve takes HOST:PORT:ADDRESS, not 'a:b:127.0.0.1'"),
      (["--connect-to", "a:1:b"], "--connect-to takes HOST1:PORT1:HOST2:PORT2, not 'a:1:b'"),
    ])
  func refused(arguments: [String], message: String) {
    #expect(complaint(arguments) == message)
  }

  @Test(
    "An empty path, as of a variable of the shell that has no value, is refused",
    arguments: [
      "--reports", "--source-root", "--baseline", "--compare", "--rerun-failed", "--durations",
      "--variables", "--netrc-file", "--cacert", "--key", "--proxy-cacert", "--unix-socket",
    ])
  func emptyPath(option: String) {
    let further = option == "--key" ? ["--cert", "a"] : []
    #expect(
      complaint([option, ""] + further)
        == "\(option) takes a path, and what it was given is empty")
  }

  @Test("An empty path is refused where a recording is judged and where shards are joined")
  func emptyArguments() throws {
    #expect(
      complaint(["judge", ""]) == "<file.har> takes a path, and what it was given is empty")
    for arguments in [[""], ["a", "--har", ""], ["a", "--reports", ""], ["a", "--baseline", ""]] {
      #expect(throws: (any Error).self) { try MergeCommand.parse(arguments) }
    }
    #expect(throws: Never.self) { try MergeCommand.parse(["a"]) }
  }

  @Test(
    "What curl takes for --resolve and --connect-to is taken",
    arguments: [
      ["--resolve", "a.test:80:127.0.0.1"], ["--resolve", "a.test:80:[::1]"],
      ["--resolve", "a.test:80:::1"], ["--resolve", "+a.test:80:127.0.0.1,127.0.0.2"],
      ["--resolve=-a.test:80"], ["--connect-to", "::127.0.0.1:8080"],
      ["--connect-to", "a.test:80:[::1]:8080"],
    ])
  func accepted(arguments: [String]) {
    #expect(complaint(arguments) == nil)
  }
}
