/// Why a request could not be sent at all; nothing reached the server.
package enum RequestProblem: Error, Sendable, Hashable {
  /// The method is not a token (RFC 9110 section 9.1).
  case methodIsNoToken(String)

  /// A field's name is not a token (RFC 9110 section 5.1).
  case fieldNameIsNoToken(String)

  /// A field's value holds CR, LF or NUL (RFC 9110 section 5.5), which would end the field.
  case fieldValueBreaksLine(name: String)

  /// The request target holds NUL, CR, LF or a space; or the URL does, or is no absolute URL of http
  /// or https with a host.
  case targetIsNoURL(String)

  /// The URL has user information, which would become credentials that no field shows.
  case credentialsInURL

  /// HEAD with content, which has no defined meaning (RFC 9110 section 9.3.2) and which libcurl
  /// does not send.
  case contentOfHead

  /// A file of the content cannot be read; `reason` is the system's word.
  case fileIsUnreadable(path: String, reason: String)

  /// The content's path names something else than a regular file.
  case fileIsNotRegular(path: String)

  /// curl refused an option; `option` is its name without prefix, `reason` curl's word.
  case optionRefused(option: String, reason: String)
}
