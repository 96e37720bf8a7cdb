/// How a text report looks.
package struct TextOptions: Sendable {
  /// How much is printed.
  package enum Verbosity: Sendable {
    /// `-q`: failures, errors and the summary.
    case quiet
    /// Sections too.
    case normal
    /// `-v`: every step, with its messages as they went over the wire.
    case wire
  }

  /// Whether colours are shown.
  package var usesColor: Bool
  package var verbosity: Verbosity
  /// Where durations are aligned, in characters.
  package var width: Int

  package init(usesColor: Bool = false, verbosity: Verbosity = .normal, width: Int = 99) {
    self.usesColor = usesColor
    self.verbosity = verbosity
    self.width = width
  }

  /// Whether requests and responses are shown as they went over the wire.
  package var showsWire: Bool { verbosity == .wire }
}
