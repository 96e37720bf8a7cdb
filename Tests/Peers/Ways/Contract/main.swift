import Accord
import Foundation

// ACCORD_WAY says which of the contracts is meant: `signatures`, else one page.
let contract = ProcessInfo.processInfo.environment["ACCORD_WAY"] == "signatures" ? signatures : page

await Accord.run(contract)
