import Accord
import Foundation

/// What comes after the head.
extension HostileKind {
  static let bodies: [HostileKind] = sizes + codings + documents

  private static let zeros = [UInt8](repeating: 0, count: 65_536)
  private static let tooLarge = "larger than 64 MiB"

  /// A step that accepts content codings.
  private static func coded(_ path: String) -> Step {
    Get("\(path)").header("Accept-Encoding", "gzip, br, zstd").expect(200) { Text("hello") }
  }

  private static let sizes: [HostileKind] = [
    kind(.bodies, "endless", .errored, tooLarge) {
      $0.send("HTTP/1.1 200 OK\r\n\r\n")
      $0.sendEndlessly(zeros)
    },
    kind(.bodies, "endless-chunks", .errored, tooLarge) {
      $0.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      $0.sendEndlessly(Array("10000\r\n".utf8) + zeros + Array("\r\n".utf8))
    },
    kind(.bodies, "endless-small-chunks", .errored) {
      $0.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      $0.sendEndlessly(Array(String(repeating: "1\r\nx\r\n", count: 10_000).utf8), after: 0.005)
    },
    kind(.bodies, "larger-than-allowed", .errored, tooLarge) {
      $0.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n")
      $0.sendEndlessly(zeros)
    },
    kind(
      .bodies, "as-large-as-allowed", .passed,
      step: { Get("\($0)").timeout(.seconds(20)).expect(200) { Body(.count(67_108_864)) } }
    ) {
      $0.send("HTTP/1.1 200 OK\r\nContent-Length: 67108864\r\n\r\n")
      for _ in 0..<1_024 where !$0.isOver { $0.send(zeros) }
    }.limited(to: 20),
    kind(
      .bodies, "as-large-as-allowed-in-chunks", .passed,
      step: { Get("\($0)").timeout(.seconds(20)).expect(200) { Body(.count(67_108_864)) } }
    ) {
      $0.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      for _ in 0..<1_024 where !$0.isOver {
        $0.send(Array("10000\r\n".utf8) + zeros + Array("\r\n".utf8))
      }
      $0.send("0\r\n\r\n")
    }.limited(to: 20),
  ]

  /// The same with what its step says of its time.
  private func limited(to seconds: Double) -> HostileKind {
    var kind = self
    kind.limit = seconds
    return kind
  }

