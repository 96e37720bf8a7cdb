import AccordContract
import AccordDocuments
import AccordEngine
import Foundation
import Testing

@testable import AccordHTTP
@testable import AccordReports

@Suite("HTTP Archive 1.2")
struct HARReportTests {
  private func entries(
    _ records: [StepRecord], _ kind: ReportKind = .har, secrets: [String] = []
  ) throws -> [JSONNode] {
    let report = try rendered(kind, Samples.run(records, secrets: secrets))
    return Array(try #require(try JSONDocument(parsing: report).root.at("log", "entries")).elements)
  }

  /// An exchange with all that an archive can hold.
  private static func exchange(body: [UInt8] = Array("{}".utf8)) -> Exchange {
    let head =
      "POST /a?b=c&d HTTP/1.1\r\nHost: h\r\nCookie: s=1; t=2\r\nContent-Type: text/plain\r\n\r\n"
    return Exchange(
      request: HTTPRequest(
        method: "POST", url: "http://127.0.0.1:8080/a?b=c&d", content: .bytes(Array("hi".utf8))),
      sent: SentRequest(head: Array(head.utf8), content: Array("hi".utf8)),
      result: .success(
        HTTPResponse(
          version: .http1_1, status: 201, reason: "Created",
          fields: HTTPFields([
            ("Content-Type", "application/json"), ("Set-Cookie", "a=b=c; Path=/; HttpOnly"),
            ("x-Two", "1"), ("X-Two", "2"),
          ]),
          trailers: HTTPFields([("T", "t")]),
          interim: [InterimResponse(status: 103, fields: HTTPFields([("Link", "l")]))],
          body: body)),
      timings: Timings(
        nameLookup: .milliseconds(1), connect: .milliseconds(2), tls: .milliseconds(3),
        wait: .milliseconds(4), receive: .milliseconds(5), total: .microseconds(15_250)),
      connection: ConnectionFacts(
        isNew: true, local: .init(address: "::1", port: 5_000),
        remote: .init(address: "::1", port: 443), version: .http1_1))
  }

  @Test("An entry has request, response, phases, addresses, and what Accord knows of it")
  func entry() throws {
    let record = Samples.record(0, .passed(isFixed: false), exchanges: [Self.exchange()])
    let entry = try #require(try entries([record]).first)
    #expect(
      entry.compactText
        == #"{"startedDateTime":"2026-01-01T00:00:00.000Z","time":15.250,"request":{"method":"POST","url":"http://127.0.0.1:8080/a?b=c&d","httpVersion":"HTTP/1.1","cookies":[{"name":"s","value":"1"},{"name":"t","value":"2"}],"headers":[{"name":"Host","value":"h"},{"name":"Cookie","value":"s=1; t=2"},{"name":"Content-Type","value":"text/plain"}],"queryString":[{"name":"b","value":"c"},{"name":"d","value":""}],"postData":{"mimeType":"text/plain","text":"hi"},"headersSize":79,"bodySize":2},"response":{"status":201,"statusText":"Created","httpVersion":"HTTP/1.1","cookies":[{"name":"a","value":"b=c","path":"/","httpOnly":true,"secure":false}],"headers":[{"name":"Content-Type","value":"application/json"},{"name":"Set-Cookie","value":"a=b=c; Path=/; HttpOnly"},{"name":"x-Two","value":"1"},{"name":"X-Two","value":"2"}],"content":{"size":2,"mimeType":"application/json","text":"{}"},"redirectURL":"","headersSize":-1,"bodySize":2,"_trailers":[{"name":"T","value":"t"}],"_interim":[{"status":103,"headers":[{"name":"Link","value":"l"}]}]},"cache":{},"timings":{"blocked":0.250,"dns":1.000,"connect":5.000,"ssl":3.000,"send":0.000,"wait":4.000,"receive":5.000,"comment":"wait is from the moment the request could be sent"},"serverIPAddress":"::1","connection":"5000","_accord":{"id":"/users › GET /users","index":0,"repetition":1,"unit":0,"timestamp":0,"start":0.000,"duration":12.000,"answerTime":15.250,"hop":0,"hops":1,"tries":1,"outcome":"passed","place":"specs/Cart.swift:21:5","sendCount":1,"newConnection":true,"remotePort":443}}"#
    )
  }

