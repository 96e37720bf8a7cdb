import AccordDocuments
import AccordEngine
import AccordHTTP
import AccordTestSupport
import Foundation
import Testing

@testable import AccordReports

@Suite("The command that sends a request again")
struct CurlCommandTests {
  private func command(_ request: HTTPRequest, secrets: String...) -> CurlCommand {
    let redactor = Redactor()
    for secret in secrets { redactor.add(secret) }
    let exchange = Exchange(request: request, result: .success(HTTPResponse(status: 200)))
    return CurlCommand(exchange, redactor: redactor) { $0 }
  }

  /// Runs a command with a POSIX shell and waits for it.
  private func run(_ command: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  static let requests: [HTTPRequest] = [
    HTTPRequest(url: "/users?a=b&c='d'%20$HOME"),
    HTTPRequest(url: "/a/../b/./c"),
    HTTPRequest(url: "/list[1-3]{a,b}"),
    HTTPRequest(method: "HEAD", url: "/"),
    HTTPRequest(method: "DELETE", url: "/"),
    HTTPRequest(method: "POST", url: "/"),
    HTTPRequest(method: "PUT", url: "/", fields: [RequestField("Content-Type", "a/b")]),
    HTTPRequest(
      method: "PATCH", url: "/",
      fields: [
        RequestField("Content-Type", "application/json"), .removing("Accept"),
        RequestField("X-Empty", ""),
        RequestField("X-Quote", "it's \"$HOME\" `id` \\n"), RequestField("X-Twice", "1"),
        RequestField("X-Twice", "2"), RequestField("X-Tab", "a\tb"),
      ], content: .bytes(Array(#"{"a":"it's","b":"\n%"}"#.utf8))),
    HTTPRequest(method: "PUT", url: "/", content: .bytes(Array("@no/file".utf8))),
    HTTPRequest(method: "PUT", url: "/", content: .bytes(Array("two\nlines\n\n".utf8))),
    HTTPRequest(
      method: "PUT", url: "/", content: .bytes(Array("-n %s \\ \u{1B}[0m \u{202E}é".utf8))),
    HTTPRequest(method: "PUT", url: "/", content: .bytes([0, 1, 0xFF, 0x0A, 0x25, 0x5C, 0x27])),
    HTTPRequest(method: "GET", url: "/", content: .bytes(Array("x=1".utf8))),
    HTTPRequest(method: "OPTIONS", url: "/", target: "*"),
    HTTPRequest(method: "MKCOL", url: "/d", version: .http1_1),
  ]

  @Test("It sends what the request says, octet by octet", arguments: requests.indices)
  func reproduces(_ index: Int) throws {
    let server = try ScriptedServer { _ in [.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")] }
    defer { server.stop() }
    var request = Self.requests[index]
    let path = request.url
    request.url = server.url(path)
    let command = command(request)
    #expect(command.notes == [])
    #expect(command.text.unicodeScalars.allSatisfy(VisibleText.isShown))
    _ = try run(command.text + " -s")

    let received = try #require(server.requests.first, "\(command.text)")
    #expect(received.method == request.method)
    #expect(received.target == request.target ?? path)
    if case .bytes(let octets) = request.content { #expect(received.content == octets) }
    for field in request.fields {
      if let value = field.value {
        #expect(received.values(field.name).contains(value), "\(field.name)")
      } else {
        #expect(received.values(field.name) == [])
      }
    }
    let saysType = request.fields.contains { $0.name == "Content-Type" }
    #expect(received.values("Content-Type").count == (saysType ? 1 : 0))
    let saysLength = received.values("Content-Length")
    switch request.content {
    case .none where ["POST", "PUT", "PATCH"].contains(request.method): #expect(saysLength == ["0"])
    case .none: #expect(saysLength == [])
    default: #expect(saysLength == ["\(received.content.count)"])
    }
    if !request.fields.contains(where: { $0.name == "Accept" }) {
      #expect(received.values("Accept") == ["*/*"])
    }
  }

  @Test("Parts of a form come as they were, with names and types")
  func multipart() throws {
    let folder = try TemporaryFolder()
    try folder.write("file's content", to: "up load.txt")
    let server = try ScriptedServer { _ in [.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")] }
    defer { server.stop() }
    let parts = [
      MultipartPart(name: "note", source: .bytes(Array("@it's; \"a\" \\ b".utf8))),
      MultipartPart(
        name: "typed", source: .bytes(Array("{}".utf8)), contentType: "application/json"),
      MultipartPart(
        name: "file", source: .file(path: folder.file("up load.txt")), filename: "a \"b\".txt",
        contentType: "text/plain"),
      MultipartPart(
        name: "bin", source: .bytes([0, 0xFF]), filename: "b.bin",
        contentType: "application/octet-stream"),
    ]
    let command = command(
      HTTPRequest(method: "POST", url: server.url("/"), content: .multipart(parts)))
    _ = try run(command.text + " -s")
    let received = try #require(server.requests.first, "\(command.text)")
    let body = String(decoding: received.content, as: UTF8.self)
    #expect(body.contains("name=\"note\"\r\n\r\n@it's; \"a\" \\ b\r\n"))
    #expect(body.contains("name=\"typed\"\r\nContent-Type: application/json\r\n\r\n{}\r\n"))
    #expect(body.contains("Content-Type: text/plain\r\n\r\nfile's content\r\n"))
    #expect(body.contains("name=\"bin\"; filename=\"b.bin\""))
    #expect(received.content.contains(0xFF))
  }

  @Test("A file is sent from the file, and long content is not written out")
  func files() throws {
    #expect(
      command(HTTPRequest(method: "PUT", url: "http://h/", content: .file(path: "a b.png"))).text
        == "curl -X PUT -H 'Content-Type:' --data-binary '@a b.png' -H 'Expect:' http://h/")
    let long = command(
      HTTPRequest(
        method: "PUT", url: "http://h/", content: .bytes([UInt8](repeating: 0x41, count: 5_000))))
    #expect(long.text == "curl -X PUT -H 'Content-Type:' --data-binary @request-body http://h/")
    #expect(long.notes == ["request-body: the 5,000 octets of the request, too long to show"])
    let far = command(
      HTTPRequest(url: "http://h/" + String(repeating: "a", count: 200_000)))
    #expect(far.text == "curl -K request-url")
    #expect(
      far.notes == [
        "request-url: a line url = \"…\" with the URL of 200,009 octets, longer than an argument may be"
      ])
  }

  @Test("The words that a shell reads are those that were meant", arguments: HostileTextTests.texts)
  func quoting(_ text: String) throws {
    // No argument of a program can hold NUL, and `$(…)` drops line breaks at the end.
    let text = String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\0" && $0 != "\n" }))
    #expect(try run("printf '%s' \(ShellQuoting.word(text))") == text)
  }

  @Test("Secrets are not in it, in fields, targets or content")
  func secrets() {
    let request = HTTPRequest(
      method: "POST", url: "http://h/?t=it%27s%20me",
      fields: [
        RequestField("Authorization", "Bearer it's me"), RequestField("Content-Type", "a/b"),
      ],
      content: .bytes(Array("it's me".utf8)))
    #expect(
      command(request, secrets: "it's me").text
        == "curl -X POST -H 'Authorization: Bearer ***' -H 'Content-Type: a/b' -d '***' 'http://h/?t=***'"
    )
  }

  @Test("Cookies of a scenario are those that were sent")
  func cookies() {
    let request = HTTPRequest(url: "http://h/", cookies: CookieJar())
    #expect(command(request).notes == ["without the scenario's cookies, which -v shows"])
    let exchange = Exchange(
      request: request,
      sent: SentRequest(
        head: Array("GET / HTTP/1.1\r\nCookie: a=b; c=d\r\n\r\n".utf8), content: []),
      result: .success(HTTPResponse(status: 200)))
    let shown = CurlCommand(exchange, redactor: Redactor()) { $0 }
    #expect(shown.text == "curl -H 'Cookie: a=b; c=d' http://h/")
    #expect(shown.notes == [])
  }

  private static let ways = [
    CurlOption("--cacert", .text("certs/ca.pem"), scheme: "https"),
    CurlOption("--cert", .file("/somewhere/else/client.pem"), scheme: "https"),
    CurlOption("--pass", .text("open sesame"), scheme: "https"),
    CurlOption("--insecure", scheme: "https"),
    CurlOption("--proxy", .text("http://p.test:1"), scheme: "http"),
    CurlOption("--proxy", .text(""), scheme: "https"), CurlOption("--ipv4"),
  ]

  @Test(
    "It goes the run's own way, as far as that concerns the URL, and shows no password",
    arguments: [
      (
        "https://h/a",
        "curl --cacert certs/ca.pem --cert client.pem --pass '***' --insecure --proxy '' --ipv4 "
          + "https://h/a"
      ),
      ("HTTP://h/a", "curl --proxy http://p.test:1 --ipv4 HTTP://h/a"),
    ])
  func way(url: String, expected: String) {
    let redactor = Redactor()
    redactor.add("open sesame")
    let exchange = Exchange(
      request: HTTPRequest(url: url), result: .success(HTTPResponse(status: 200)))
    let command = CurlCommand(exchange, options: Self.ways, redactor: redactor) {
      $0.replacing("/somewhere/else/", with: "")
    }
    #expect(command.text == expected)
  }
}
