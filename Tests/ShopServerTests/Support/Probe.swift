import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore

@testable import AccordShopServer

/// A request of a test, written in one line.
struct Probe: Sendable, CustomStringConvertible {
  let method: HTTPRequest.Method
  let target: String
  var fields: HTTPFields = [:]
  var content: String?

  init(
    _ method: HTTPRequest.Method, _ target: String, _ fields: HTTPFields = [:],
    content: String? = nil
  ) {
    self.method = method
    self.target = target
    self.fields = fields
    self.content = content
  }

  /// With JSON, unless the fields name another type.
  static func json(
    _ method: HTTPRequest.Method, _ target: String, _ content: String, _ fields: HTTPFields = [:]
  ) -> Probe {
    var probe = Probe(method, target, fields, content: content)
    if fields[.contentType] == nil {
      probe.fields[.contentType] =
        method == .patch ? "application/merge-patch+json" : "application/json"
    }
    return probe
  }

  var description: String { "\(method) \(target)" }
}

extension Shop {
  /// Runs `body` against a shop of its own.
  static func open<Value: Sendable>(
    _ faults: [Fault] = [], orderDelay: Duration = .zero, over setup: TestingSetup = .router,
    _ body: @Sendable (any TestClientProtocol) async throws -> Value
  ) async throws -> Value {
    let shop = Shop(Configuration(orderDelay: orderDelay, faults: faults))
    return try await shop.application().test(setup) { try await body($0) }
  }

  /// Sends the requests one after the other to a shop of its own and gives the last answer.
  static func answer(
    to probes: Probe..., orderDelay: Duration = .zero
  ) async throws -> TestResponse {
    try await open(orderDelay: orderDelay) { client in
      for probe in probes.dropLast() { _ = try await client.send(probe) }
      return try await client.send(probes[probes.count - 1])
    }
  }
}

extension TestClientProtocol {
  func send(_ probe: Probe) async throws -> TestResponse {
    try await executeRequest(
      uri: probe.target, method: probe.method, headers: probe.fields,
      body: probe.content.map { ByteBuffer(string: $0) })
  }

  /// Status, fields and content of each answer, without the date: what a client can see.
  func transcript(of probes: [Probe]) async throws -> [String] {
    var lines: [String] = []
    for probe in probes {
      do {
        let answer = try await send(probe)
        let fields = answer.headers.filter { $0.name != .date }.map(\.description).sorted()
        lines.append("\(probe): \(answer.status.code) \(fields) \(answer.text)")
      } catch {
        lines.append("\(probe): no answer")
      }
    }
    return lines
  }
}

extension TestResponse {
  var text: String { String(buffer: body) }
}

extension Request {
  init(_ probe: Probe) {
    let head = HTTPRequest(
      method: probe.method, scheme: "http", authority: "shop", path: probe.target,
      headerFields: probe.fields)
    self.init(head: head, body: RequestBody(buffer: ByteBuffer()))
  }
}
