import Accord
import Foundation

// The contracts of all cases are one program, so that there is one thing to build. ACCORD_CASE says
// which of them it is.

let contracts: [String: Contract] = [
  "allows": allowsContract,
  "baseline": baselineContract,
  "body": bodyContract,
  "capture": captureContract,
  "capture-hostile": captureHostileContract,
  "capture-parts": capturePartsContract,
  "check": checkContract,
  "compare": compareContract,
  "conformance": conformanceContract,
  "cookies": cookiesContract,
  "duplicate-ids": duplicateIdsContract,
  "eventually": eventuallyContract,
  "differences": differencesContract,
  "fields": fieldsContract,
  "http2": http2Contract,
  "interruptible": interruptibleContract,
  "json": jsonContract,
  "json-malformed": jsonMalformedContract,
  "json-schema": jsonSchemaContract,
  "limits": limitsContract,
  "merged": mergedContract,
  "no-steps": noStepsContract,
  "oauth2": oauth2Contract,
  "outcomes": outcomesContract,
  "probed": probedContract,
  "redirects": redirectsContract,
  "requests": requestsContract,
  "retry": retryContract,
  "retry-after": retryAfterContract,
  "scenario": scenarioContract,
  "secrets": secretsContract,
  "several": severalContract,
  "source-root": sourceRootContract,
  "start": startContract,
  "status": statusContract,
  "tag": tagContract,
  "templates": templatesContract,
  "templates-unusable": templatesUnusableContract,
  "text": textContract,
  "time": timeContract,
  "unbindable": unbindableContract,
  "unix-socket": unixSocketContract,
  "unusable": unusableContract,
  "user-agent": userAgentContract,
  "unusable-documents": unusableDocumentsContract,
  "variables": variablesContract,
  "xml": xmlContract,
  "xml-malformed": xmlMalformedContract,
]

guard let contract = contracts[ProcessInfo.processInfo.environment["ACCORD_CASE"] ?? ""] else {
  FileHandle.standardError.write(Data("ACCORD_CASE is the name of none of the cases\n".utf8))
  exit(70)
}
await Accord.run(contract)
