import Accord
import Foundation

private let password = Variable("proxy", .secret)

/// A page behind a proxy that the contract itself names, by WAYS_PROXY.
let proxied = Contract(
  "A page behind a proxy",
  .proxy(
    ProcessInfo.processInfo.environment["WAYS_PROXY"] ?? "", user: "aladdin", password: password)
) {
  Get("/page").expect(200) { Text(.containsText("let in")) }
}
