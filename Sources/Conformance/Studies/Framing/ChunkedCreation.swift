internal import AccordHTTP

/// A sample that is sent in chunks, beside one that is sent with its length.
struct ChunkedCreation: Study {
  static let safety = SafetyClass.throwaway
  static let roles: Set<Subject.Role> = [.collection]

  /// With Content-Length, and made something.
  let measured: ObservedExchange
  /// In chunks.
  let chunked: ObservedExchange
  /// With Content-Length once more, where the chunks were refused.
  let again: ObservedExchange?

  /// - Throws: Where there is no sample, or it makes nothing, or the server speaks no HTTP/1.1, which
  ///   alone has chunks.
  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> ChunkedCreation {
    let measured = try probe.make().exchange
    guard measured.response?.version == .http1_1, let collection = probe.target.collection,
      let sample = collection.samples.first
    else { throw .lacks("chunks are of HTTP/1.1 only") }
    let chunked = try probe.post(sample, fields: [RequestField("Transfer-Encoding", "chunked")])
    let isRefused = chunked.response != nil && chunked.status >= 400
    return ChunkedCreation(
      measured: measured, chunked: chunked, again: isRefused ? try probe.post(sample) : nil)
  }
}
