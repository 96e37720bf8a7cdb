/// A line that stands below what is printed, until something else is printed: progress on a terminal.
package protocol TransientLine: Sendable {
  /// Takes the line away, until each call has its ``show()``.
  func hide()
  /// Lets the line come back.
  func show()
}
