import struct NIOCore.ByteBuffer

/// A user's picture: the very octets that were sent, and what the sender called them.
struct Avatar {
  let mediaType: MediaType
  let content: ByteBuffer

  var representation: Representation { Representation(mediaType, content) }
}
