import AccordContract
import AccordEngine
import AccordHTTP
import ArgumentParser
import Testing

@testable import AccordCommandLine

@Suite("The way to the server")
struct TransportBindingTests {
  private func bind(
    _ arguments: [String], _ trait: AccordContract.Trait? = nil
  ) throws -> TransportBinding {
    var transport: TransportTrait?
    if case .transport(let value)? = trait?.kind { transport = value }
    return try TransportBinding(TransportOptions.parse(arguments), trait: transport)
  }

  private static let own = AccordContract.Trait.transport(
    .http2, addresses: .ipv6, resolve: ["h:1:::1"], connectTo: ["a:1:b:2"], unixSocket: "s")

  @Test("The contract's own way counts where the command line says nothing")
  func contract() throws {
    let binding = try bind([], Self.own)
    #expect(binding.version == .http2)
    #expect(binding.client.addressFamily == .ipv6)
    #expect(binding.client.resolve == ["h:1:::1"] && binding.client.connectTo == ["a:1:b:2"])
    #expect(binding.client.unixSocket == "s")
    #expect(
      binding.curlOptions == [
        CurlOption("--ipv6"), CurlOption("--resolve", .text("h:1:::1")),
        CurlOption("--connect-to", .text("a:1:b:2")), CurlOption("--unix-socket", .text("s")),
      ])
    let nothing = try bind([])
    #expect(nothing.version == .automatic && nothing.client.addressFamily == .any)
    #expect(nothing.curlOptions.isEmpty)
  }

  @Test("Each part of it gives way to the command line's")
  func commandLine() throws {
    let arguments = [
      "--http1.1", "--ipv4", "--resolve", "g:1:127.0.0.1", "--connect-to", "c:1:d:2",
      "--unix-socket", "t",
    ]
    let binding = try bind(arguments, Self.own)
    #expect(binding.version == .http1_1)
    #expect(binding.client.addressFamily == .ipv4)
    #expect(binding.client.resolve == ["g:1:127.0.0.1"])
    #expect(binding.client.connectTo == ["c:1:d:2"] && binding.client.unixSocket == "t")
    let part = try bind(["--http2-prior-knowledge"], Self.own)
    #expect(part.version == .http2PriorKnowledge && part.client.addressFamily == .ipv6)
  }

  @Test("Entries that curl would not take are refused, with what they are to be")
  func unusable() {
    #expect(
      throws: UsageProblem.transportEntry("h:x:y", of: "resolve", form: "HOST:PORT:ADDRESS")
    ) { try bind([], .transport(resolve: ["h:x:y"])) }
    #expect(
      throws: UsageProblem.transportEntry(
        "a:1", of: "connectTo", form: "HOST1:PORT1:HOST2:PORT2")
    ) { try bind([], .transport(connectTo: ["a:1"])) }
  }
}
