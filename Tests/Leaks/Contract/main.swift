import Accord
import AccordLeaks
import Foundation

let environment = ProcessInfo.processInfo.environment
switch environment["LEAKS_CONTRACT"] {
case "hijack": await Accord.run(HijackContract.contract)
case "redirects": await Accord.run(RedirectContract.contract(environment))
default: await Accord.run(SecretContract.contract(environment))
}
