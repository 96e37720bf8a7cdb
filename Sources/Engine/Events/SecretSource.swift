/// Where a secret comes from that cannot be used.
package enum SecretSource: Sendable, Hashable {
  /// A variable that is `.secret`, by its name.
  case variable(String)
  /// A part of `.auth`: `password of .basic`.
  case authorization(String)
  /// The password that a netrc file has for a host.
  case netrc(host: String)

  /// So many characters a secret has at least.
  package static let shortest = 4

  /// Whether a value is too short to be redacted: it would be found everywhere.
  ///
  /// An empty one is none, and is nowhere to be found.
  package static func isTooShort(_ secret: String) -> Bool {
    !secret.isEmpty && secret.unicodeScalars.count < shortest
  }
}
