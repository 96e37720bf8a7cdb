internal import AccordHTTP

extension RuleSection {
  /// OWASP REST Security Cheat Sheet, Error handling.
  static let owaspErrorHandling = RuleSection(
    .owaspREST, "Error handling",
    [
      Rule(
        "error.no-leak", .convention, .problems, safety: .throwaway,
        "Errors show nothing of the server's inside: no stack, no file, no query.",
        remedy: "Log the details under an id, and answer with the id.",
        also: [Citation(.rfc9457, "5")],
        // What is provoked is judged as every other exchange is.
        active: .of(MalformedContent.self) { _ in .notApplicable }
      ) { exchange in
        guard exchange.isStatus(400...599), exchange.method != "HEAD",
          let content = exchange.content
        else { return .notApplicable }
        let beginning = content.prefix(64 << 10)
        guard let trace = LeakedInside.all.first(where: { $0.isIn(beginning) }) else {
          return .conforms
        }
        // What the client sent and gets back is no secret of the server.
        if trace.isEchoed(exchange.exchange.request) { return .notApplicable }
        return .violation(.content, "shows \(trace.words)")
      }
    ])
}

/// What tells of the inside of a server: few and unmistakable.
struct LeakedInside {
  /// What it is.
  let words: String
  /// All of these stand in the content.
  private let marks: [StaticString]

  private init(_ words: String, _ marks: StaticString...) {
    self.words = words
    self.marks = marks
  }

  static let all = [
    LeakedInside("a stack trace of Python", "Traceback (most recent call last)"),
    LeakedInside("a stack trace of Java", "\tat ", ".java:"),
    LeakedInside("a stack trace of Java", "   at ", ".java:"),
    LeakedInside("a stack trace of .NET", "   at System."),
    LeakedInside("a stack trace of .NET", "Exception", "   at Microsoft."),
    LeakedInside("a stack trace of JavaScript", "    at ", ".js:"),
    LeakedInside("a stack trace of Go", "goroutine ", "[running]:"),
    LeakedInside("a stack trace of PHP", "Stack trace:\n#0 "),
    LeakedInside("a file of PHP", ".php on line "),
    LeakedInside("a path of the server", "node_modules/"),
    LeakedInside("a path of the server", "/site-packages/"),
    LeakedInside("a path of the server", "/usr/lib/"),
    LeakedInside("a path of the server", "/usr/local/lib/"),
    LeakedInside("a path of the server", "/var/www/"),
    LeakedInside("a path of the server", "C:\\inetpub\\"),
    LeakedInside("a path of the server", "C:\\Windows\\"),
    LeakedInside("a path of the server", "C:\\Users\\"),
    LeakedInside("an error of a database", "SQLSTATE["),
    LeakedInside("an error of a database", "You have an error in your SQL syntax"),
    LeakedInside("an error of a database", "org.hibernate."),
    LeakedInside("an error of a database", "psycopg2."),
  ]

  func isIn(_ octets: ArraySlice<UInt8>) -> Bool {
    marks.allSatisfy { octets.contains(text: $0) }
  }

  /// Whether a request has it in its URL or content.
  func isEchoed(_ request: HTTPRequest) -> Bool {
    if isIn(Array(request.url.utf8)[...]) { return true }
    guard case .bytes(let octets) = request.content else { return false }
    return isIn(octets[...])
  }
}
