/// A version of HTTP as a message states it.
package struct HTTPVersion: Sendable, Hashable, CustomStringConvertible {
  /// The number before the point.
  package var major: Int

  /// The number after the point; 0 where HTTP/2 and later have none.
  package var minor: Int

  /// Creates a version.
  package init(major: Int, minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// HTTP/1.0.
  package static let http1_0 = HTTPVersion(major: 1, minor: 0)
  /// HTTP/1.1.
  package static let http1_1 = HTTPVersion(major: 1, minor: 1)
  /// HTTP/2.
  package static let http2 = HTTPVersion(major: 2, minor: 0)

  /// The version as a status line writes it: `HTTP/1.1`, `HTTP/2`.
  package var description: String {
    major < 2 ? "HTTP/\(major).\(minor)" : "HTTP/\(major)"
  }
}
