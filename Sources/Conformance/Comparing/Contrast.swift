internal import AccordHTTP

/// A read, and one with something else about it: whether that changes the answer.
struct Contrast {
  /// What came of it.
  enum Outcome {
    /// Both are answered alike.
    case same
    /// They are not, each time again.
    case other(Difference)
    /// Something changed meanwhile.
    case unclear(String)
  }

  let plain: ObservedExchange
  let varied: ObservedExchange
  let outcome: Outcome

  /// Conforms where both are answered alike, else a violation that both show.
  ///
  /// - Parameters:
  ///   - problem: What is wrong with what differs, as half a sentence that can follow the part's name.
  ///   - roles: What the two reads are called.
  func verdict(_ problem: String, _ roles: (plain: String, varied: String)) -> Verdict {
    switch outcome {
    case .same: .conforms
    case .unclear(let reason): .inconclusive(reason)
    case .other(let difference):
      .violation(
        Evidence(
          part: difference.part, problem: problem, quote: difference.quote,
          exhibits: [
            Exhibit(roles.plain, plain.exchange, difference.part),
            Exhibit(roles.varied, varied.exchange, difference.part),
          ]))
    }
  }
}

extension Probe {
  /// Reads a resource in another way, and again in turns with the usual one where the answer differs.
  ///
  /// - Parameters:
  ///   - reads: The resource as it is usually answered.
  ///   - plain: The usual way, where that is not a plain GET.
  ///   - varied: The other way.
  ///   - isCertain: Whether another answer cannot be a coincidence, so that once is enough.
  ///   - difference: What counts as another answer.
  func contrast(
    _ reads: Reads, plain: (() throws(Obstacle) -> ObservedExchange)? = nil,
    varied: () throws(Obstacle) -> ObservedExchange,
    isCertain: (ObservedExchange, ObservedExchange) -> Bool = { _, _ in false },
    by difference: (ObservedExchange, ObservedExchange) -> Difference?
  ) throws(Obstacle) -> Contrast {
    func usual() throws(Obstacle) -> ObservedExchange {
      if let plain { return try plain().usable() }
      return try read(reads.url).usable()
    }
    let known = reads.latest
    let first = try varied().answered()
    guard let seen = difference(known, first) else {
      return Contrast(plain: known, varied: first, outcome: .same)
    }
    if isCertain(known, first) {
      return Contrast(plain: known, varied: first, outcome: .other(seen))
    }
    let before = try usual()
    let second = try varied().answered()
    let after = try usual()
    guard reads.volatility.difference(before, after) == nil else {
      return Contrast(
        plain: before, varied: second,
        outcome: .unclear("\(before.requestLine) changed meanwhile"))
    }
    guard let found = difference(before, second) else {
      return Contrast(plain: before, varied: second, outcome: .same)
    }
    return Contrast(plain: before, varied: second, outcome: .other(found))
  }

  /// The same by the contents, apart from what changes by itself.
  func contrast(
    _ reads: Reads, excusing excuse: Excuse = .none,
    varied: () throws(Obstacle) -> ObservedExchange
  ) throws(Obstacle) -> Contrast {
    let volatility = try reads.comparable().volatility
    return try contrast(reads, varied: varied) {
      volatility.difference($0, $1, excusing: excuse)
    }
  }
}
