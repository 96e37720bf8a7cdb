internal import AccordDocuments
package import AccordHTTP

/// Why there is no answer, and what to do.
extension Wording {
  /// As in `no connection: Connection refused (curl 7); is the server running …?`.
  package func message(_ error: TransportError) -> String {
    summary(error) + Self.processing(error)
  }

  private func summary(_ error: TransportError) -> String {
    switch error.reason {
    case .request(let problem): "the request cannot be sent: \(message(problem))"
    case .connectTimeout(let limit):
      "no connection stood within \(Self.limit(limit)); --connect-timeout allows more"
    case .totalTimeout(let limit):
      "no complete answer within \(Self.limit(limit)), \(progress(error)); "
        + "--timeout or .timeout allow more"
    case .bodyTooLarge(let limit):
      "the body is larger than \(Self.size(limit)); --max-body allows more"
    case .headTooLarge(let limit): "the header fields are larger than \(Self.size(limit))"
    case .tooManyFields(let limit): "there are more than \(VisibleText.grouped(limit)) field lines"
    case .notSentAgain where error.isIdempotent:
      "the connection ended before an answer twice: the request was sent again once, as its method "
        + "allows (RFC 9110 section 9.2.2), and no more"
    case .notSentAgain:
      "the connection ended before an answer, and the request was not sent again, since the server "
        + "may have acted on it; .retry says that it may be sent again"
    case .refusedByProxy(let status): refusal(ofProxy: status)
    case .malformed(let defect): "\(Self.noHTTP): \(message(defect))"
    case .bodyLost:
      "the body came whole, and its temporary file cannot be read: is there something wrong with the "
        + "disk of TMPDIR or /var/tmp?"
    case .curl where Self.isNoHTTP(error):
      "\(Self.noHTTP): \(curlWords(error))"
        + Self.adviceOnNoHTTP(error)
    // CURLE_BAD_CONTENT_ENCODING
    case .curl where error.code == 61:
      "the content cannot be decoded: \(curlWords(error)); is it in the coding that its "
        + "Content-Encoding or Transfer-Encoding says?"
    case .curl:
      "\(Self.failureOfProxy(error) ?? Self.failure(error.phase)): \(curlWords(error))\(advice(error))"
    case .recorded(_, let message): recorded(message)
    }
  }

  private static let noHTTP = "the answer is no HTTP that can be relied on"

  /// Whether curl could not read the answer as HTTP: CURLE_UNSUPPORTED_PROTOCOL and
  /// CURLE_WEIRD_SERVER_REPLY, or CURLE_BAD_FUNCTION_ARGUMENT for a folded first line.
  private static func isNoHTTP(_ error: TransportError) -> Bool {
    guard error.phase == .firstByte || error.phase == .receive else { return false }
    // What is wrong with chunks has the number of a connection that failed.
    return [1, 8, 43].contains(error.code) || error.message.contains("chunked-encoding")
  }

  private static func adviceOnNoHTTP(_ error: TransportError) -> String {
    switch error.code {
    case 1 where error.message.contains("HTTP/0.9"): "; is https:// meant, or another port?"
    // What curl 7.88 has for it.
    case 43: "; does its first field line begin with a blank (RFC 9112 section 5.2)?"
    default: ""
    }
  }

  /// What an author should know who thinks of sending a request again.
  private static func processing(_ error: TransportError) -> String {
    // What was recorded says it already.
    if case .recorded = error.reason { return "" }
    return error.mayHaveBeenProcessed && !error.isIdempotent && error.reason != .notSentAgain
      ? "; the server may have acted on the request" : ""
  }

  private func message(_ defect: MessageDefect) -> String {
    switch defect {
    case .noStatusLine: "it does not begin with a status line (RFC 9112 section 4)"
    case .versionNotSpoken(let version):
      "its status line says \(version), which was not negotiated (RFC 9113 section 3)"
    case .headCutOff: "its head ends before the empty line (RFC 9112 section 8)"
    case .noFinalResponse: "no final response came after the interim ones (RFC 9110 section 15.2)"
    case .blankBeforeFirstField:
      "white space stands between its status line and its first field (RFC 9112 section 2.2)"
    case .blankBeforeColon(let name):
      "white space stands between \(shown(name)) and its colon, and readers differ on whether the "
        + "field counts (RFC 9112 section 5.1)"
    case .unusableLength(let value):
      "Content-Length is \(quotedBeginning(value)), no number of octets (RFC 9112 section 6.3)"
    case .lengthsDiffer(let values):
      "it has several values of Content-Length that differ: "
        + "\(Self.list(values.prefix(5).map(quotedBeginning), "and")) (RFC 9112 section 6.3)"
    case .lengthBesideCoding:
      "it has both a Content-Length and a Transfer-Encoding (RFC 9112 section 6.3)"
    case .codingInHTTP1_0: "it is HTTP/1.0 with a Transfer-Encoding (RFC 9112 section 6.1)"
    case .misplacedChunked(let value):
      "Transfer-Encoding is \(quotedBeginning(value)), and chunked stands once, at the end (RFC 9112 section "
        + "6.1)"
    case .endsWithoutNotice:
      "its end is that of the connection, and TLS's close_notify did not come, so it may have been cut "
        + "off (RFC 9112 section 9.8): the server must end TLS properly, or send a Content-Length or "
        + "chunks"
    case .codingCutOff(let coding):
      "its content is not the coding \(quotedBeginning(coding)) that Content-Encoding says, or was cut off, or "
        + "goes on after its end (RFC 9110 section 8.4)"
    case .unusableChunkSize(let line):
      "a chunk's size is \(quotedBeginning(line)), no hexadecimal number (RFC 9112 section 7.1)"
    }
  }

