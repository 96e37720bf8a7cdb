import Foundation
import Testing

/// What a run in JSON Lines says that its steps came to.
struct RunVerdicts: Equatable {
  /// What is said of one step, as far as it is a verdict and its reasons.
  struct Verdict: Equatable, CustomStringConvertible {
    let outcome: String
    let reasonKind: String
    let reason: String
    let isFlaky: Bool
    let isFixed: Bool
    /// Each with its kind, its place and its message, as JSON.
    let findings: String

    var description: String {
      ([outcome, reasonKind, reason] + (isFlaky ? ["flaky"] : []) + (isFixed ? ["fixed"] : [])
        + [findings]).filter { !$0.isEmpty }.joined(separator: ", ")
    }
  }

  /// By id, and of several repetitions by its number.
  let steps: [String: Verdict]

  init(lines: String) throws {
    var steps: [String: Verdict] = [:]
    for line in lines.split(separator: "\n") {
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      guard let step = value as? [String: Any], step["event"] as? String == "step" else { continue }
      let id = try #require(step["id"] as? String)
      let repetition = try #require(step["repetition"] as? Int)
      let findings = (step["findings"] as? [[String: Any]] ?? []).map { finding in
        ["kind", "place", "message"].map { "\(finding[$0] ?? "")" }
      }
      let json = try JSONSerialization.data(withJSONObject: findings)
      steps["\(id) #\(repetition)"] = Verdict(
        outcome: step["outcome"] as? String ?? "", reasonKind: step["reasonKind"] as? String ?? "",
        reason: step["reason"] as? String ?? "", isFlaky: step["flaky"] as? Bool ?? false,
        isFixed: step["fixed"] as? Bool ?? false,
        findings: findings.isEmpty ? "" : String(decoding: json, as: UTF8.self))
    }
    self.steps = steps
  }
}
