/// Why a redirect is not followed.
package enum RedirectRefusal: Error, Sendable, Hashable {
  /// As many hops as are allowed were followed.
  case tooManyHops(limit: Int)

  /// The response has no `Location`.
  case noLocation

  /// The response has several `Location` lines that differ.
  case severalLocations([String])

  /// The `Location` is no URI reference, or one without a host.
  case unusableLocation(String)

  /// The `Location` leads to another scheme than http and https.
  case schemeNotAllowed(String)

  /// The `Location` has user information, which would become credentials of ours.
  case userInformation

  /// The location is another origin's and holds a credential of the request.
  case credential(String)

  /// The content would go to another origin (scheme, host or port) than it was meant for.
  case contentToAnotherOrigin(String)

  /// The URL of the request itself is none that a reference can be resolved against.
  case unusableRequestURL(String)
}