  /// The words of curl with its number.
  func curlWords(_ error: TransportError) -> String {
    let words = error.message.isEmpty ? "no reason given" : shown(error.message)
    return error.code == 0 ? words : "\(words) (curl \(error.code))"
  }

  /// The kind of error, a word for programs.
  package func kind(_ error: TransportError) -> String {
    switch error.reason {
    case .request: "request"
    case .connectTimeout, .totalTimeout: "timeout"
    case .bodyTooLarge, .headTooLarge, .tooManyFields: "limit"
    case .malformed: "message"
    case .notSentAgain: "connection"
    case .refusedByProxy: "proxy"
    case .bodyLost: "limit"
    case .curl: error.phase.rawValue
    case .recorded(let kind, _): kind
    }
  }

  private static func failure(_ phase: TransportError.Phase) -> String {
    switch phase {
    case .request: "the request cannot be sent"
    case .nameLookup: "the host's name could not be looked up"
    case .connect: "no connection"
    case .tls: "no TLS connection"
    case .send: "the connection ended while the request was sent"
    case .firstByte: "the connection ended before an answer"
    case .receive: "the answer is incomplete"
    }
  }

  private func advice(_ error: TransportError) -> String {
    if let words = proxyAdvice(error) { return "; \(words)" }
    if let fault = error.tlsFault { return "; \(message(fault))" }
    return switch error.phase {
    case .nameLookup: "; is the URL right?"
    case .connect:
      "; is the server running, and is this its address? --wait SECONDS waits for it"
    // CURLE_PEER_FAILED_VERIFICATION: curl's words say which of the three does not hold.
    case .tls where error.code == 60:
      "; the server's certificate must be in force, be for this host, and be from an authority that "
        + "this system trusts"
    // CURLE_SSL_CONNECT_ERROR: the handshake was not even begun, or broken off.
    case .tls where error.code == 35:
      "; does this port speak TLS, in version 1.2 or later? For cleartext the URL begins with http:"
    case .tls, .request, .send, .firstByte, .receive: ""
    }
  }

  private func progress(_ error: TransportError) -> String {
    switch error.phase {
    case .request: "and nothing was sent"
    case .nameLookup: "while the host's name was looked up"
    case .connect: "while a connection was opened"
    case .tls: "while TLS was negotiated"
    case .send: "while the request was sent"
    case .firstByte: "while the first octet was awaited"
    case .receive: "while the answer was received"
    }
  }

  func message(_ problem: RequestProblem) -> String {
    switch problem {
    case .methodIsNoToken(let method):
      "the method \(quoted(method)) is no token (RFC 9110 section 9.1)"
    case .fieldNameIsNoToken(let name):
      "the field name \(quoted(name)) is no token (RFC 9110 section 5.1)"
    case .fieldValueBreaksLine(let name):
      "the value of \(shown(name)) holds a line break, which would end the field"
    case .targetIsNoURL(let target):
      "\(quoted(target)) cannot be requested: it holds a space or a control character, or is no "
        + "http or https URL with a host"
    case .credentialsInURL:
      "the URL holds a user name or password, which no field would show; .auth sends them"
    case .contentOfHead:
      "HEAD has content, which has no meaning (RFC 9110 section 9.3.2) and is not sent"
    case .fileIsUnreadable(let path, let reason):
      "the file \(quoted(Self.fileName(path))) cannot be read: \(shown(reason))"
    case .fileIsNotRegular(let path): "\(quoted(Self.fileName(path))) is no regular file"
    case .optionRefused(let option, let reason):
      "curl refused the option \(shown(option)): \(shown(reason))"
    }
  }

  /// Why there can be no client at all.
  package func message(_ error: HTTPClientError) -> String {
    switch error {
    case .curlUnavailable(let words): "libcurl cannot be used: \(shown(words))"
    case .optionRefused(let option, let reason):
      "libcurl refused the option \(shown(option)): \(shown(reason)); is the value right, and is "
        + "this libcurl built for it?"
    }
  }

  func message(_ refusal: RedirectRefusal) -> String {
    switch refusal {
    case .tooManyHops(let limit):
      "more redirects than .followRedirects allows (\(limit)); is there a loop?"
    case .noLocation: "the redirect has no Location, so there is nothing to follow"
    case .severalLocations(let locations):
      "the redirect has several Locations that differ: "
        + Self.list(locations.prefix(5).map(quoted), "and")
    case .unusableLocation(let location):
      "the redirect's Location \(quoted(location)) is no reference to follow (RFC 3986)"
    case .schemeNotAllowed(let scheme):
      "the redirect leads to the scheme \(quoted(scheme)); only http and https are followed"
    case .contentToAnotherOrigin(let url):
      "the redirect leads to another origin, \(quoted(url)), and asks for the content to be sent there; "
        + "send the request to that origin itself if that is meant"
    case .credential(let url):
      "the redirect leads to another origin, \(quoted(url)), with the API key of the query in it, "
        + "which is not sent on a server's word"
    case .userInformation:
      "the redirect's Location holds credentials, which are not sent on a server's word"
    case .unusableRequestURL(let url):
      "the request's URL \(quoted(url)) is none that a redirect can be resolved against"
    }
  }

  /// The last part of a path: where a file lies on this machine is nobody's business.
  static func fileName(_ path: String) -> String {
    path.hasPrefix("/") ? String(path.split(separator: "/").last ?? "") : path
  }
}
