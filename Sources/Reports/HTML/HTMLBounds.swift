internal import AccordEngine

/// How much of a step the HTML report keeps, so that it opens however long the run was.
///
/// What did not pass is kept in more detail, and for longer. Sizes are octets as they stand in the
/// file.
enum HTMLBounds: Sendable {
  /// All of it, bodies up to 64 KiB.
  case full
  /// Bodies and heads cut short.
  case brief
  /// Heads cut short, bodies left out.
  case heads
  /// What is in the list, and what was found where.
  case nothing

  /// The bounds of a step, when so many octets of the report are written.
  static func of(_ outcome: Outcome, written: Int) -> HTMLBounds {
    switch outcome {
    case .passed(isFixed: false), .skipped, .errored(.unreachable):
      written < 12 << 20 ? .brief : written < 16 << 20 ? .heads : .nothing
    case .passed(isFixed: true), .observed, .known:
      written < 16 << 20 ? .brief : written < 24 << 20 ? .heads : .nothing
    case .failed, .errored:
      written < 48 << 20 ? .full : written < 96 << 20 ? .brief : .nothing
    }
  }

  /// The longest body of a response.
  var responseBody: Int {
    switch self {
    case .full: 64 << 10
    case .brief: 2 << 10
    case .heads, .nothing: 0
    }
  }

  /// The longest body of a request.
  var requestBody: Int { self == .brief ? 1 << 10 : responseBody }

  /// The longest head.
  var head: Int {
    switch self {
    case .full: 32 << 10
    case .brief, .heads: 3 << 9
    case .nothing: 0
    }
  }

  /// The longest command.
  var command: Int { self == .full ? 32 << 10 : 2 << 10 }
}