  private static let gzipHead: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]

  /// 64 KiB of zeros in deflate's form (RFC 1951), which may be repeated.
  private static let deflatedZeros: [UInt8] =
    [
      0xEC, 0xC1, 0x01, 0x01, 0, 0, 0, 0x80, 0x90, 0xFE, 0xAF, 0xEE, 0x08, 0x0A,
    ] + [UInt8](repeating: 0, count: 63) + [0x6A, 0, 0, 0, 0xFF, 0xFF]

  /// `hello`.
  private static let gzipped: [UInt8] =
    gzipHead + [0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0, 0x86, 0xA6, 0x10, 0x36, 5, 0, 0, 0]

  /// 256 MiB of zeros.
  private static let brotliBomb: [UInt8] = Array(
    Data(
      base64Encoded:
        "y///PwAkAOKxQHLv//j//weABEAcFoDu/R////8AkACIwwLQvf/j//8fABIAcVgAuvd//P//A0ACIA4L"
        + "QPf+j///fwBIAMRhAeje//H//w8ACYA4LADd+z/+//8BIAEQhwWge//H//8/ACQA4rAAdO//+P//B4AE"
        + "QBwWgO79H////wCQAIjDAtC9/+P//x8AEgBxWAC693/8//8DQAIgDgtA9/6P//9/AEgAxGEB6N7/8f//"
        + "DwAJgDgsAN37P/7//wEgARCHBaB7/8f//z8AJADisAB07//4//8HgARAHBaA7v0f////AJAAiMMC0L3/"
        + "4///HwASAHFYALr3f/z//wNAAiAOC0D3/o///38ASADEYQHo3v/x//8PAAmAOCwA3fs//v//ASABEIcF"
        + "oHv/x///PwAkAOKwAHTv//j//weABEAcFoDu/R////8AkACIwwLQvf/j//8fABIAcVgAuvd//P//A0AC"
        + "IA4LQPf+j///fwBIAMRhAeje//H//w8ACYA4LADd+z/+//8BIAEQhwWge/83") ?? Data())

  private static let zstdHead: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x38]
  /// 128 KiB of zeros as a block of one octet repeated (RFC 8878 section 3.1.1.2).
  private static let zstdZeros: [UInt8] = [0x02, 0x00, 0x10, 0x00]

  private static func coding(_ name: String) -> String {
    "HTTP/1.1 200 OK\r\nContent-Encoding: \(name)\r\nConnection: close\r\n\r\n"
  }

  private static let cutOff = "was cut off"

  private static let codings: [HostileKind] = [
    kind(.bodies, "gzip-in-chunks", .passed, step: coded) {
      $0.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n")
      for octet in gzipped { $0.send(Array("1\r\n".utf8) + [octet] + Array("\r\n".utf8)) }
      $0.send("0\r\n\r\n")
    },
    kind(.bodies, "zstd", .passed, step: coded) {
      $0.send(coding("zstd"))
      $0.send(zstdHead + [0x28, 0x00, 0x00] + Array("hello".utf8))
      $0.send([0x01, 0x00, 0x00])
      $0.close()
    },
    kind(.bodies, "gzip", .passed, step: coded) {
      $0.send(coding("gzip"))
      $0.send(gzipped)
      $0.close()
    },
    kind(.bodies, "gzip-bomb", .errored, tooLarge, step: coded) {
      $0.send(coding("gzip"))
      $0.send(gzipHead)
      let block = [[UInt8]](repeating: deflatedZeros, count: 256).flatMap(\.self)
      $0.sendEndlessly(block)
    },
    kind(.bodies, "brotli-bomb", .errored, tooLarge, step: coded) {
      $0.send(coding("br"))
      $0.send(brotliBomb)
      $0.close()
    },
    kind(.bodies, "zstd-bomb", .errored, tooLarge, step: coded) {
      $0.send(coding("zstd"))
      $0.send(zstdHead)
      let block = [[UInt8]](repeating: zstdZeros, count: 1_024).flatMap(\.self)
      $0.sendEndlessly(block)
    },
    kind(.bodies, "gzip-truncated", .errored, cutOff, step: coded) {
      $0.send(coding("gzip"))
      $0.send(Array(gzipped.dropLast(12)))
      $0.close()
    },
    kind(.bodies, "gzip-without-its-checksum", .errored, cutOff, step: coded) {
      $0.send(coding("gzip"))
      $0.send(Array(gzipped.dropLast(8)))
      $0.close()
    },
    kind(.bodies, "gzip-truncated-with-length", .errored, cutOff, step: coded) {
      $0.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 13\r\n\r\n")
      $0.send(Array(gzipped.prefix(13)))
    },
    kind(.bodies, "zstd-truncated", .errored, cutOff, step: coded) {
      $0.send(coding("zstd"))
      $0.send(zstdHead + [0x28, 0x00, 0x00] + Array("hello".utf8))
      $0.close()
    },
    kind(.bodies, "brotli", .passed, step: coded) {
      $0.send(coding("br"))
      $0.send([0x0B, 0x02, 0x80] + Array("hello".utf8) + [0x03])
      $0.close()
    },
    // libcurl takes it for whole.
    kind(.bodies, "brotli-truncated", .errored, cutOff, step: coded) {
      $0.send(coding("br"))
      // A stored block of `hello` without the last one (RFC 7932 section 9.2).
      $0.send([0x0B, 0x02, 0x80] + Array("hello".utf8))
      $0.close()
    },
    kind(.bodies, "gzip-with-wrong-checksum", .errored, step: coded) {
      $0.send(coding("gzip"))
      $0.send(Array(gzipped.dropLast(8)) + [1, 2, 3, 4, 5, 0, 0, 0])
      $0.close()
    },
    kind(.bodies, "mislabelled-as-gzip", .errored, "cannot be decoded", "curl 61", step: coded) {
      $0.respond("Content-Encoding: gzip")
    },
    kind(.bodies, "mislabelled-as-brotli", .errored, "\"br\"", step: coded) {
      $0.respond("Content-Encoding: br")
    },
    kind(.bodies, "mislabelled-as-zstd", .errored, step: coded) {
      $0.respond("Content-Encoding: zstd")
    },
    kind(.bodies, "coding-unknown", .errored, "curl 61", step: coded) {
      $0.respond("Content-Encoding: foo")
    },
    kind(.bodies, "coding-unasked", .errored, "gzip") {
      $0.send(coding("gzip"))
      $0.send(gzipped)
      $0.close()
    },
    kind(.bodies, "coded-twelve-times", .errored, step: coded) {
      $0.respond("Content-Encoding: " + String(repeating: "gzip, ", count: 11) + "gzip")
    },
  ]

  private static func json(_ path: String) -> Step {
    Get("\(path)").expect(200) { JSON(["a": .any]) }
  }

  private static func document(
    _ name: String, _ verdict: Verdict, saying words: [String] = [],
    type: String = "application/json",
    step: (String) -> Step = json, _ octets: [UInt8]
  ) -> HostileKind {
    HostileKind(
      name: name, group: .bodies, verdict: verdict, words: words, waits: false,
      step: step(path(.bodies, name)),
      act: {
        $0.send(
          Array(
            "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nContent-Length: \(octets.count)\r\n\r\n"
              .utf8) + octets)
      })
  }

  private static func text(_ path: String) -> Step {
    Get("\(path)").expect(200) { Text("hello") }
  }

  private static let documents: [HostileKind] = [
    document(
      "json-nested-100000-deep", .errored, saying: ["deep"],
      [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
        + [UInt8](repeating: UInt8(ascii: "]"), count: 100_000)),
    document(
      "json-nested-100000-deep-in-objects", .errored, saying: ["deep"],
      Array(String(repeating: "{\"a\":", count: 100_000).utf8)),
    document(
      "json-not-utf-8", .failed, saying: ["UTF-8"],
      Array("{\"a\":\"".utf8) + [0xFF] + Array("\"}".utf8)),
    document(
      "json-in-utf-16", .failed,
      [0xFE, 0xFF] + Array("{\"a\":1}".utf8).flatMap { [0, $0] }),
    // Judged for longer than others wait, on another thread.
    document(
      "json-of-600000-numbers", .passed,
      step: { Get("\($0)").expect(200) { JSON(["a": .each(.integer)]) } },
      Array("{\"a\":[\(String(repeating: "1,", count: 599_999))1]}".utf8)),
    // A parser may pass over it (RFC 8259 section 8.1).
    document("json-with-bom", .passed, [0xEF, 0xBB, 0xBF] + Array("{\"a\":1}".utf8)),
    document(
      "text-with-bom", .failed, saying: ["\\u{FEFF}hello"], type: "text/plain; charset=utf-8",
      step: text,
      [0xEF, 0xBB, 0xBF] + Array("hello".utf8)),
    document("json-cut-off", .failed, Array("{\"a\":".utf8)),
    document("json-empty", .failed, []),
    document(
      "text-not-utf-8", .failed, saying: ["utf-8", "octet 2"], type: "text/plain", step: text,
      Array("he".utf8) + [0xC3, 0x28]),
    document(
      "text-in-utf-16", .passed, type: "text/plain; charset=utf-16", step: text,
      [0xFF, 0xFE] + Array("hello".utf8).flatMap { [$0, 0] }),
    document(
      "text-in-half-a-utf-16", .failed, saying: ["utf-16"], type: "text/plain; charset=utf-16",
      step: text,
      [0xFF, 0xFE, 0x68]),
    document(
      "text-in-an-unknown-charset", .errored, saying: ["x-klingon"],
      type: "text/plain; charset=x-klingon", step: text, Array("hello".utf8)),
    document(
      "xml-entity-bomb", .errored, saying: ["XML that is not read"], type: "application/xml",
      step: { Get("\($0)").expect(200) { XML("/a", "hello") } },
      Array(
        ("<!DOCTYPE a [<!ENTITY b0 \"ha\">"
          + (1...30).map { "<!ENTITY b\($0) \"&b\($0 - 1);&b\($0 - 1);\">" }.joined()
          + "]><a>&b30;</a>").utf8)),
    document(
      "xml-external-entity", .errored, saying: ["XML that is not read"], type: "application/xml",
      step: { Get("\($0)").expect(200) { XML("/a", "hello") } },
      Array("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>".utf8)),
    document(
      "xml-nested-100000-deep", .errored, saying: ["XML that is not read"], type: "application/xml",
      step: { Get("\($0)").expect(200) { XML("/a", "hello") } },
      Array(String(repeating: "<a>", count: 100_000).utf8)),
  ]
}
