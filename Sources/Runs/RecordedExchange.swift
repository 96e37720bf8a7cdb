/// The last exchange of a step, as far as a run file tells of it.
package struct RecordedExchange: Sendable, Equatable {
  /// A redirect that was followed.
  package struct Hop: Sendable, Equatable {
    package var method: String
    package var url: String
    package var status: Int?
    package var sendCount: Int
  }

  /// How long each phase took.
  package struct Timings: Sendable, Equatable {
    package var nameLookup: Duration
    package var connect: Duration
    /// `nil` without TLS.
    package var tls: Duration?
    package var wait: Duration
    package var receive: Duration
    package var firstByte: Duration
    package var total: Duration
  }

  package var url: String
  /// How often the request was sent: 2 where a kept connection had ended before an answer.
  package var sendCount: Int
  /// `nil` where nothing came.
  package var status: Int?
  /// The type without parameters, in small letters; `nil` where the answer named none.
  package var mediaType: String?
  /// The names of the fields in small letters, sorted.
  package var fields: [String]
  package var timings: Timings
  /// The redirects that were followed before.
  package var hops: [Hop]

  /// The exchange of a step's line; `nil` where nothing was sent.
  init?(_ line: RecordLine) throws(RunFileError) {
    guard let url = try line.optional("url", line.string) else { return nil }
    self.url = url
    sendCount = try Self.sendCount(line)
    status = try Self.status(line)
    mediaType = try line.optional("mediaType", line.string)
    fields = try line.optional("fields", line.strings) ?? []
    let parts = try line.object("timings")
    timings = Timings(
      nameLookup: try parts.duration("nameLookup"), connect: try parts.duration("connect"),
      tls: try parts.optional("tls", parts.duration), wait: try parts.duration("wait"),
      receive: try parts.duration("receive"), firstByte: try parts.duration("firstByte"),
      total: try parts.duration("total"))
    hops = try line.objects("hops") { hop throws(RunFileError) in
      Hop(
        method: try hop.string("method"), url: try hop.string("url"), status: try Self.status(hop),
        sendCount: try Self.sendCount(hop))
    }
  }

  private static func status(_ line: RecordLine) throws(RunFileError) -> Int? {
    try line.optional("status") { name throws(RunFileError) in try line.integer(name) }
  }

  private static func sendCount(_ line: RecordLine) throws(RunFileError) -> Int {
    try line.optional("sendCount") { name throws(RunFileError) in try line.integer(name) } ?? 1
  }
}
