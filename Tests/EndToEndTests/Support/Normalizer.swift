import Foundation

/// Replaces what must differ from run to run: ports, durations, rates, seeds, dates, the version.
struct Normalizer {
  /// What is known to differ, and what stands for it.
  private var known: [(String, String)] = []
  private let keepsSeed: Bool

  /// - Parameters:
  ///   - places: What the command line was filled with.
  ///   - keepsSeed: Whether the seed was given.
  init(places: [(name: String, value: String)], folder: Folder, keepsSeed: Bool) {
    for place in places {
      switch place.name {
      case "$PORT": known.append((":\(place.value)", ":PORT"))
      case "$DEAD": known += [(":\(place.value)", ":DEAD"), ("port \(place.value)", "port DEAD")]
      default: break
      }
    }
    known.append((folder.path, "FOLDER"))
    self.keepsSeed = keepsSeed
  }

  private static let duration = #"(?:\d+(?:\.\d+)? (?:ms|s)|\d+ min \d+ s)"#

  private static let patterns: [(String, String)] = [
    // At the right edge of a title.
    (#"(?m) {2,}(\u001B\[\d+m)?\#(duration)(\u001B\[0m)?$"#, "  $1TIME$2"),
    (#"\bin \#(duration)"#, "in TIME"),
    (#"took \#(duration)"#, "took TIME"),
    (#"after \d+ ms"#, "after TIME"),
    (#"sent again after \#(duration)"#, "sent again after TIME"),
    (#"(once|times), for \#(duration)"#, "$1, for TIME"),
    (#"\([\d,]+ a second\)"#, "(RATE a second)"),
    (#"(?m)^  slowest:\n(?:    .*\n)+"#, "  slowest: …\n"),
    (#"(?m)(<summary>Slowest</summary>\n\n)(?:- .*\n)+"#, "$1…\n"),
    (#"\bAccord \d+\.\d+\.\d+[-\w.]*"#, "Accord VERSION"),
    (#"duration_ms: [\d.]+"#, "duration_ms: 0"),
    (#"accord/\d+\.\d+\.\d+[-\w.]*"#, "accord/VERSION"),
    (#"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?"#, "DATE"),
    // libcurl words this in several ways.
    (#"(?:Couldn't|Could not) connect to server"#, "Could not connect to server"),
    (#" (time|timestamp)="[^"]*"( +(?=>))?"#, #" $1="…""#),
    (#"name="(seed|accord)" value="[^"]*""#, #"name="$1" value="…""#),
    (
      #""(start|stop|duration|waited|startedAt|timestamp|answerTime|nameLookup|connect|tls|wait|receive|firstByte|total|seed)":-?[\d.]+"#,
      #""$1":0"#
    ),
    (#""(time|blocked|dns|ssl|headersSize)":-?[\d.]+"#, #""$1":0"#),
    (#""connection":"\d+""#, #""connection":"PORT""#),
    (#""version":"[^"]*""#, #""version":"VERSION""#),
    (#"boundary=[-\w]+"#, "boundary=BOUNDARY"),
    (#"-{10,}[-\w]+"#, "--BOUNDARY"),
  ]

  /// The text as it is compared.
  func normalized(_ text: String) -> String {
    var text = text
    for (value, name) in known { text = text.replacingOccurrences(of: value, with: name) }
    for (pattern, replacement) in Self.patterns {
      text = text.replacingOccurrences(
        of: pattern, with: replacement, options: .regularExpression)
    }
    if !keepsSeed {
      text = text.replacingOccurrences(
        of: #"seed \d+"#, with: "seed SEED", options: .regularExpression)
    }
    // Ports that the program chose for itself.
    return text.replacingOccurrences(
      of: #"127\.0\.0\.1(:| port )\d{4,5}"#, with: "127.0.0.1$1PORT",
      options: .regularExpression)
  }
}
