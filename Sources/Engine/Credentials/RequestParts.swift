internal import AccordContract
internal import AccordHTTP

/// The parts of a URL as they are sent.
struct RequestParts {
  let host: String
  let path: String
  let query: String

  /// The parts of an absolute URL.
  init(_ url: String) {
    let isSecure = url.hasPrefix("https:")
    var rest = url[...]
    if let start = url.firstRange(of: "://")?.upperBound { rest = url[start...] }
    rest = rest.prefix { $0 != "#" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    let standardPort = isSecure ? ":443" : ":80"
    host = String(
      authority.hasSuffix(standardPort) ? authority.dropLast(standardPort.count) : authority)
    let target = rest[authority.endIndex...]
    let written = target.prefix { $0 != "?" }
    path = written.isEmpty ? "/" : String(written)
    query = String(target[written.endIndex...].dropFirst())
  }

  /// What stands in the request line.
  var target: String { query.isEmpty ? path : "\(path)?\(query)" }

  /// What is signed of a request.
  func signed(
    _ request: HTTPRequest, by signature: AWSSignature, files: ContractFiles
  ) throws(StepProblem) -> AWSSignature.Parts {
    var content: [UInt8] = []
    switch request.content {
    case .none: break
    case .bytes(let octets): content = octets
    case .file(let path) where signature.signsContent:
      guard let octets = files.read(path, from: .unknown) else { throw .unreadableFile(path) }
      content = octets
    case .multipart where signature.signsContent: throw .unsignableContent
    case .file, .multipart: break
    }
    var host = host
    var fields: [(name: String, value: String)] = []
    let own = ["x-amz-date", "x-amz-content-sha256", "x-amz-security-token"]
    for field in request.fields {
      guard let value = field.value else { continue }
      let name = field.name.lowercased()
      if name == "host" { host = value }
      if name == "content-type" || name == "content-md5" || name.hasPrefix("x-amz-"),
        !own.contains(name)
      {
        fields.append((name, value))
      }
    }
    return AWSSignature.Parts(
      method: request.method, host: host, path: path, query: query, fields: fields,
      content: content)
  }
}