  @Test("Redirects are entries of their own, and the findings stand with the last")
  func redirects() throws {
    var record = Samples.cartFailure()
    record.start = .seconds(2)
    record.duration = .milliseconds(100)
    let timings = Timings(wait: .milliseconds(30), total: .milliseconds(30))
    record.exchanges = [
      Samples.exchange(
        status: 307, responseFields: [("Location", "/cart/42")], timings: timings),
      Samples.exchange("PUT", "/cart/42", body: "{}", timings: timings),
    ]
    let entries = try entries([record])
    #expect(
      entries.map { $0.at("startedDateTime")?.string } == [
        "2026-01-01T00:00:02.040Z", "2026-01-01T00:00:02.070Z",
      ])
    #expect(entries.first?.at("response", "redirectURL")?.string == "/cart/42")
    #expect(entries.map { $0.at("_accord", "hop")?.compactText } == ["0", "1"])
    #expect(entries.first?.at("_accord", "findings") == nil)
    #expect(
      entries.last?.at("_accord", "findings")?.compactText
        == #"["$.quantity: expected 3, found 2"]"#)
    #expect(entries.last?.at("timings", "dns")?.compactText == "-1")
  }

  @Test("An exchange without an answer has status 0, and the reason")
  func unanswered() throws {
    let record = Samples.record(
      0, .errored(.transport(Samples.refused)), exchanges: [Samples.unanswered(Samples.refused)])
    let entry = try #require(try entries([record]).first)
    #expect(entry.at("response", "status")?.compactText == "0")
    #expect(entry.at("response", "_error")?.string?.hasPrefix("no connection") == true)
    #expect(entry.at("_accord", "reasonKind")?.string == "connect")
    #expect(
      entry.at("_accord", "error")?.compactText
        == #"{"kind":"connect","phase":"connect","code":7,"mayHaveBeenProcessed":false}"#)
  }

  @Test(
    "A response can be read back octet by octet",
    arguments: [
      Array("héllo \u{202E}\u{0}##[x]".utf8), [0xFF, 0, 0x80], [], Array("\u{FEFF}bom\r\n".utf8),
      Array(repeating: 0xC3, count: 3), Array(repeating: 0xF0, count: 70_000),
    ] as [[UInt8]])
  func exact(octets: [UInt8]) throws {
    var head = Array("A: ".utf8)
    head.append(contentsOf: octets.filter { $0 != 0x0D && $0 != 0x0A }.prefix(100))
    let line = HTTPFields.Line(
      nameStart: 0, nameEnd: 1, valueStart: 3, valueEnd: Int32(head.count))
    let response = HTTPResponse(
      version: .http2, status: 299, reason: "", fields: HTTPFields(octets: head, lines: [line]),
      body: octets)
    let exchange = Exchange(
      request: HTTPRequest(url: "http://127.0.0.1:8080/"), result: .success(response))
    let entry = try #require(
      try entries([Samples.record(0, .observed, exchanges: [exchange])]).first?.at("response"))
    #expect(entry.at("status")?.compactText == "299")
    #expect(entry.at("httpVersion")?.string == "HTTP/2")
    let content = try #require(entry.at("content"))
    #expect(Self.octets(content, "text", isBase64: content.at("encoding") != nil) == octets)
    let field = try #require(entry.at("headers", 0))
    let isOctets = field.at("_octets") != nil
    #expect(
      Self.octets(field, isOctets ? "_octets" : "value", isBase64: isOctets)
        == Array(head.dropFirst(3)))
  }

  private static func octets(_ node: JSONNode, _ name: String, isBase64: Bool) -> [UInt8]? {
    guard let text = node.at(name)?.string else { return nil }
    return isBase64 ? Data(base64Encoded: text).map(Array.init) : Array(text.utf8)
  }

  @Test("The standard set has failed and errored steps, with bodies of at most 64 KiB")
  func troubled() throws {
    let long = String(repeating: "é", count: 40_000)
    let records = [
      Samples.record(0, .passed(isFixed: false)), Samples.record(1, .known("k")),
      Samples.record(2, .failed, exchanges: [Samples.exchange(body: "a" + long)]),
      Samples.record(3, .errored(.colonInUserName), exchanges: [Samples.exchange(body: "short")]),
      Samples.record(4, .observed),
    ]
    let entries = try entries(records, .troubledHAR)
    #expect(entries.map { $0.at("_accord", "index")?.compactText } == ["2", "3"])
    let content = try #require(entries.first?.at("response", "content"))
    #expect(content.at("text")?.string?.utf8.count == 65_535)
    #expect(content.at("size")?.compactText == "80001")
    #expect(content.at("comment")?.string == "the first 65,535 of 80,001 octets")
    #expect(entries.first?.at("_accord", "cut")?.boolean == true)
    #expect(entries.last?.at("response", "content", "text")?.string == "short")
  }

  @Test("Secrets are taken out before octets become base64, and the entry says so")
  func secrets() throws {
    let secret = "hunter2-hunter2"
    let body: [UInt8] = [0xFF] + Array("key \(secret) key".utf8)
    let entry = try #require(
      try entries(
        [Samples.record(0, .failed, exchanges: [Self.exchange(body: body)])],
        secrets: [secret, "text", "status", "HTTP/1.1"]
      ).first)
    let content = try #require(entry.at("response", "content"))
    #expect(
      Self.octets(content, "text", isBase64: true) == [0xFF] + Array("key *** key".utf8))
    #expect(entry.at("_accord", "redactedResponse")?.boolean == true)
    #expect(entry.at("response", "httpVersion")?.string == "HTTP/1.1")
    #expect(entry.at("request", "headers", 2, "value")?.string == "***/plain")
  }

  @Test("A run of nothing is an archive of nothing")
  func empty() throws {
    #expect(try entries([]).isEmpty)
    #expect(
      try JSONDocument(parsing: rendered(.har, [])).root.at("log", "version")?.string == "1.2")
  }

  @Test("haralyzer reads it", .enabled(if: ForeignReader.isThere, ForeignReader.absence))
  func readBack() throws {
    let redirected = Samples.record(
      0, .failed,
      exchanges: [
        Samples.exchange(status: 302, responseFields: [("Location", "/b")]),
        Self.exchange(body: [0xFF, 0xFE, 0]),
      ])
    let unanswered = Samples.record(
      1, .errored(.transport(Samples.refused)), exchanges: [Samples.unanswered(Samples.refused)])
    let runs =
      [Samples.run([redirected, unanswered]), Samples.run([])]
      + HostileTextTests.texts.map { Samples.run(HostileTextTests.records($0)) }
    let read = try ForeignReader.har.read(.har, runs)
    let first = try #require(read.first)
    #expect(first.at("version")?.string == "1.2")
    #expect(first.at("creator")?.string == "Accord")
    let entries = try #require(first.at("entries")).elements
    #expect(entries.map { $0.at("status")?.compactText } == ["302", "201", "0"])
    #expect(entries.map { $0.at("method")?.string } == ["GET", "POST", "GET"])
    #expect(first.at("entries", 0, "redirect")?.string == "/b")
    #expect(first.at("entries", 1, "body")?.compactText == "[255,254,0]")
    #expect(first.at("entries", 1, "server")?.string == "::1")
    #expect(
      first.at("entries", 1, "start")?.string?.hasPrefix("2026-01-01T00:00:00") == true)
    for (read, text) in zip(read.dropFirst(2), HostileTextTests.texts) {
      let entries = try #require(read.at("entries")).elements
      #expect(entries.map { _ in 0 }.count == 6, "\(text)")
      for entry in entries {
        #expect(entry.at("violations")?.compactText == "[]")
        #expect(entry.at("size")?.number?.intValue == text.utf8.count)
      }
    }
    for entry in entries { #expect(entry.at("violations")?.compactText == "[]") }
  }
}
