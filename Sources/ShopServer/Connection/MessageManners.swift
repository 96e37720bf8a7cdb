import NIOCore
import NIOHTTP1

/// What HTTP/1.1 asks of a server below the level of requests (RFC 9112).
///
/// A class because that is what a channel handler is; it never leaves its connection's event loop.
/// It stands behind the pipelining handler, so it sees one request at a time.
final class MessageManners: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private enum State {
    case open
    /// The response that is being written is the last one.
    case closing
    /// Nothing more is read or written. The client may still be sending, so only our side is closed:
    /// a reset could overtake the answer (RFC 9112 section 9.6).
    case closed
  }

  private enum Response { case none, started, ended }

  private var state = State.open
  private var isRequestOpen = false
  /// To the latest request.
  private var response = Response.none

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard state != .closed else { return }
    switch unwrapInboundIn(data) {
    case .head(let head):
      isRequestOpen = true
      response = .none
      if let refusal = Refusal(of: head) { return refuse(refusal, context: context) }
      if !head.isKeepAlive { state = .closing }
      if head.version == .http1_1, Self.expectsContinue(head) {
        let interim = HTTPResponseHead(version: .http1_1, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(interim)), promise: nil)
      }
    case .body: break
    case .end: isRequestOpen = false
    }
    context.fireChannelRead(data)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if let error = error as? HTTPParserError, state != .closed {
      switch response {
      case .ended where isRequestOpen: close(context: context)  // it has its answer
      case .none, .ended: refuse(Refusal(of: error), context: context)
      case .started: break
      }
    }
    // A handler that waits for the rest of the content has to learn that it will not come.
    context.fireErrorCaught(error)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard state != .closed else {
      promise?.succeed()
      return
    }
    switch unwrapOutboundIn(data) {
    case .head(var head):
      response = .started
      if !head.isKeepAlive { state = .closing }
      if state == .closing { head.headers.replaceOrAdd(name: "Connection", value: "close") }
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .body:
      context.write(data, promise: promise)
    case .end:
      response = .ended
      // Asked first: the write lets the next request in, which may be the last one.
      let isLast = state == .closing
      context.write(data, promise: promise)
      if isLast { close(context: context) }
    }
  }

  private func refuse(_ refusal: Refusal, context: ChannelHandlerContext) {
    context.write(wrapOutboundOut(.head(refusal.head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(refusal.content))), promise: nil)
    context.write(wrapOutboundOut(.end(nil)), promise: nil)
    close(context: context)
  }

  private func close(context: ChannelHandlerContext) {
    state = .closed
    context.flush()
    context.close(mode: .output, promise: nil)
  }

  /// Content of unknown length may follow, or one that is not too long: then let it come.
  ///
  /// Otherwise the final answer is all there is to say (RFC 9110 section 10.1.1).
  private static func expectsContinue(_ head: HTTPRequestHead) -> Bool {
    let length = head.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
    return length <= ContentLimit.picture
      && head.headers[canonicalForm: "Expect"].contains { $0.lowercased() == "100-continue" }
  }
}

/// A message-level handler belongs to one event loop and must not be sent anywhere.
@available(*, unavailable)
extension MessageManners: Sendable {}
