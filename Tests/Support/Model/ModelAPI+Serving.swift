extension ModelAPI {
  /// A server on loopback that answers as this API does, over HTTP/1.1 with kept connections.
  package func serve(port: Int = 0) throws -> ScriptedServer {
    try ScriptedServer(
      port: port,
      interim: { head in
        head.contains("\r\nexpect: 100-continue\r\n") ? self.answerToExpectation : []
      }
    ) { received in
      let request = ModelRequest(received)
      let octets = self.answer(request).octets
      let isLast = request.value("Connection")?.lowercased().contains("close") == true
      return [.octets(octets)] + (isLast ? [.close] : [])
    }
  }

  /// What it says to who waits with the content until it is asked for.
  package var answerToExpectation: [UInt8] {
    fault == .waitsForContent ? [] : Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
  }
}

extension ModelRequest {
  /// A request that came over a socket.
  package init(_ received: ReceivedRequest) {
    let fields = received.fieldLines.compactMap { line -> ModelField? in
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      let value = parts[1].drop { $0 == " " || $0 == "\t" }
      return ModelField(String(parts[0]), String(value))
    }
    self.init(
      received.method, received.target, fields, content: received.contentWithoutFraming,
      connection: received.connection, index: received.index)
  }
}
