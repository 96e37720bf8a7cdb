/// What a client accepts (RFC 9110 section 12.5.1).
struct Accept {
  private struct Range {
    let essence: String
    let quality: Double

    /// How exactly the range names the type: 2 the type itself, 1 `type/*`, 0 `*/*`; `nil` not at all.
    func precision(for type: MediaType) -> Int? {
      if essence == type.essence { return 2 }
      if essence == "*/*" { return 0 }
      return essence.hasSuffix("/*") && type.essence.hasPrefix(essence.dropLast()) ? 1 : nil
    }
  }

  private let ranges: [Range]

  /// Reads the field; without it, or with nothing readable in it, everything is accepted.
  init(_ field: String?) {
    ranges = MediaType.split(field ?? "", at: ",").compactMap { element in
      guard let type = MediaType(element) else { return nil }
      return Range(essence: type.essence, quality: type.parameters["q"].flatMap(Double.init) ?? 1)
    }
  }

  /// The weight of a type: that of the most precise range that covers it.
  func quality(of type: MediaType) -> Double {
    guard !ranges.isEmpty else { return 1 }
    let covering = ranges.compactMap { range in
      range.precision(for: type).map { (precision: $0, quality: range.quality) }
    }
    return covering.max { $0.precision < $1.precision }?.quality ?? 0
  }

  /// The position of the best of the server's offers; of equals the first.
  ///
  /// `nil`: none is accepted.
  func best(of offers: [MediaType]) -> Int? {
    let qualities = offers.map(quality)
    guard let best = qualities.max(), best > 0 else { return nil }
    return qualities.firstIndex(of: best)
  }
}
