extension Wording {
  /// A signal as people call it: `SIGINT`.
  package static func name(ofSignal signal: Int32) -> String {
    switch signal {
    case 1: "SIGHUP"
    case 2: "SIGINT"
    case 15: "SIGTERM"
    default: "signal \(signal)"
    }
  }
}
