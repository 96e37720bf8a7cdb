import Foundation

/// What the tests are built for by `make sanitize`.
public enum Sanitizer: String, Sendable {
  case thread, address

  /// The one that is at work; nil in ordinary builds.
  public static let current =
    ProcessInfo.processInfo.environment["ACCORD_SANITIZE"].flatMap(Sanitizer.init)
}
