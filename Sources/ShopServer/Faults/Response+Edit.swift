import HTTPTypes
import Hummingbird
import NIOCore

/// How faults change an answer.
extension Response {
  /// The content, collected.
  func text() async throws -> String {
    let collector = Collector()
    try await body.write(collector)
    return String(buffer: collector.buffer)
  }

  /// This answer with a field changed; `nil` removes it.
  func with(_ name: HTTPField.Name, _ value: String?) -> Response {
    var response = self
    response.headers[name] = value
    return response
  }

  /// This answer with another status and all else as it is.
  func with(_ status: HTTPResponse.Status) -> Response {
    var response = self
    response.status = status
    return response
  }

  /// This answer with its content edited; one without content stays as it is.
  func editingText(_ edit: (inout String) -> Void) async throws -> Response {
    var text = try await text()
    guard !text.isEmpty else { return self }
    edit(&text)
    var response = self
    response.body = ResponseBody(byteBuffer: ByteBuffer(string: text))
    return response
  }

  /// This answer with its JSON edited; one with other content stays as it is.
  func editingJSON(_ edit: (inout JSONValue) -> Void) async throws -> Response {
    guard headers[.contentType] == MediaType.json.essence else { return self }
    var value = try JSONParser.parse(Array(try await text().utf8))
    edit(&value)
    var response = self
    response.body = ResponseBody(byteBuffer: try Representation.json(value).content)
    return response
  }

  /// The content as JSON; `nil` when it is none.
  func json() async throws -> JSONValue? {
    try? JSONParser.parse(Array(try await text().utf8))
  }
}

/// Collects what a response writes.
///
/// A class because the writer is handed over by value and what it collected is read afterwards.
private final class Collector: ResponseBodyWriter {
  private(set) var buffer = ByteBuffer()

  func write(_ buffer: ByteBuffer) async throws { self.buffer.writeImmutableBuffer(buffer) }
  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
