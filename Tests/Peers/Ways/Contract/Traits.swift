import Accord
import Foundation

/// The page, reached as the contract itself says: by the words of WAYS_TRANSPORT, and with what
/// WAYS_ENTRY says to them.
let reached = Contract(
  "A page, the contract's own way", trait(), .tls(authorities: entry("WAYS_CA"))
) {
  Get("/page").expect(200) { Text(.containsText("let in")) }
}

private func entry(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }

private func trait() -> Trait {
  let text = entry("WAYS_ENTRY") ?? ""
  return switch entry("WAYS_TRANSPORT") {
  case "http1.1": .transport(.http1_1)
  case "http2": .transport(.http2)
  case "prior-knowledge": .transport(.http2PriorKnowledge)
  case "ipv4": .transport(addresses: .ipv4, resolve: [text])
  case "ipv6": .transport(addresses: .ipv6, resolve: [text])
  case "resolve": .transport(resolve: [text])
  case "connect-to": .transport(connectTo: [text])
  default: .transport(unixSocket: text)
  }
}
