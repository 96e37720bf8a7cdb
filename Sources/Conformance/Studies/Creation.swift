internal import AccordHTTP

/// Two items that are made of different samples, read, and looked for in the collection.
package struct Creation: Study {
  package static let safety = SafetyClass.throwaway
  package static let roles: Set<Subject.Role> = [.collection]

  /// What came of making one of them.
  struct Made {
    /// The POST.
    let post: ObservedExchange
    /// What it sent.
    let content: ProbeContent
    /// Where the item is said to be; `nil` where that is not told, or is no place of its own.
    let url: String?
    /// What is read there.
    let shown: ObservedExchange?
  }

  let first: Made
  /// The other one; `nil` where it was refused.
  let second: Made?
  /// Whether both are made of one sample, since there is no other.
  let isOneSample: Bool
  /// What is listed after that, or why nothing is.
  let list: Result<Listing, Obstacle>
  /// Which entries of it are the two.
  let entries: [Listing.Entry?]
  let volatility: Volatility

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Creation {
    let samples = [try probe.sample(0), try probe.sample(1)]
    // What stands in the way of others, such as a wrong Location, may be what is looked for here.
    if probe.workshop.leavesBehind, let obstacle = probe.workshop.obstacle { throw obstacle }
    let first = try conduct(samples[0], by: probe)
    guard first.post.isSuccess || first.post.status == 303 else {
      throw .prevents("\(first.post.requestLine) with the sample answered \(first.post.status)")
    }
    let other = try? conduct(samples[1], by: probe)
    let second = other.flatMap { $0.post.isSuccess ? $0 : nil }
    let keys = [first.url, second?.url].map { $0.map { probe.key(of: $0) } }
    var list: Result<Listing, Obstacle>
    do throws(Obstacle) {
      list = .success(
        try probe.settle({ () throws(Obstacle) in try probe.listing() }) { listing in
          keys.allSatisfy { key in key.map { listing.entry(of: $0) != nil } ?? true }
        })
    } catch {
      list = .failure(error)
    }
    let entries = keys.map { key in
      key.flatMap { key in (try? list.get())?.entry(of: key) }
    }
    return Creation(
      first: first, second: second, isOneSample: samples[0] == samples[1], list: list,
      entries: entries, volatility: probe.itemVolatility())
  }

  private static func conduct(
    _ sample: ProbeContent, by probe: Probe
  ) throws(Obstacle) -> Made {
    let (post, content) = try probe.postVaried(sample)
    let url = probe.madeURL(of: post)
    let place = url ?? post.location?.description
    guard post.isSuccess, let place, probe.isOwn(place) else {
      return Made(post: post, content: content, url: url, shown: nil)
    }
    let shown = try probe.settle(
      { () throws(Obstacle) in try probe.read(place) }, isDecisive: true
    ) {
      $0.status != 404 && $0.status != 410
    }
    return Made(post: post, content: content, url: url, shown: shown)
  }
}

extension Probe {
  /// What of items changes by itself, as far as it can be known.
  func itemVolatility() -> Volatility {
    guard let item = subjects().first(where: { $0.role == .item }),
      let reads = try? study(Reads.self, of: item)
    else { return Volatility() }
    return reads.volatility
  }
}
