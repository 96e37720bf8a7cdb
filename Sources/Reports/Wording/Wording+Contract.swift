package import AccordContract
internal import AccordDocuments
package import AccordEngine

/// What makes a contract or a base URL unusable: exit code 64.
extension Wording {
  /// What is wrong with the contract, and what to write.
  ///
  /// It may take several lines.
  ///
  /// - Parameter place: How another place of the contract is told.
  package func message(
    _ problem: ContractProblem, place: (SourceLocation) -> String = { "\($0)" }
  ) -> String {
    switch problem.kind {
    case .noSteps(let contract):
      "the contract \(written(contract)) has no step; a contract needs at least one request"
    case .emptyComponent(let kind, let name):
      switch kind {
      case "resource": "the resource \(written(name)) has neither a step nor .allows in it"
      case "group": "the group \(written(name)) has neither a step nor a resource in it"
      case "Conformance": "the Conformance \(written(name)) has no target in it"
      default: "the \(kind) \(written(name)) has no step in it"
      }
    case .duplicateID(let id, let first):
      "two steps have the id \(written(id)), the other stands at \(place(first)); "
        + ".named(\"…\") tells them apart"
    case .duplicateMember(let name):
      "the member \(written(name)) is named twice in one object; it can only be there once"
    case .expression(_, let error): "the regular expression is unusable: \(error)"
    case .jsonPath(_, let error):
      "this is no JSONPath (RFC 9535):\n" + Self.indented(error.picture)
    case .jsonPathExpression(let path, let error):
      "the JSONPath \(written(path)) holds a regular expression that is no I-Regexp (RFC 9485) and "
        + "so matches nothing: \(error)"
    case .xpath(let error): "this is no XPath (1.0):\n" + Self.indented(error.picture)
    case .jsonSchema(let error):
      "the JSON Schema is unusable: \(foreign(error))\(Self.advice(error))"
    case .variableInSchema(let name):
      "the variable \(written(name)) stands in a JSON Schema, which is read before anything is bound; "
        + "JSON([…]) compares with variables"
    case .xmlSchema(let path, let error):
      "the schema \(written(path)) is unusable: \(foreign(error))"
    case .malformedXML(let path, let error):
      "\(path.map { written($0) } ?? "the document to compare with") is no XML: \(foreign(error))"
    case .meaninglessInXML(let word):
      "\(word) says nothing of XML: a node is text, and a pattern speaks of one node or of all"
    case .nodesOfValue(let word, let kind):
      "\(word) speaks of nodes, and this XPath gives \(kind.rawValue)"
    case .emptyNamespace(let prefix):
      "the prefix \(written(prefix)) is given for no namespace; a name in no namespace has no prefix "
        + "(Namespaces in XML 1.0 section 3)"
    case .deepLiteral(let error): "the JSON Schema cannot be read: \(error)"
    case .lostVariable(let name):
      "the variable \(written(name)) stands in text that takes none, and its value would be lost; "
        + ".variable(…) compares with it, as in .not(.contains(.variable(…)))"
    case .severalGroups(let expression, let count):
      "\(pattern(expression)) has \(count) groups, and one says what is "
        + "captured; (?:…) groups without capturing"
    case .notANumber(let text):
      "\(written(text)) is no number as JSON writes them (RFC 8259 section 6)"
    case .method(let method):
      "\(written(method)) is no method: only letters, digits and !#$%&'*+-.^_`|~ are allowed "
        + "(RFC 9110 section 9.1)"
    case .fieldName(let name): message(fieldName: name)
    case .unknownRule(let name, let suggestion):
      Self.unknownRule(written(name), suggestion: suggestion)
    case .userAgent(let value): Self.message(userAgent: written(value))
    case .target(let target, let offending):
      "the path \(written(target)) holds \(quoted(offending)), which must be percent-encoded; "
        + ".query encodes its values by itself"
    case .conformanceTarget(let problem): message(problem, place: place)
    case .repeatedWord(let word): "\(word) is said twice of one step; say it once"
    case .misplacedTrait(let trait, let element): "\(trait) means nothing on a \(element)"
    case .missingExample(let name, let resource):
      "\(written(resource)) has no example for {\(name)}, which .allows needs; "
        + "write .example(\(written(name)), …)"
    case .unknownExample(let name, let resource):
      "\(written(resource)) has no {\(name)}, of which .example speaks"
    case .missingFile(let path, let searched):
      "there is no file \(written(path)) that can be read"
        + (path.hasPrefix("/") || searched.count < 2
          ? ""
          : "; it was looked for in the working directory"
            + (searched.count > 2
              ? ", beside the contract's file and below --source-root"
              : " and beside the contract's file"))
    case .conflictingVariable(let name):
      "the variable \(written(name)) is declared twice with different traits; declare it once "
        + "and use it everywhere"
    case .unboundVariable(let name):
      "nothing can bind the variable \(written(name)): no earlier Capture, no --set \(name)=…, no "
        + "generator"
    case .notALink(let name):
      "the step is sent to the variable \(written(name)), which is no link; "
        + "declare it as Variable(\(written(name)), .link)"
    case .unusableDefault(let name):
      "the default of the variable \(written(name)) cannot become what the variable is declared to be"
    case .shortSecret(let name):
      "the secret \(written(name)) may have fewer than \(Redactor.shortestSecret) characters, which "
        + "cannot be redacted without redacting everything"
    case .shortCredential(let part):
      "the \(part) has fewer than \(Redactor.shortestSecret) characters, which cannot be redacted "
        + "without redacting everything; a wrong one can be longer, and an empty one is allowed"
    case .template(let template, let problem): message(problem, of: template)
    case .notAnOrigin(let text):
      "\(written(text)) is no origin; .linkOrigins takes a scheme and a host, https://api.example.com"
    case .tokenRequest(let problem): message(problem)
    case .negative(let word): "\(word) is given less than nothing; it must be zero or more"
    }
  }

