/// Why what a server sent is no response that says where it ends and what it means.
///
/// libcurl takes some of these in silence; what an answer says would then depend on who reads it.
package enum MessageDefect: Error, Sendable, Hashable {
  /// The status line is none (RFC 9112 section 4).
  case noStatusLine

  /// The status line states this version, which was not negotiated: HTTP/2 has no status line
  /// (RFC 9113 section 8.3.2).
  case versionNotSpoken(HTTPVersion)

  /// The connection ended before the empty line that ends a head (RFC 9112 section 8).
  case headCutOff

  /// Only interim responses came (RFC 9110 section 15.2).
  case noFinalResponse

  /// White space stands between the status line and the first field line (RFC 9112 section 2.2).
  case blankBeforeFirstField

  /// A field that frames the message has white space between its name and the colon (RFC 9112
  /// section 5.1); readers differ on whether it counts.
  case blankBeforeColon(name: String)

  /// The value of `Content-Length` is no number of octets, nor a list of one number (RFC 9112
  /// section 6.3).
  case unusableLength(String)

  /// The `Content-Length` lines, or the members of a list in one, differ (RFC 9112 section 6.3).
  case lengthsDiffer([String])

  /// There are both a `Content-Length` and a `Transfer-Encoding` (RFC 9112 section 6.3).
  case lengthBesideCoding

  /// HTTP/1.0 with a `Transfer-Encoding`, which means faulty framing (RFC 9112 section 6.1).
  case codingInHTTP1_0

  /// The `Transfer-Encoding` has `chunked` twice, or not at its end (RFC 9112 section 6.1).
  case misplacedChunked(String)

  /// What stands in place of a chunk's size is no hexadecimal number with extensions (RFC 9112
  /// section 7.1).
  case unusableChunkSize(String)

  /// The end of the connection ends the content, and TLS did not say by `close_notify` that it is the
  /// end (RFC 9112 section 9.8).
  case endsWithoutNotice

  /// The content ends before its coding does: `gzip` (RFC 1952 section 2.3.1), `zstd` (RFC 8878
  /// section 3.1.1) or `br` (RFC 7932 section 9.2).
  case codingCutOff(String)
}
