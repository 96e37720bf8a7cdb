import Accord

/// What httpbin promises: a server that answers as it is asked to.
///
/// Bodies, codings, status codes, redirects, cookies, credentials, conditions and times are those of
/// a server that nobody here wrote.
let httpbin = Contract("httpbin", .timeout(.seconds(20))) {
  httpbinMethods
  httpbinEchoes
  httpbinTargets
  httpbinTexts
  httpbinOctets
  httpbinDraws
  httpbinRanges
  httpbinCodings
  httpbinDocuments
  httpbinLinks
  httpbinStatuses
  httpbinTeapot
  httpbinRedirects
  httpbinRedirectedMethods
  httpbinRedirectsByHand
  httpbinRedirectedCredentials
  httpbinCookies
  httpbinCookiesNotKept
  httpbinAuthorization
  httpbinConditions
  httpbinFields
  httpbinTimes
}
