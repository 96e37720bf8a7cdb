internal import AccordContract
internal import AccordDocuments
internal import AccordHTTP

/// The octets of a request's content, with the values of variables, and its media type.
struct ContentBuilder {
  let bindings: Bindings
  let files: ContractFiles
  let location: SourceLocation

  /// The content and its media type; `nil` where the transport adds a type of its own (multipart).
  func build(_ content: Content) throws(StepProblem) -> (RequestContent, type: String?) {
    switch content {
    case .json(let value):
      var writer = JSONWriter()
      value.write(to: &writer, bindings)
      return (.bytes(writer.bytes), "application/json")
    case .xml(let template):
      return (.bytes(Array(template.xml(bindings).utf8)), "application/xml")
    case .form(let fields):
      let text = fields.map { field in
        PercentEncoding.formPart(field.name) + "="
          + PercentEncoding.formPart(self.text(field.value))
      }
      return (
        .bytes(Array(text.joined(separator: "&").utf8)), "application/x-www-form-urlencoded"
      )
    case .multipart(let parts):
      var built: [MultipartPart] = []
      for part in parts { built.append(try build(part)) }
      return (.multipart(built), nil)
    case .body(let body, let type):
      switch body {
      case .text(let template):
        return (.bytes(Array(text(template).utf8)), type ?? "text/plain; charset=utf-8")
      case .bytes(let bytes): return (.bytes(bytes), type ?? "application/octet-stream")
      case .file(let path):
        return (.file(path: try find(path)), type ?? "application/octet-stream")
      }
    }
  }

  private func build(_ part: Part) throws(StepProblem) -> MultipartPart {
    switch part.kind {
    case .field(let value):
      return MultipartPart(
        name: part.name, source: .bytes(Array(text(value).utf8)), contentType: part.type)
    case .file(let path, let fileName):
      let name = fileName ?? String(path.split(separator: "/").last ?? "")
      return MultipartPart(
        name: part.name, source: .file(path: try find(path)), filename: name,
        contentType: part.type ?? "application/octet-stream")
    case .bytes(let bytes, let fileName):
      return MultipartPart(
        name: part.name, source: .bytes(bytes), filename: fileName,
        contentType: part.type ?? "application/octet-stream")
    }
  }

  private func find(_ path: String) throws(StepProblem) -> String {
    guard let found = files.find(path, from: location) else { throw .unreadableFile(path) }
    return found
  }

  /// Steps are sent only when all that they need is bound.
  private func text(_ template: Template) -> String {
    bindings.text(template) ?? template.description
  }
}