  /// What is said of a file, which holds others' text: in as many lines as it has.
  private func foreign(_ error: some CustomStringConvertible) -> String {
    VisibleText.lines(redactor.redact(error.description)).joined(separator: "\n")
  }

  private static func advice(_ error: SchemaFileError) -> String {
    guard case .schema(let error) = error.reason, case .missingResource = error.reason else {
      return ""
    }
    return "; resources: [\"FILE\"] provides a document"
  }

  /// What `User-Agent` holds.
  ///
  /// - Parameter value: What was written, as it is shown.
  package static func message(userAgent value: String) -> String {
    "\(value) does not say who asks as User-Agent does: a product such as shop-gate/1.2, then more of "
      + "them or comments in parentheses (RFC 9110 section 10.1.5)"
  }

  private func message(fieldName name: String) -> String {
    var message =
      "\(written(name)) is no field name: only letters, digits and !#$%&'*+-.^_`|~ are allowed "
      + "(RFC 9110 section 5.1)"
    if name.hasSuffix(":") { message += "; the colon is not part of it" }
    return message
  }

  /// Why a text is no base URL, and what one is.
  package func message(_ problem: BaseURL.Problem) -> String {
    switch problem {
    case .notAURL(let text): "\(written(url: text)) is no URL\(suggestion(for: text))"
    case .scheme(let text):
      "\(written(url: text)) has another scheme than http and https, which are all that is spoken"
        + suggestion(for: text)
    case .noHost(let text):
      "\(written(url: text)) names no host; write it as in \"http://127.0.0.1:8080\""
    case .credentials(let text):
      "the base URL \(written(url: text)) holds a user name or password; "
        + "give them with .auth and --secret"
    case .queryOrFragment(let text):
      "\(written(url: text)) has a query or a fragment; a base URL ends with its path, and .query "
        + "adds to a step"
    }
  }

  /// A host and port without a scheme is what is most often written instead of a URL.
  private func suggestion(for text: String) -> String {
    let url = "http://\(text)"
    guard !text.contains("://"), (try? BaseURL(parsing: url)) != nil else { return "" }
    return "; did you mean \(written(url))?"
  }

  /// A URL with what stands before its `@` taken out: it may be a password.
  func written(url: String) -> String {
    guard let at = url.lastIndex(of: "@") else { return written(url) }
    let start = url.firstRange(of: "://")?.upperBound ?? url.startIndex
    guard start <= at else { return written(url) }
    return written(url[..<start] + Redactor.replacement + url[at...])
  }

  static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
      .joined(separator: "\n")
  }
}
