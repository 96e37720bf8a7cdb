import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1

/// How faults answer by themselves, as the API would.
extension Visit {
  /// An answer of the fault's own.
  func answer(
    _ status: HTTPResponse.Status, _ fields: HTTPFields = [:], _ content: JSONValue? = nil
  ) throws -> Response {
    let response =
      if let content { Response(status: status, headers: fields, content: try .json(content)) } else
      {
        Response(status: status, headers: fields)
      }
    return response.with(.xContentTypeOptions, "nosniff")
  }

  func refuse(_ problem: Problem) throws -> Response {
    try problem.response(from: request, context: context).with(.xContentTypeOptions, "nosniff")
  }

  /// What the API answers, with its JSON edited as if it had always been so: the validator is that of
  /// the edited content, and the client's conditions are held against it.
  ///
  /// Answers that are no JSON stay as they are.
  func forwardEditingJSON(_ edit: (inout JSONValue) -> Void) async throws -> Response {
    let response = try await forward {
      $0[.ifMatch] = nil
      $0[.ifNoneMatch] = nil
    }
    guard response.status == .ok, response.headers[.contentType] == MediaType.json.essence,
      var value = try await response.json()
    else { return try await forward() }
    edit(&value)
    return try condition(response, showing: value)
  }

  /// An answer to a GET with other JSON, under the client's conditions.
  ///
  /// - Throws: A ``Problem`` with status 412.
  func condition(_ response: Response, showing value: JSONValue) throws -> Response {
    let content = try Representation.json(value)
    let conditions = Preconditions(request.headers)
    try conditions.requireMatch(content.tag)
    var response = response.with(.eTag, content.tag.description)
    if conditions.hasAlready(content.tag) {
      response.headers[.contentType] = nil
      return response.with(.notModified)
    }
    response.body = ResponseBody(byteBuffer: content.content)
    return response
  }

  /// Changes what is remembered of the request's connection.
  func onConnection<Value: Sendable>(
    _ body: (inout FaultMemory.ConnectionNotes) -> Value
  ) -> Value {
    memory.change(of: context.channel, body)
  }

  /// Sends a message as it is, past what would frame it, and closes the connection.
  func sendRaw(
    _ response: Response, _ change: (inout HTTPFields) -> Void = { _ in }, content: String
  ) async throws {
    var fields = response.headers
    fields[.date] = HTTPDate.now
    fields[.connection] = "close"
    change(&fields)
    let lines = fields.map { "\($0.name): \($0.value)\r\n" }.joined()
    let status = response.status
    try await context.channel.sendRaw(
      "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n\(lines)\r\n\(content)")
    try await context.channel.close()
  }
}

extension Channel {
  /// Sends text as it is, past what would frame it.
  fileprivate func sendRaw(_ text: String) async throws {
    try await eventLoop.flatSubmit { [eventLoop, pipeline] in
      let sent = eventLoop.makePromise(of: Void.self)
      do {
        let encoder = try pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
        encoder.writeAndFlush(NIOAny(ByteBuffer(string: text)), promise: sent)
      } catch {
        sent.fail(error)
      }
      return sent.futureResult
    }.get()
  }
}
