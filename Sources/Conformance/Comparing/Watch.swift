internal import AccordHTTP

/// A resource that is looked at before and after something is done elsewhere.
struct Watch {
  /// What came of it.
  enum Outcome {
    /// It stayed as it was.
    case same
    /// It became another one, twice, and by itself it stays as it is.
    case changed(Difference)
    /// It changed, and what was done elsewhere need not be why.
    case unclear(String)
  }

  let before: ObservedExchange
  let acts: [ObservedExchange]
  let after: ObservedExchange
  let outcome: Outcome

  /// What shows that it changed.
  ///
  /// - Parameters:
  ///   - part: Where it shows.
  ///   - act: What was done: `the GET`.
  func exhibits(_ part: Evidence.Part, _ act: String) -> [Exhibit] {
    [Exhibit("before", before.exchange, part)]
      + acts.map { Exhibit(act, $0.exchange) }
      + [Exhibit("after", after.exchange, part)]
  }

  /// Conforms where it stayed as it was, else a violation that the exchanges show.
  ///
  /// - Parameters:
  ///   - problem: What is wrong with what differs, as half a sentence that can follow the part's name.
  ///   - act: What was done: `the GET`.
  func verdict(_ problem: String, act: String) -> Verdict {
    switch outcome {
    case .same: .conforms
    case .unclear(let reason): .inconclusive(reason)
    case .changed(let difference):
      .violation(
        Evidence(
          part: difference.part, problem: problem, quote: difference.quote,
          exhibits: exhibits(difference.part, act)))
    }
  }
}

extension Probe {
  /// Looks at a resource, does something, and looks again; where it changed, all of it once more, after
  /// a while in which nothing is done.
  ///
  /// - Parameters:
  ///   - url: The resource that is looked at.
  ///   - volatility: What is known to change by itself.
  ///   - excuse: What may differ besides.
  ///   - last: What it was a moment ago, if nothing was done since.
  ///   - reset: Done before each look, which the first answer after it does not count for.
  ///   - acts: What is done between them.
  func watch(
    _ url: String, _ volatility: Volatility, excusing excuse: Excuse = .none,
    since last: ObservedExchange? = nil,
    resetting reset: ((_ isFirst: Bool) throws(Obstacle) -> Void)? = nil,
    during acts: () throws(Obstacle) -> [ObservedExchange]
  ) throws(Obstacle) -> Watch {
    var volatility = volatility
    /// Lets the resource settle, and learns what changes by itself within the same time.
    func baseline(after pause: Duration?) throws(Obstacle) -> ObservedExchange {
      if let reset {
        try reset(pause == nil)
        _ = try read(url).usable()
      }
      let one = try read(url).usable()
      if let pause { self.pause(pause) }
      let other = try read(url).usable()
      volatility.learn(one, other)
      return other
    }
    func look() throws(Obstacle) -> ObservedExchange {
      let look = try read(url)
      // What is gone is another one, not an obstacle.
      return try look.answered()
    }
    var before: ObservedExchange
    if let last { before = last } else { before = try baseline(after: nil) }
    var done = try acts()
    var after = try look()
    func watch(_ outcome: Watch.Outcome) -> Watch {
      Watch(before: before, acts: done, after: after, outcome: outcome)
    }
    guard volatility.difference(before, after, excusing: excuse) != nil else {
      return watch(volatility.preventsComparison ? .unclear(Self.changes(before)) : .same)
    }
    // A second time, and with time in between for what a clock changes.
    before = try baseline(after: .milliseconds(1_200))
    done = try acts()
    after = try look()
    // What somebody else changes in a rhythm of his own shows while nothing is done but reading.
    if volatility.difference(before, after, excusing: excuse) != nil {
      var last = after
      for _ in 0..<Self.idleReads {
        let next = try read(url)
        if last.status == next.status { volatility.learn(last, next) }
        last = next
      }
    }
    guard !volatility.preventsComparison else { return watch(.unclear(Self.changes(before))) }
    guard let found = volatility.difference(before, after, excusing: excuse) else {
      return watch(.unclear("\(before.requestLine) changed, and not each time, or by itself"))
    }
    return watch(.changed(found))
  }

  /// For how many requests nothing is done: more than a rhythm that could meet both looks takes.
  private static let idleReads = 12

  private static func changes(_ exchange: ObservedExchange) -> String {
    "\(exchange.requestLine) answers something else each time"
  }
}
