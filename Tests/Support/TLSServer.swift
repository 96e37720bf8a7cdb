import Foundation

/// `openssl s_server` on loopback, which answers every GET with a page about the connection.
package final class TLSServer {
  /// The port on 127.0.0.1.
  package let port: Int

  private let process = Process()

  /// Starts a server with the certificate of this name.
  ///
  /// - Parameter options: More for `s_server`, such as `-Verify 1 -CAfile ca.pem`.
  package init(_ certificates: TestCertificates, _ name: String, _ options: String = "") throws {
    process.executableURL = URL(fileURLWithPath: TestCertificates.openssl ?? "/usr/bin/openssl")
    process.arguments =
      ["s_server", "-accept", "127.0.0.1:0", "-www", "-cert", "\(name).pem", "-key", "\(name).key"]
      + options.split(separator: " ").map(String.init)
    process.currentDirectoryURL = certificates.folder
    // What the system says of old versions must not keep a test's server from speaking them.
    process.environment = ["OPENSSL_CONF": "/dev/null"]
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    // `ACCEPT 127.0.0.1:PORT` is said once it listens.
    var text = ""
    var port: Int?
    while port == nil {
      let octets = output.fileHandleForReading.availableData
      guard !octets.isEmpty else {
        throw TestCertificates.Failure(words: "openssl s_server ended: \(text)")
      }
      text += String(decoding: octets, as: UTF8.self)
      for line in text.split(separator: "\n").dropLast(text.hasSuffix("\n") ? 0 : 1)
      where line.hasPrefix("ACCEPT ") {
        port = line.split(separator: ":").last.flatMap { Int($0) }
      }
    }
    self.port = port ?? 0
    // Else it would wait for somebody to read what it tells.
    output.fileHandleForReading.readabilityHandler = { _ = $0.availableData }
  }

  /// The URL of the server's page.
  package func url(host: String = "127.0.0.1") -> String { "https://\(host):\(port)/" }

  package func stop() {
    // A test's thread may have every other signal blocked, and its children with it.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
