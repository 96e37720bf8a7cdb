import Accord

/// What httpbin does not promise: each step is wrong, and says so in Expected/httpbin-broken.txt.
let httpbinBroken = Contract("httpbin, wrongly", .timeout(.seconds(20))) {
  brokenStatuses
  brokenMethods
  brokenFields
  brokenJSON
  brokenTexts
  brokenOctets
  brokenCodings
  brokenRedirects
  brokenTimes
  brokenScenario
  brokenDocuments
  strangeBodies
}
