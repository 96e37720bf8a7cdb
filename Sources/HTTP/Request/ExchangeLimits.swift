/// How long an exchange may take, and how much of a response is taken in.
package struct ExchangeLimits: Sendable, Hashable {
  /// The longest time of the whole exchange, in steps of a millisecond; nil for no limit.
  package var total: Duration?

  /// The longest time until the connection stands, TLS included; nil for curl's 300 seconds.
  package var connect: Duration?

  /// The most octets of a decoded body.
  package var bodySize: Int

  /// The most octets of all heads, interim responses and trailers together.
  package var headSize: Int

  /// The most field lines of all heads, interim responses and trailers together.
  package var fieldCount: Int

  /// Creates limits: 30 s, 10 s, 64 MiB, 256 KiB and 1,000 lines unless said otherwise.
  package init(
    total: Duration? = .seconds(30),
    connect: Duration? = .seconds(10),
    bodySize: Int = 64 << 20,
    headSize: Int = 256 << 10,
    fieldCount: Int = 1_000
  ) {
    self.total = total
    self.connect = connect
    self.bodySize = bodySize
    self.headSize = headSize
    self.fieldCount = fieldCount
  }
}
