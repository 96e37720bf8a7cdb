internal import AccordContract
internal import AccordDocuments

/// What statements need of files, and XPaths.
extension StepValidator {
  mutating func compile(_ xpath: XPathReference, at location: SourceLocation) {
    for (prefix, namespace) in xpath.namespaces where namespace.isEmpty {
      report(.emptyNamespace(prefix: prefix), at: location)
    }
    reportLostVariables(xpath.text, at: location)
    do {
      try compilation.compile(xpath)
    } catch {
      report(.xpath(error), at: location)
    }
  }

  /// Compiles a JSON Schema, unless it is known already.
  mutating func compile(_ reference: SchemaReference, at location: SourceLocation) {
    guard compilation.schema(reference) == nil else { return }
    let place = SourceLocation(
      fileID: location.fileID, filePath: reference.filePath, line: location.line,
      column: location.column)
    let files = self.files
    var schemas =
      schemaFiles[reference.filePath] ?? SchemaFiles { files.read($0, from: place) }
    defer { schemaFiles[reference.filePath] = schemas }
    let options = SchemaOptions(
      defaultDraft: reference.version.draft, formats: reference.formats.meaning)
    do throws(SchemaFileError) {
      let schema: AccordDocuments.JSONSchema
      switch reference.source.kind {
      case .file(let path):
        schema = try schemas.compile(path, resources: reference.resources, options: options)
      case .literal(let value):
        if let variable = value.variables.first {
          return report(.variableInSchema(variable.name), at: location)
        }
        validate(value, at: location)
        let document: JSONDocument
        do {
          document = try JSONDocument(parsing: reference.name)
        } catch {
          // A number that is none was reported.
          if error.isLimit { report(.deepLiteral(error), at: location) }
          return
        }
        schema = try schemas.compile(
          document, resources: reference.resources, options: options)
      }
      compilation.add(schema, for: reference)
    } catch {
      guard error.reason == .unreadable, error.referrer == nil, let path = error.file else {
        return report(.jsonSchema(error), at: location)
      }
      report(
        .missingFile(path, searched: files.candidates(for: path, from: place)), at: location)
    }
  }

  /// Reads a schema for XML, unless it is known already.
  mutating func compileXMLSchema(
    _ path: String, _ language: XMLSchemaLanguage, at location: SourceLocation
  ) {
    let reference = XMLSchemaReference(FileReference(path, at: location), language)
    guard compilation.xmlSchema(reference) == nil else { return }
    guard let found = files.find(path, from: location) else {
      return reportMissing(path, at: location)
    }
    do throws(XMLSchemaError) {
      compilation.add(try XMLValidator(contentsOf: found, in: language), for: reference)
    } catch {
      // Where files lie on this machine is nobody's business.
      let folder = found.dropLast(path.utf8.count)
      report(.xmlSchema(path, error.naming(String(folder), "")), at: location)
    }
  }

  /// Reads a file that the judge compares with, unless it was read already.
  mutating func read(_ path: String, at location: SourceLocation) -> [UInt8]? {
    let reference = FileReference(path, at: location)
    if let octets = compilation.octets(of: reference) { return octets }
    guard let octets = files.read(path, from: location) else {
      reportMissing(path, at: location)
      return nil
    }
    compilation.add(octets, for: reference)
    return octets
  }

  /// Parses a document that a body is compared with, variables left empty: their values are escaped,
  /// and of those only a character that XML does not have is told when the contract runs.
  mutating func validate(_ document: XMLText, at location: SourceLocation) {
    do throws(XMLSyntaxError) {
      switch document.kind {
      case .file(let path):
        guard let octets = read(path, at: location) else { return }
        _ = try XMLTree(parsing: octets)
      case .text(let template):
        validate(template, at: location)
        _ = try XMLTree(parsing: template.xml(Bindings()))
      }
    } catch {
      report(.malformedXML(document.name, error), at: location)
    }
  }
}

extension JSONSchemaDraft {
  fileprivate var draft: SchemaDraft {
    switch self {
    case .draft4: .draft4
    case .draft6: .draft6
    case .draft7: .draft7
    case .draft2019: .draft2019
    case .draft2020: .draft2020
    }
  }
}

extension JSONSchemaFormats {
  fileprivate var meaning: SchemaOptions.Formats {
    switch self {
    case .annotation: .annotation
    case .assertion: .assertion
    }
  }
}

extension XMLText {
  /// The file's path; `nil` for text that stands in the contract.
  fileprivate var name: String? { if case .file(let path) = kind { path } else { nil } }
}

extension JSONPattern {
  /// The first word in the pattern that says nothing of XML, where there is one.
  var wordWithoutMeaningInXML: String? {
    switch kind {
    case .null: "nil"
    case .nullable: ".nullable"
    case .object(_, let isClosed): isClosed ? ".exactly" : "an object"
    case .schema: ".schema"
    case .array(let patterns), .unordered(let patterns):
      patterns.lazy.compactMap(\.wordWithoutMeaningInOneNode).first
    case .each(let inner), .contains(let inner): inner.wordWithoutMeaningInOneNode
    case .oneOf(let patterns), .all(let patterns):
      patterns.lazy.compactMap(\.wordWithoutMeaningInXML).first
    case .optional(let inner), .not(let inner): inner.wordWithoutMeaningInXML
    case .any, .boolean, .number, .string, .count, .absent, .variable: nil
    }
  }

  /// The same of a pattern for one node among several.
  private var wordWithoutMeaningInOneNode: String? {
    switch kind {
    case .array: "an array in an array"
    case .unordered: ".unordered in an array"
    case .each: ".each in an array"
    case .contains: ".contains in an array (.containsText is for text)"
    case .count: ".count in an array"
    case .absent: ".absent in an array"
    case .optional: ".optional in an array"
    case .oneOf(let patterns), .all(let patterns):
      patterns.lazy.compactMap(\.wordWithoutMeaningInOneNode).first
    case .not(let inner): inner.wordWithoutMeaningInOneNode
    default: wordWithoutMeaningInXML
    }
  }

  /// The first word in the pattern that speaks of nodes rather than of one value.
  var wordForNodes: String? {
    switch kind {
    case .array: "an array"
    case .unordered: ".unordered"
    case .each: ".each"
    case .contains: ".contains"
    case .count: ".count"
    case .absent: ".absent"
    case .oneOf(let patterns), .all(let patterns): patterns.lazy.compactMap(\.wordForNodes).first
    case .optional(let inner), .not(let inner): inner.wordForNodes
    default: nil
    }
  }
}
