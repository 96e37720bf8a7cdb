import Accord
import Foundation

// ACCORD_WAY says which of the contracts is meant.
switch ProcessInfo.processInfo.environment["ACCORD_WAY"] {
case "signatures": await Accord.run(signatures)
case "digest": await Accord.run(digest)
case "objects": await Accord.run(objects)
case "wrong-key": await Accord.run(wrongKey)
case "tokens": await Accord.run(tokens)
case "given": await Accord.run(given)
case "proxied": await Accord.run(proxied)
case "key": await Accord.run(key)
case "reached": await Accord.run(reached)
case "failing": await Accord.run(failing)
default: await Accord.run(page)
}
