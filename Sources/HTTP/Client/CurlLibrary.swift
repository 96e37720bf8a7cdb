import CAccordCurl

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// libcurl as a whole.
enum CurlLibrary {
  /// The outcome of the one global initialisation; it is never undone, since a transfer of some
  /// thread may still need it when the process ends.
  static let initialization: CURLcode = {
    // With CURLOPT_NOSIGNAL curl leaves SIGPIPE alone, and TLS libraries write without
    // MSG_NOSIGNAL: a server that closes its connection could end the process.
    let previous = signal(SIGPIPE, SIG_IGN)
    if let previous, unsafeBitCast(previous, to: Int.self) != 0 {
      // The program had its own way of dealing with it.
      _ = signal(SIGPIPE, previous)
    }
    accord_curl_return_large_blocks()
    return accord_curl_global_init()
  }()

  /// Whether a connection of HTTP/2 that was known beforehand can be kept.
  ///
  /// Before 8.0.0 the second request on it fails, since curl starts HTTP/2 on it once more
  /// (curl's pull request 10643).
  static let keepsPriorKnowledge = accord_curl_version_number() >= 0x08_00_00

  /// Whether a handle forgets the fields of one response before the next.
  ///
  /// Before 8.1.1 it keeps the address of the last field line of the response before, whose memory is
  /// free: a response whose first field line begins with white space, as a fold does, makes curl write
  /// there (curl's pull request 11103). No server may do that to a run.
  static let forgetsFields = accord_curl_version_number() >= 0x08_01_01

  /// Whether the debug function sees bodies as they come over the wire, framing and codings included.
  ///
  /// Measured with 7.88. Of later versions it is not known, and what was decoded before would look as
  /// if it were framed badly.
  static let showsFraming = accord_curl_version_number() < 0x08_00_00

  /// Curl's words for a code.
  static func words(_ code: CURLcode) -> String {
    String(cString: curl_easy_strerror(code))
  }
}
