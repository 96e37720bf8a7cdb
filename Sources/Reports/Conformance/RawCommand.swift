internal import AccordHTTP

/// The command that sends octets which are no request that curl can send, from a POSIX shell.
struct RawCommand {
  let exchange: Exchange
  let redactor: Redactor

  /// More is not written out.
  private static let limit = 4_096

  /// The command in one line; `nil` where the octets are too many, or nobody knows for whom they are.
  var text: String? {
    guard let sent = exchange.sent,
      let origin = (try? URLReference(parsing: exchange.request.url))?.origin
    else {
      return nil
    }
    // What shows in the second answer of a connection shows on that connection only.
    let octets = redactor.redact(sent.preceding + sent.head + sent.content)
    guard octets.count <= Self.limit else { return nil }
    return redactor.redact("printf \(ShellQuoting.printfFormat(octets)) | \(Self.peer(origin))")
  }

  /// What the command does not do as the request did, or why there is none.
  var notes: [String] {
    let sent = exchange.sent
    let count =
      (sent?.preceding.count ?? 0) + (sent?.head.count ?? 0) + (sent?.content.count ?? 0)
    if text == nil {
      let octets = Wording.count(count, "octet")
      return ["curl cannot send these \(octets), and they are too long to show"]
    }
    return sent?.preceding.isEmpty == false
      ? ["curl cannot send these octets; the last answer is the one to what is shown"]
      : ["curl cannot send these octets"]
  }

  private static func peer(_ origin: Origin) -> String {
    let host = ShellQuoting.word(origin.host)
    return origin.scheme == "https"
      ? "openssl s_client -quiet -connect \(host):\(origin.port)"
      : "nc -w 5 \(host) \(origin.port)"
  }
}
