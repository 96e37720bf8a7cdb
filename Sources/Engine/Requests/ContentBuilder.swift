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
      write(value, to: &writer)
      return (.bytes(writer.bytes), "application/json")
    case .xml(let template):
      return (.bytes(Array(xml(template).utf8)), "application/xml")
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

  private func write(_ value: JSONValue, to writer: inout JSONWriter) {
    switch value.kind {
    case .null: writer.null()
    case .boolean(let value): writer.boolean(value)
    case .number(let number): writer.raw(number.text)
    case .string(let template): writer.string(text(template))
    case .array(let elements):
      writer.beginArray()
      for element in elements { write(element, to: &writer) }
      writer.endArray()
    case .object(let members):
      writer.beginObject()
      for member in members {
        writer.name(text(member.name))
        write(member.value, to: &writer)
      }
      writer.endObject()
    case .variable(let variable):
      switch bindings[variable] {
      case .json(let node)?: writer.node(node)
      case .text(let text)?, .link(let text)?: writer.string(text)
      case nil: writer.null()
      }
    }
  }

  /// XML with the values of variables as character data (XML 1.0 section 2.4).
  private func xml(_ template: Template) -> String {
    var text = ""
    for part in template.parts {
      switch part {
      case .literal(let literal): text += literal
      case .variable(let variable):
        for scalar in (bindings[variable]?.text ?? "").unicodeScalars {
          switch scalar {
          case "&": text += "&amp;"
          case "<": text += "&lt;"
          case ">": text += "&gt;"
          case "\"": text += "&quot;"
          case "'": text += "&apos;"
          default: text.unicodeScalars.append(scalar)
          }
        }
      }
    }
    return text
  }
}
