import AccordHTTP
import Testing

@Suite("Reading a response as it comes")
struct ResponseReaderTests {
  /// Octets, and what is read of them.
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var method = "GET"
    var octets: String
    var isComplete = true
    var body = ""
    var extra = ""
    var persists = true
    var defect: MessageDefect?
  }

  static let rows: [Row] = [
    Row(
      testDescription: "a length",
      octets: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", body: "hello"),
    Row(
      testDescription: "more than the length",
      octets: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhello", body: "he", extra: "llo"),
    Row(
      testDescription: "less than the length",
      octets: "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello", isComplete: false,
      body: "hello", persists: false),
    Row(
      testDescription: "the same length twice",
      octets: "HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\n\r\nhi", body: "hi"),
    Row(
      testDescription: "two lengths",
      octets: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nhi",
      isComplete: false, body: "hi", persists: false, defect: .lengthsDiffer(["2", "3"])),
    Row(
      testDescription: "a length that is no number",
      octets: "HTTP/1.1 200 OK\r\nContent-Length: +2\r\n\r\nhi",
      isComplete: false, body: "hi", persists: false, defect: .unusableLength("+2")),
    Row(
      testDescription: "chunks with an extension and trailers",
      octets: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "3;a=b\r\nhel\r\n2\r\nlo\r\n0\r\nA: b\r\n\r\n!", body: "hello", extra: "!"),
    Row(
      testDescription: "chunks without the last one",
      octets: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n",
      isComplete: false, body: "hel", persists: false),
    Row(
      testDescription: "a chunk without a size",
      octets: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
      isComplete: false, body: "xyz\r\n", persists: false, defect: .unusableChunkSize("xyz")),
    Row(
      testDescription: "a chunk of more octets than can be counted",
      octets: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7FFFFFFFFFFFFFFF\r\na",
      isComplete: false, body: "7FFFFFFFFFFFFFFF\r\na", persists: false,
      defect: .unusableChunkSize("7FFFFFFFFFFFFFFF")),
    Row(
      testDescription: "nothing that says where it ends",
      octets: "HTTP/1.1 200 OK\r\n\r\nhello", isComplete: false, body: "hello", persists: false),
    Row(
      testDescription: "the length of what HEAD leaves out", method: "HEAD",
      octets: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"),
    Row(
      testDescription: "content in answer to HEAD", method: "HEAD",
      octets: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", extra: "hello"),
    Row(
      testDescription: "content after a 204", octets: "HTTP/1.1 204 No Content\r\n\r\nhello",
      extra: "hello"),
    Row(
      testDescription: "a 304 with a length",
      octets: "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n"),
    Row(
      testDescription: "interim responses before",
      octets: "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
        + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", body: "hi"),
    Row(
      testDescription: "an interim response alone", octets: "HTTP/1.1 100 Continue\r\n\r\n",
      isComplete: false, persists: false),
    Row(
      testDescription: "the word that the connection ends",
      octets: "HTTP/1.1 200 OK\r\nConnection: te, Close\r\nContent-Length: 2\r\n\r\nhi",
      body: "hi", persists: false),
    Row(
      testDescription: "HTTP/1.0", octets: "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi",
      body: "hi", persists: false),
    Row(
      testDescription: "HTTP/1.0 that goes on",
      octets: "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nhi",
      body: "hi"),
    Row(
      testDescription: "another protocol", octets: "HTTP/1.1 101 Switching\r\n\r\n\u{0}\u{1}",
      extra: "\u{0}\u{1}"),
    Row(
      testDescription: "a head without its end", octets: "HTTP/1.1 200 OK\r\nContent-",
      isComplete: false, persists: false),
    Row(
      testDescription: "what is no HTTP", octets: "220 mail.test\r\n", isComplete: false,
      persists: false, defect: .noStatusLine),
    Row(
      testDescription: "lines that end with LF alone",
      octets: "HTTP/1.1 200 OK\nContent-Length: 2\n\nhi", body: "hi"),
    Row(testDescription: "nothing", octets: "", isComplete: false, persists: false),
  ]

  @Test("It is whole where its head says, however the octets are cut", arguments: rows)
  func reads(_ row: Row) {
    let octets = Array(row.octets.utf8)
    for step in [1, 3, max(1, octets.count)] {
      var reader = ResponseReader(to: row.method)
      for start in stride(from: 0, to: octets.count, by: step) {
        reader.take(octets[start..<min(start + step, octets.count)])
      }
      #expect(reader.isComplete == row.isComplete)
      #expect(text(reader.response?.body ?? []) == (row.defect == .noStatusLine ? "" : row.body))
      #expect(text(reader.extra) == row.extra)
      #expect(reader.persists == row.persists)
      #expect(reader.defect == row.defect)
      #expect(reader.octets == octets)
    }
  }

  @Test("The end of the connection ends what nothing else ends, and nothing that is cut off")
  func end() {
    var open = ResponseReader(to: "GET")
    open.take("HTTP/1.1 200 OK\r\n\r\nhello".utf8)
    open.end()
    #expect(open.isComplete && !open.persists)
    var cut = ResponseReader(to: "GET")
    cut.take("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello".utf8)
    cut.end()
    #expect(!cut.isComplete)
    var none = ResponseReader(to: "GET")
    none.take("220 mail.test\r\n".utf8)
    none.end()
    #expect(!none.isComplete && none.response == nil)
  }

  @Test("Fields, trailers and interim responses are those of the octets")
  func parts() throws {
    var reader = ResponseReader(to: "GET")
    reader.take(
      """
      HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n\
      HTTP/1.1 418 Teapot\r\nA: b\r\n c\r\nTransfer-Encoding: chunked\r\n\r\n\
      1\r\n!\r\n0\r\nDigest: d\r\n\r\n
      """.utf8)
    let response = try #require(reader.response)
    #expect(response.status == 418 && response.reason == "Teapot")
    #expect(response.fields.first("a")?.value == "b   c")
    #expect(response.trailers.first("digest")?.value == "d")
    #expect(response.interim.map(\.status) == [103])
    #expect(response.interim.first?.fields.first("link")?.value == "</a>")
    #expect(text(response.bodyAsReceived ?? []) == "1\r\n!\r\n0\r\nDigest: d\r\n\r\n")
  }

  @Test("Where a 100 is waited for it is the answer")
  func awaited() {
    var reader = ResponseReader(to: "POST", isAnsweredByContinue: true)
    reader.take("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n".utf8)
    #expect(reader.isComplete && reader.persists)
    #expect(reader.response?.status == 100)
    #expect(reader.response?.interim.map(\.status) == [103])
  }

  @Test("A head that does not end is given up", arguments: [1, 4_096])
  func endlessHead(step: Int) {
    var reader = ResponseReader(to: "GET")
    let line = Array("X: \(String(repeating: "a", count: 4_091))\r\n".utf8)
    reader.take(Array("HTTP/1.1 200 OK\r\n".utf8))
    var count = 0
    while !reader.hasEndlessHead, count < 1 << 20 {
      for start in stride(from: 0, to: line.count, by: step) {
        reader.take(line[start..<min(start + step, line.count)])
      }
      count += line.count
    }
    #expect(reader.hasEndlessHead && count <= 260 << 10)
    let size = reader.octets.count
    reader.take(line)
    #expect(reader.octets.count == size)
    #expect(!reader.isComplete && reader.response == nil)
  }
}
