internal import AccordDocuments

extension SchemaFileError {
  /// What is wrong, and what can be done about it.
  ///
  /// - Parameter reference: The schema as the command line names it.
  func wording(of reference: String) -> String {
    let file = InputFile(name: file ?? "").shownName
    let named = "--schema '\(VisibleText.escape(reference))'"
    let referrer = referrer.map { "\n  \(VisibleText.escape($0)) refers to it" } ?? ""
    return switch reason {
    case .unreadable:
      "\(file): cannot be read\(unreadableReason.map { ": \($0)" } ?? "")\(referrer)"
    case .malformed(let error):
      "\(file):\(error.line):\(error.column): not JSON: "
        + VisibleText.escape(error.reason.description) + referrer
    case .repeatedMember(let place):
      "\(file): the member \(VisibleText.escape("\(place)")) is there twice\(referrer)"
    case .badPointer(let error):
      "\(named): \(VisibleText.escape(error.description))"
        + (error.reason == .missingSlash
          ? "; did you mean '\(file)#/\(VisibleText.escape(error.text))'?" : "")
    case .missingPointer(let pointer, let reached, let names):
      "\(named): "
        + (Self.suggestion(pointer, reached, names).map {
          "there is nothing at \(VisibleText.escape("\(pointer); did you mean \($0)?"))"
        } ?? VisibleText.escape(description))
    case .schema(let error): text + Self.hint(error.reason)
    }
  }

  /// The description, which has more than one line where a pattern is shown.
  private var text: String {
    VisibleText.lines(description).joined(separator: "\n  ")
  }

  private var unreadableReason: String? {
    guard let file else { return nil }
    do throws(ToolProblem) {
      _ = try InputFile(name: file).read()
      return nil
    } catch {
      if case .unreadable(_, let reason) = error { return reason }
      return nil
    }
  }

  private static func hint(_ reason: JSONSchemaError.Reason) -> String {
    switch reason {
    case .missingResource(let uri), .unknownMetaschema(let uri):
      "\n  --resource FILE provides a file whose $id is \(VisibleText.escape(uri))"
    default: ""
    }
  }

  /// The pointer with the member that is much like the one that is not there.
  private static func suggestion(
    _ pointer: JSONPointer, _ reached: JSONPointer, _ names: [String]
  ) -> String? {
    let depth = reached.tokens.count
    guard depth < pointer.tokens.count,
      let near = NearMiss.nearest(to: pointer.tokens[depth], among: names)
    else { return nil }
    let rest = pointer.tokens.dropFirst(depth + 1)
    return JSONPointer(tokens: reached.tokens + [near] + rest).description
  }
}
