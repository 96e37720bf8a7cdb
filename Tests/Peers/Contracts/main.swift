import Accord
import Foundation

// The contracts of all peers are one program, so that there is one thing to build. ACCORD_PEER says
// which of them it is.

let contracts: [String: Contract] = [
  "httpbin": httpbin,
  "httpbin-broken": httpbinBroken,
  "s3": s3,
  "s3-broken": s3Broken,
]

guard let contract = contracts[ProcessInfo.processInfo.environment["ACCORD_PEER"] ?? ""] else {
  FileHandle.standardError.write(Data("ACCORD_PEER is the name of none of the peers\n".utf8))
  exit(70)
}
await Accord.run(contract)
