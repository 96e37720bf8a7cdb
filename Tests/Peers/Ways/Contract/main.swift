import Accord
import Foundation

// ACCORD_WAY says which of the contracts is meant.
switch ProcessInfo.processInfo.environment["ACCORD_WAY"] {
case "signatures": await Accord.run(signatures)
case "digest": await Accord.run(digest)
default: await Accord.run(page)
}
