package import Accord

/// A place in a response where a server can put text of its choice, and the step that looks there.
package struct Echo: Sendable {
  /// A name of its own, a segment of paths too.
  package let name: String
  /// What the server sends with such text in it: head and body.
  package let answer: @Sendable ([UInt8]) -> [UInt8]
  /// What the contract says of it.
  let step: @Sendable (Step) -> Step

  /// A place whose step expects 200 and what is said of the response.
  static func echo(
    _ name: String, _ answer: @escaping @Sendable ([UInt8]) -> [UInt8],
    _ step: @escaping @Sendable (Step) -> Step = { $0.expect(200) }
  ) -> Echo {
    Echo(name: name, answer: answer, step: step)
  }

  /// The steps that look at the answers of a path; several where a value is used again.
  ///
  /// - Parameter first: What is sent before.
  package func component(
    _ path: String, named title: String, after first: Step? = nil
  ) -> Scenario {
    let get = step(Get("\(path)").named(title))
    guard name == "captured" else {
      return Scenario(title) {
        if let first { first }
        get
      }
    }
    return Scenario(title) {
      if let first { first }
      get
      Get("/plain/\(Self.captured)").query("q", "\(Self.captured)")
        .json(["v": .variable(Self.captured)]).named("\(title), used").expect(404)
    }
  }

  static let captured = Variable("captured")
}

/// What a check says of a body.
struct Complaint: Error, CustomStringConvertible {
  let description: String
}

extension Echo {
  /// Every place.
  package static let all = bodies + heads + framings

