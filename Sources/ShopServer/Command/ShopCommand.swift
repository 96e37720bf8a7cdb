import ArgumentParser
import Hummingbird
import NIOCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program `shop`.
@main
struct ShopCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shop",
    abstract: "The Shop, a sample API that keeps its promises.",
    discussion: """
      Everything is kept in memory: to begin anew, start it again. It ends at SIGINT or SIGTERM.

        shop --port 0                              prints the address it chose
        shop --routes                              prints the documented API as JSON
        shop --fault delete-keeps --fault no-etag  breaks two promises, for testing a contract
      """)

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on; 0 takes a free one.")
  var port = 8080

  @Option(help: "What opens /account. (default: SHOP_TOKEN, else shop-secret-token)")
  var token: String?

  @Option(help: "How many milliseconds an order is pending.")
  var orderDelay = 200

  @Option(
    name: .customLong("fault"),
    help: "A promise to break (repeatable); 'list' prints all there are.")
  var faultNames: [String] = []

  @Flag(help: "Print each route with the statuses it can answer, as JSON.")
  var routes = false

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port has to be from 0 to 65535, not \(port).")
    }
    guard (0...3_600_000).contains(orderDelay) else {
      throw ValidationError("--order-delay has to be from 0 to 3600000, not \(orderDelay).")
    }
    guard token != "" else { throw ValidationError("--token has to be longer than nothing.") }
    for name in faultNames where name != "list" && Fault.named(name) == nil {
      throw ValidationError(Self.complaint(aboutFault: name))
    }
  }

  func run() async throws {
    let shop = Shop(configuration)
    if faultNames.contains("list") {
      print(Self.list(of: Fault.all))
    } else if routes {
      print(String(buffer: try Representation.json(shop.table.documented).content))
    } else {
      try await listen(with: shop)
    }
  }

  var configuration: Shop.Configuration {
    let environment = ProcessInfo.processInfo.environment
    var configuration = Shop.Configuration()
    configuration.token = token ?? environment["SHOP_TOKEN"] ?? configuration.token
    configuration.orderDelay = .milliseconds(orderDelay)
    configuration.faults = Fault.all.filter { faultNames.contains($0.name) }
    return configuration
  }

  private func listen(with shop: Shop) async throws {
    let shownHost = host.contains(":") ? "[\(host)]" : host
    let application = shop.application(host: host, port: port) { port in
      print("shop listens on http://\(shownHost):\(port)")
      fflush(nil)  // a pipe would keep the line back
    }
    do {
      try await application.runService()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw ListenFailure(reason: "\(shownHost):\(port) is in use; --port 0 takes a free port")
    }
  }

  /// One fault a line: its name, who notices it, its sentence, each below those of the line before.
  static func list(of faults: [Fault]) -> String {
    let names = padded(faults.map(\.name))
    let noticers = padded(faults.map(\.noticedBy))
    return faults.indices.map { index in
      "\(names[index])  \(noticers[index])  \(faults[index].sentence)"
    }.joined(separator: "\n")
  }

  /// The words, all as long as the longest of them.
  private static func padded(_ words: [String]) -> [String] {
    let width = words.map(\.count).max() ?? 0
    return words.map { $0 + String(repeating: " ", count: width - $0.count) }
  }

  static func complaint(aboutFault name: String) -> String {
    let suggestion = NearMiss.of(name, among: Fault.all.map(\.name)).map { " Did you mean \($0)?" }
    return "There is no fault \(name).\(suggestion ?? "") '--fault list' prints all of them."
  }
}
