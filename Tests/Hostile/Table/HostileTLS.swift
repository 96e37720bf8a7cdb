import AccordTestSupport
import Foundation

/// The servers of the table that speak TLS, each `openssl s_server` with a certificate that is made for
/// the run.
final class HostileTLS {
  /// A server, or a relay before one.
  enum Name: String, CaseIterable, Sendable {
    case usual, expired, future, alone, unknown, elsewhere
    case weakKey = "weak-key"
    case weakDigest = "weak-digest"
    case version1_0 = "tls1"
    case version1_1 = "tls1_1"
    case mutual
    /// Relays that keep the end from the client, cut the answer, or change it.
    case withoutEnd, cut, changed
  }

  /// Where they listen.
  let ports: [Name: Int]
  /// The file of the authority that is trusted.
  var authority: String { certificates.path("ca.pem") }

  private let certificates: TestCertificates
  /// Another authority, which nobody trusts.
  private let strangers: TestCertificates
  private let servers: [TLSServer]
  private let relays: [ScriptedServer]

  /// Makes the certificates and starts the servers.
  init() throws {
    let certificates = try TestCertificates()
    let strangers = try TestCertificates()
    let here = "IP:127.0.0.1,DNS:localhost"
    var servers: [TLSServer] = []
    var ports: [Name: Int] = [:]
    func start(
      _ name: Name, _ file: String, _ options: String = "", of authority: TestCertificates
    ) throws {
      let server = try TLSServer(authority, file, options)
      servers.append(server)
      ports[name] = server.port
    }
    try certificates.issue("usual", names: here)
    try certificates.issue("expired", names: here, days: -1)
    try certificates.issueForTheFuture("future", names: here)
    try certificates.selfSign("alone", names: here)
    try certificates.issue("elsewhere", names: "DNS:elsewhere.test")
    try certificates.issue(
      "weak-key", names: here, key: "RSA -pkeyopt rsa_keygen_bits:1024")
    try certificates.issue("weak-digest", names: here, digest: "sha1")
    try strangers.issue("unknown", names: here)
    for name in [Name.usual, .expired, .future, .alone, .elsewhere] {
      try start(name, name.rawValue, of: certificates)
    }
    let anything = "-cipher ALL:@SECLEVEL=0"
    for name in [Name.weakKey, .weakDigest] {
      try start(name, name.rawValue, anything, of: certificates)
    }
    for name in [Name.version1_0, .version1_1] {
      try start(name, "usual", "-\(name.rawValue) \(anything)", of: certificates)
    }
    try start(.unknown, "unknown", of: strangers)
    try start(.mutual, "usual", "-Verify 1 -CAfile ca.pem -verify_return_error", of: certificates)
    // In 1.2 the type of each record can be seen from outside.
    let relayed = try TLSServer(certificates, "usual", "-tls1_2")
    servers.append(relayed)
    var relays: [ScriptedServer] = []
    for (name, fate) in Self.fates {
      let port = relayed.port
      let relay = try ScriptedServer(serving: { _, socket, _ in
        TLSRelay(from: socket, toPort: port, fate: fate).run()
      })
      relays.append(relay)
      ports[name] = relay.port
    }
    self.certificates = certificates
    self.strangers = strangers
    self.servers = servers
    self.relays = relays
    self.ports = ports
  }

  private static let fates: [(Name, TLSRelay.Fate)] = [
    (.withoutEnd, { type, _ in type == TLSRelay.alert ? .close : .pass }),
    (.cut, { type, count in type == TLSRelay.content && count == 1 ? .passAndClose : .pass }),
    (.changed, { type, _ in type == TLSRelay.content ? .change : .pass }),
  ]

  /// Stops all of them and removes the certificates.
  func stop() {
    for server in servers { server.stop() }
    for relay in relays { relay.stop() }
    certificates.remove()
    strangers.remove()
  }
}
