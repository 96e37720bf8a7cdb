internal import AccordHTTP

extension RuleSection {
  /// The Idempotency-Key draft, section 2.6: what a repeated request is answered.
  static let idempotentReplay = RuleSection(
    .idempotencyKey, "2.6",
    [
      Rule(
        "idempotency-key.replay", .should, .methods,
        "A POST that is repeated with its key makes nothing more, and is answered as before.",
        remedy: "Keep the answer with the key, and send it again for the same key and content.",
        active: .of(Replay.self) { replay throws(Obstacle) in
          let second = try replay.second.answered()
          let exhibits = [
            Exhibit("the first POST", replay.first.exchange, .status, .field("Location")),
            Exhibit("the same again", second.exchange, .status, .field("Location")),
          ]
          if let url = replay.secondURL, ResourceName(url) != ResourceName(replay.firstURL) {
            return .violation(
              Evidence(
                part: .field("Location"), problem: "is another for the same \(replay.field)",
                quote: "\(replay.firstURL) → \(url)", exhibits: exhibits))
          }
          return .holds(
            second.status == replay.first.status, else: .status,
            "is another when the POST is repeated with its \(replay.field)",
            quote: "\(replay.first.status) → \(second.status)",
            // A success that says it otherwise does no harm.
            level: second.isSuccess ? .may : nil, shownBy: exhibits)
        })
    ])
}
