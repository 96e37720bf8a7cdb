import HTTPTypes
import HummingbirdTesting
import Testing

@testable import AccordShopServer

/// Requests of which at least one is answered differently while the fault is on.
struct Witness: Sendable, CustomStringConvertible {
  let fault: String
  let probes: [Probe]
  /// What is sent over a connection of its own afterwards, octet for octet.
  var octets: String?

  init(_ fault: String, _ probes: Probe...) {
    self.fault = fault
    self.probes = probes
  }

  /// Of a request that no client library sends, or whose answer none shows.
  init(_ fault: String, octets: String) {
    self.fault = fault
    probes = []
    self.octets = octets
  }

  var description: String { fault }
  static let all = contract + rules + fields + messages
}

extension Witness {
  /// What a client sees of a shop of its own: each answer without its date.
  func transcript(with faults: [Fault] = []) async throws -> [String] {
    // Over a real connection: some faults are about nothing else.
    try await Shop.open(faults, over: .live) { client in
      let lines = try await client.transcript(of: probes)
      guard let octets else { return lines }
      let received = try await talk(octets, at: #require(client.port))
      return lines + [received.replacing(#/Date: [^\r]*/#, with: "Date: now")]
    }
  }
}
