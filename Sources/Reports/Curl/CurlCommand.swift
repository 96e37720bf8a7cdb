internal import AccordEngine
internal import AccordHTTP

/// The command that sends a step's last request again with curl, from a POSIX shell.
///
/// Method, target, fields and content are those of the request, and it goes the run's own way: with
/// its certificates, proxies and addresses. `User-Agent` is curl's own unless the contract says one.
/// Secrets are `***`.
struct CurlCommand {
  private let request: HTTPRequest
  private let sent: SentRequest?
  private let redactor: Redactor
  private let shownPath: (String) -> String
  private var arguments: [String] = []
  private var input: String?
  /// What the command does not do as the request did.
  private(set) var notes: [String] = []

  /// Contents longer than this are not written out.
  private static let contentLimit = 4_096
  /// Longer URLs are none for a command line: Linux allows 128 KiB for an argument, quotes included.
  private static let targetLimit = 96 << 10

  /// The command for an exchange.
  ///
  /// - Parameters:
  ///   - options: How the run reaches servers.
  ///   - shownPath: How the path of a file is shown.
  init(
    _ exchange: Exchange, options: [CurlOption] = [], redactor: Redactor,
    shownPath: @escaping (String) -> String
  ) {
    request = exchange.request
    sent = exchange.sent
    self.redactor = redactor
    self.shownPath = shownPath
    addMethod()
    addFields()
    addContent()
    addWay(options)
    addTarget()
  }

  /// The command in one line.
  var text: String {
    let command = (["curl"] + arguments).joined(separator: " ")
    return redactor.redact(input.map { "printf \($0) | \(command)" } ?? command)
  }

  private mutating func add(_ option: String, _ value: String) {
    arguments.append(option)
    arguments.append(ShellQuoting.word(redactor.redact(value)))
  }

  private mutating func addMethod() {
    switch (request.method, request.content) {
    case ("GET", .none): break
    case ("HEAD", .none): arguments.append("-I")
    case ("HEAD", _):
      // Without -I curl waits for content that never comes.
      arguments += ["-X", "HEAD", "--max-time", "10"]
    default: add("-X", request.method)
    }
  }

  // MARK: - Fields

  private mutating func addFields() {
    for field in request.fields {
      guard let value = field.value else {
        add("-H", "\(field.name):")
        continue
      }
      if isCookie(field.name), cookieLine != nil { continue }
      add("-H", value.isEmpty ? "\(field.name);" : "\(field.name): \(value)")
    }
    if let cookieLine { add("-H", cookieLine) }
    if request.cookies != nil, sent == nil {
      notes.append("without the scenario's cookies, which -v shows")
    }
    if isTypeUnsaid { arguments += ["-H", "'Content-Type:'"] }
  }

  /// The cookies that a jar added, known where the wire was recorded.
  private var cookieLine: String? {
    guard request.cookies != nil, let sent else { return nil }
    let lines = sent.head.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return lines.dropFirst().map { String(decoding: $0, as: UTF8.self) }
      .first { isCookie(String($0.prefix { $0 != ":" })) }
  }

  private func isCookie(_ name: String) -> Bool { name.lowercased() == "cookie" }

  /// Whether curl would say a type of content that the request did not say.
  private var isTypeUnsaid: Bool {
    switch request.content {
    case .multipart: return false
    case .none where !saysLengthOfNothing: return false
    case .none, .bytes, .file:
      return !request.fields.contains { $0.name.lowercased() == "content-type" }
    }
  }

  private var saysLengthOfNothing: Bool {
    if case .none = request.content {
      ["POST", "PUT", "PATCH"].contains(request.method)
    } else {
      false
    }
  }

  // MARK: - Content

  private mutating func addContent() {
    switch request.content {
    case .none: if saysLengthOfNothing { arguments += ["-d", "''"] }
    case .bytes(let octets): addContent(octets)
    case .file(let path):
      add("--data-binary", "@\(shownPath(path))")
      arguments += ["-H", "'Expect:'"]
    case .multipart(let parts): for part in parts { addPart(part) }
    }
  }

  private mutating func addContent(_ octets: [UInt8]) {
    guard octets.count <= Self.contentLimit else {
      arguments += ["--data-binary", "@request-body"]
      notes.append(
        "request-body: the \(Wording.count(octets.count, "octet")) of the request, too long to show"
      )
      return
    }
    let octets = redactor.redact(octets)
    if let text = String(validating: octets, as: UTF8.self),
      ShellQuoting.isHarmless(text)
    {
      add(text.hasPrefix("@") ? "--data-raw" : "-d", text)
    } else {
      input = ShellQuoting.printfFormat(octets)
      arguments += ["--data-binary", "@-"]
    }
  }

  private mutating func addPart(_ part: MultipartPart) {
    var form = "\(part.name)="
    switch part.source {
    case .file(let path):
      form += (part.filename == nil ? "<" : "@") + quoted(shownPath(path))
    case .bytes(let octets):
      if octets.count > Self.contentLimit {
        form += "@part-\(part.name)"
        notes.append(
          "part-\(part.name): the \(Wording.count(octets.count, "octet")) of the part, "
            + "too long to show")
      } else if let text = String(validating: octets, as: UTF8.self), !text.contains("\0") {
        form += quoted(redactor.redact(text))
      } else if input == nil {
        input = ShellQuoting.printfFormat(redactor.redact(octets))
        form += "@-"
      } else {
        form += "@part-\(part.name)"
        notes.append(
          "part-\(part.name): the \(Wording.count(octets.count, "octet")) of the part, "
            + "which are no text")
      }
    }
    if let filename = part.filename { form += ";filename=\(quoted(filename))" }
    if let type = part.contentType { form += ";type=\(type)" }
    add("-F", form)
  }

  private func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  // MARK: - Target

  private mutating func addWay(_ options: [CurlOption]) {
    for option in options where option.concerns(request.url) {
      switch option.value {
      case .none: arguments.append(option.name)
      case .text(let text): add(option.name, text)
      case .file(let path): add(option.name, shownPath(path))
      }
    }
  }

  private mutating func addTarget() {
    let length = request.url.utf8.count
    guard length <= Self.targetLimit else {
      arguments += ["-K", "request-url"]
      notes.append(
        "request-url: a line url = \"…\" with the URL of \(Wording.count(length, "octet")), "
          + "longer than an argument may be")
      return
    }
    switch request.version {
    case .automatic: break
    case .http1_1: arguments.append("--http1.1")
    case .http2: arguments.append("--http2")
    case .http2PriorKnowledge: arguments.append("--http2-prior-knowledge")
    }
    if let target = request.target { add("--request-target", target) }
    if hasDotSegment { arguments.append("--path-as-is") }
    if request.url.utf8.contains(where: { "[]{}".utf8.contains($0) }) { arguments.append("-g") }
    arguments.append(ShellQuoting.word(redactor.redact(request.url)))
  }

  private var hasDotSegment: Bool {
    request.url.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
      .split(separator: UInt8(ascii: "/"))
      .contains { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }
  }
}
