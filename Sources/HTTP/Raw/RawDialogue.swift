/// Octets for a connection of their own, and how long answers are waited for.
package struct RawDialogue: Sendable, Hashable {
  /// One sending.
  package struct Part: Sendable, Hashable {
    /// What is sent, as it is.
    package var octets: [UInt8]
    /// The method of the request, on which it depends where an answer ends.
    package var method: String
    /// Whether a 100 is the answer (RFC 9110 section 10.1.1).
    package var isAnsweredByContinue: Bool

    /// A part whose method is its first word; one that ends with a head that has `Expect: 100-continue`
    /// is answered by a 100 too.
    package init(_ octets: [UInt8]) {
      self.octets = octets
      method = String(escapingOctets: octets.prefix(while: \.isTokenOctet))
      let text = String(escapingOctets: octets.map(\.asciiLowercased))
      isAnsweredByContinue =
        text.utf8.suffix(4).elementsEqual("\r\n\r\n".utf8)
        && text.split(whereSeparator: \.isNewline).contains { $0 == "expect: 100-continue" }
    }
  }

  /// Content that is kept back, and for how long.
  package struct Withheld: Sendable, Hashable {
    package var octets: [UInt8]
    /// After this time it is sent, where nothing at all has come.
    package var duration: Duration

    package init(_ octets: [UInt8], for duration: Duration) {
      self.octets = octets
      self.duration = duration
    }
  }

  /// The URL whose server they are for; its path does not matter.
  package var url: String
  /// What is sent, one part after another: a part after the first when the answer before it is whole.
  package var parts: [Part]
  /// The content of the last part, where that is a head: it is sent when a 100 has come, or nothing for
  /// long enough, and not after any other answer (RFC 9110 section 10.1.1).
  package var withheld: Withheld?
  /// For how long octets are waited for that should not come, after the last answer is whole.
  package var lingering: Duration
  /// For how long an answer is waited for.
  package var patience: Duration
  /// The longest time until the connection stands, TLS included; nil for curl's 300 seconds.
  package var connectLimit: Duration?
  /// The most octets that are taken in.
  package var sizeLimit: Int
  /// The version of HTTP that the server is spoken to with otherwise.
  package var version: HTTPVersionPreference

  /// A dialogue with limits of 10 seconds for an answer and for the connection, and of 16 MiB.
  package init(
    url: String, parts: [[UInt8]], withheld: Withheld? = nil,
    lingering: Duration = .milliseconds(150), patience: Duration = .seconds(10),
    connectLimit: Duration? = .seconds(10),
    sizeLimit: Int = 16 << 20, version: HTTPVersionPreference = .automatic
  ) {
    self.url = url
    self.parts = parts.map(Part.init)
    self.withheld = withheld
    self.lingering = lingering
    self.patience = patience
    self.connectLimit = connectLimit
    self.sizeLimit = sizeLimit
    self.version = version
  }
}

/// What came over a connection of its own.
package struct RawOutcome: Sendable, Hashable {
  /// What came for each part that was sent, and after the last until the end of the waiting.
  ///
  /// A part is not sent where the connection has ended, the answer before it did not come within the
  /// patience, or it said that the connection ends with it (RFC 9112 section 9.6): there are fewer
  /// then.
  ///
  /// Where content was kept back and then sent, what came for it stands behind what came before.
  package var received: [[UInt8]] = []
  /// How long each of them was waited for, in the same order: until it was whole, or for nothing.
  package var waited: [Duration] = []
  /// Whether the server closed or reset the connection, within the waiting.
  package var isClosed = false
}

/// Why octets cannot be exchanged as they are.
package enum RawConnectionError: Error, Sendable {
  /// The server is reached through a proxy, which has its own view of octets.
  case throughProxy
  /// The server is spoken to with HTTP/2 only.
  case speaksHTTP2Only
  /// The URL names no server.
  case request(RequestProblem)
  /// No connection stands, or more came than is taken in.
  case failed(TransportError)
  /// It was asked for, or the deadline has passed.
  case interrupted
}