  private static let bodies: [Echo] = [
    echo("text", { message(body: $0) }) { $0.expect(200) { Text("nothing") } },
    echo("lines", { message(body: Array("first\n".utf8) + $0 + Array("\nlast".utf8)) }) {
      $0.expect(200) { Text("first\nsecond\nlast") }
    },
    echo("json", { message(json, body: around($0.escapedAsJSON, #"{"a": ""#, #""}"#)) }) {
      $0.expect(200) { JSON(["a": "nothing"]) }
    },
    echo("json-as-it-is", { message(json, body: around($0, #"{"a": ""#, #""}"#)) }) {
      $0.expect(200) { JSON(["a": 1]) }
    },
    echo("json-name", { message(json, body: around($0.escapedAsJSON, #"{"b": 1, ""#, #"": 1}"#)) })
    {
      $0.expect(200) { JSON(.exactly(["b": 1])) }
    },
    echo("json-malformed", { message(json, body: around($0, #"{"a": "#, "")) }) {
      $0.expect(200) { JSON(["a": 1]) }
    },
    echo("xml", { message(xml, body: around($0.escapedAsXML, "<a>", "</a>")) }) {
      $0.expect(200) { XML("//a", "nothing") }
    },
    echo("xml-malformed", { message(xml, body: around($0, "<a>", "</b>")) }) {
      $0.expect(200) { XML("//a", "nothing") }
    },
    echo("error", { message(status: "500 Oh", body: $0) }),
    echo(
      "problem",
      {
        message(
          "Content-Type: application/problem+json", status: "422 No",
          body: around($0.escapedAsJSON, #"{"title": ""#, #"", "status": 422}"#))
      }),
    echo("octets", { message(body: $0) }) { $0.expect(200) { Body(.bytes([1, 2, 3])) } },
    echo("half", { message(status: "500 Oh", body: Array($0.prefix($0.count * 2 / 3))) }),
    echo("checked", { message(body: $0) }) {
      $0.expect(200) { Check("a text") { throw Complaint(description: $0.text) } }
    },
    echo("captured", { message(json, body: around($0.escapedAsJSON, #"{"a": ""#, #""}"#)) }) {
      $0.expect(200) { Capture(captured, .json("$.a")) }
    },
  ]

  private static let heads: [Echo] = [
    echo("reason", { Array("HTTP/1.1 500 ".utf8) + $0 + lastLine }),
    echo("field", { message(fields: [Array("X-Echo: ".utf8) + $0]) }) {
      $0.expect(200) { Header("X-Echo", "nothing") }
    },
    echo("field-name", { message(fields: [$0 + Array(": x".utf8)]) }) { $0.expect(201) },
    echo("cookie", { message(fields: [Array("Set-Cookie: a=".utf8) + $0]) }) { $0.expect(201) },
    echo("location", { message(status: "302 F", fields: [Array("Location: ".utf8) + $0]) }),
    echo(
      "redirect-to-file",
      { message(status: "302 F", fields: [Array("Location: file:///".utf8) + $0]) }
    ) { $0.followRedirects().expect(200) },
    echo("redirect", { message(status: "302 F", fields: [Array("Location: /r/".utf8) + $0]) }) {
      $0.followRedirects(upTo: 2).expect(200)
    },
    echo(
      "challenge",
      {
        message(
          status: "401 U", fields: [around($0, "WWW-Authenticate: Basic realm=\"", "\"")])
      }),
    echo("media-type", { message(fields: [Array("Content-Type: text/".utf8) + $0]) }) {
      $0.expect(201) { JSON(["a": 1]) }
    },
    echo("charset", { message(fields: [Array("Content-Type: text/plain; charset=".utf8) + $0]) }) {
      $0.expect(200) { Text("nothing") }
    },
    echo("coding", { message(fields: [Array("Content-Encoding: ".utf8) + $0]) }) {
      $0.expect(200) { Text("nothing") }
    },
  ]

  private static let framings: [Echo] = [
    echo("length", { Array("HTTP/1.1 200 OK\r\nContent-Length: ".utf8) + $0 + lastLine }),
    echo("transfer", { Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: ".utf8) + $0 + lastLine }),
    echo("chunk", { chunked + $0 + Array("\r\nhello\r\n0\r\n\r\n".utf8) }),
    echo("trailer", { chunked + Array("5\r\nhello\r\n0\r\nX-Trailer: ".utf8) + $0 + lastLine }) {
      $0.expect(201)
    },
    echo("status-line", { $0 + lastLine }),
    echo("cut", { Array("HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n".utf8) + $0 }),
    echo("interim", { Array("HTTP/1.1 103 Early\r\nLink: ".utf8) + $0 + lastLine + message() }) {
      $0.expect(201)
    },
  ]

  private static let json = "Content-Type: application/json"
  private static let xml = "Content-Type: application/xml"
  private static let lastLine = Array("\r\n\r\n".utf8)
  private static let chunked = Array(
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)

  private static func around(_ octets: [UInt8], _ before: String, _ after: String) -> [UInt8] {
    Array(before.utf8) + octets + Array(after.utf8)
  }

  /// A response of HTTP/1.1 that says how long it is.
  private static func message(
    _ field: String = "X-Plain: 1", status: String = "200 OK", fields: [[UInt8]] = [],
    body: [UInt8] = Array("hello".utf8)
  ) -> [UInt8] {
    var octets = Array("HTTP/1.1 \(status)\r\n\(field)\r\n".utf8)
    for field in fields { octets += field + Array("\r\n".utf8) }
    return octets + Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}

extension [UInt8] {
  /// Only what must be escaped in a string of JSON (RFC 8259 section 7).
  var escapedAsJSON: [UInt8] {
    flatMap { octet -> [UInt8] in
      switch octet {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), octet]
      case 0..<0x20:
        Array("\\u00\(octet < 16 ? "0" : "")\(String(octet, radix: 16))".utf8)
      default: [octet]
      }
    }
  }

  /// Only what must be escaped in XML.
  var escapedAsXML: [UInt8] {
    flatMap { octet -> [UInt8] in
      switch octet {
      case UInt8(ascii: "&"): Array("&amp;".utf8)
      case UInt8(ascii: "<"): Array("&lt;".utf8)
      case UInt8(ascii: ">"): Array("&gt;".utf8)
      default: [octet]
      }
    }
  }
}
