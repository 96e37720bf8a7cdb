import NIOCore
import NIOPosix

/// Sends octets over a connection of their own and reads until the server closes it.
///
/// - Parameter closingOutput: Whether the client says that nothing more will come.
func talk(
  _ message: String, at port: Int, closingOutput: Bool = false
) async throws -> String {
  let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
    .channelOption(.allowRemoteHalfClosure, value: true)
    .connect(host: "127.0.0.1", port: port) { channel in
      channel.eventLoop.makeCompletedFuture {
        try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
          wrappingChannelSynchronously: channel,
          configuration: .init(isOutboundHalfClosureEnabled: true))
      }
    }
  return try await channel.executeThenClose { inbound, outbound in
    try await outbound.write(ByteBuffer(string: message))
    if closingOutput { outbound.finish() }
    var received = ByteBuffer()
    for try await part in inbound { received.writeImmutableBuffer(part) }
    return String(buffer: received)
  }
}
