/// Compiles schemas from files, with the files that they refer to.
///
/// ```swift
/// var files = SchemaFiles { path in octets(ofFile: path) }
/// let user = try files.compile("schemas/api.json#/definitions/user")
/// ```
///
/// A schema's base URI is its file's path, so that a relative `$ref` leads to the file beside it, and
/// a violation tells its keyword's place as `schemas/api.json#/definitions/user/type`. A schema with
/// an absolute `$id` refers relative to that, as the standard has it; where nothing was provided for
/// such a URI, the file that is as far from the schema's file as the URI from its `$id` is taken.
/// References with a scheme or a host of their own lead to nothing but what was provided: nothing is
/// fetched.
///
/// Each file is read and parsed once, whatever the number of schemas.
package struct SchemaFiles {
  private let read: (String) -> [UInt8]?
  private var documents: [String: JSONDocument] = [:]

  /// Begins without any file read.
  ///
  /// - Parameter read: Gives the octets of a file, or nil where it cannot be read. Its paths are those
  ///   that schemas are named by, or that references make of them; relative ones stay relative.
  package init(read: @escaping (String) -> [UInt8]?) { self.read = read }

  /// Compiles a schema that is in a file.
  ///
  /// - Parameters:
  ///   - reference: The file's path and, behind a `#`, the JSON Pointer to the schema as in a URI's
  ///     fragment: `api.json#/definitions/user`. Without it, or with nothing behind it, the whole file
  ///     is the schema.
  ///   - resources: The paths of other files that references may lead to: by their `$id`, or by where
  ///     they are.
  ///   - options: What the schema does not say itself. The base URI is not used.
  /// - Throws: The first file that is of no use, or the first mistake in what can be reached.
  package mutating func compile(
    _ reference: String, resources: [String] = [], options: SchemaOptions = SchemaOptions()
  ) throws(SchemaFileError) -> JSONSchema {
    let mark = reference.firstIndex(of: "#") ?? reference.endIndex
    let path = String(reference[..<mark])
    let pointer: JSONPointer
    do {
      pointer = try JSONPointer(uriFragment: String(reference[mark...].dropFirst()))
    } catch {
      throw SchemaFileError(file: path, reason: .badPointer(error))
    }
    let document = try document(at: path, referrer: nil)
    var options = options
    options.baseURI = SchemaFileURI.uri(ofPath: path)
    return try compile(
      document, at: pointer, named: path, resources: resources, options: options)
  }

  /// Compiles a schema that is no file's.
  ///
  /// - Parameters:
  ///   - document: The document with the schema.
  ///   - pointer: Where in the document it is.
  ///   - folder: The folder that the schema's relative references start from; the empty string for the
  ///     one that relative paths start from.
  ///   - resources: As for a schema in a file.
  ///   - options: As for a schema in a file.
  /// - Throws: As for a schema in a file.
  package mutating func compile(
    _ document: JSONDocument, at pointer: JSONPointer = JSONPointer(tokens: []),
    inFolder folder: String = "", resources: [String] = [],
    options: SchemaOptions = SchemaOptions()
  ) throws(SchemaFileError) -> JSONSchema {
    var options = options
    options.baseURI = folder.isEmpty ? "" : SchemaFileURI.uri(ofPath: folder + "/")
    return try compile(
      document, at: pointer, named: nil, resources: resources, options: options)
  }
}

extension SchemaFiles {
  private mutating func compile(
    _ document: JSONDocument, at pointer: JSONPointer, named name: String?, resources: [String],
    options: SchemaOptions
  ) throws(SchemaFileError) -> JSONSchema {
    try Self.require(pointer, in: document, named: name)
    var provided = SchemaResources()
    var origins = [SchemaOrigin(document, file: options.baseURI)]
    for path in resources {
      let resource = try self.document(at: path, referrer: nil)
      let uri = SchemaFileURI.uri(ofPath: path)
      provided.add(resource, from: uri)
      origins.append(SchemaOrigin(resource, file: uri))
    }
    var added: Set<String> = []
    // Each turn adds a document, or is the last.
    while true {
      let mistake: JSONSchemaError
      do {
        return try JSONSchema(
          compiling: document, at: pointer, resources: provided, options: options)
      } catch {
        mistake = error
      }
      guard case .missingResource(let uri) = mistake.reason, added.insert(uri).inserted,
        let resource = try referred(uri, by: mistake.location, origins)
      else { throw SchemaFileError(file: name, reason: .schema(mistake)) }
      provided.add(resource.document, from: uri)
      origins.append(SchemaOrigin(resource.document, file: resource.uri))
    }
  }

  /// The document that a reference leads to; nil if it leads to no file.
  private mutating func referred(
    _ uri: String, by location: String, _ origins: [SchemaOrigin]
  ) throws(SchemaFileError) -> (document: JSONDocument, uri: String)? {
    if let path = SchemaFileURI.path(ofURI: uri) {
      return (try document(at: path, referrer: location), uri)
    }
    for origin in origins {
      guard let near = origin.file(for: uri), let path = SchemaFileURI.path(ofURI: near) else {
        continue
      }
      do {
        return (try document(at: path, referrer: location), near)
      } catch  where error.isUnreadable {
        // The URI is of somewhere else after all: what is wrong is that it was not provided.
        continue
      }
    }
    return nil
  }

  private mutating func document(
    at path: String, referrer: String?
  ) throws(SchemaFileError) -> JSONDocument {
    // By the URI, since paths are compared by their octets.
    let key = SchemaFileURI.uri(ofPath: path)
    if let document = documents[key] { return document }
    guard let octets = read(path) else {
      throw SchemaFileError(file: path, reason: .unreadable, referrer: referrer)
    }
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: octets, limits: .anyDepth)
    } catch {
      throw SchemaFileError(file: path, reason: .malformed(error), referrer: referrer)
    }
    if let place = document.repeatedMember {
      throw SchemaFileError(file: path, reason: .repeatedMember(place), referrer: referrer)
    }
    documents[key] = document
    return document
  }

  /// Refuses a pointer to nothing, and tells how far it leads.
  private static func require(
    _ pointer: JSONPointer, in document: JSONDocument, named name: String?
  ) throws(SchemaFileError) {
    var reached = JSONPointer(tokens: [])
    var node = document.root
    for token in pointer.tokens {
      guard let next = JSONPointer(tokens: [token]).evaluate(in: node) else {
        throw SchemaFileError(
          file: name,
          reason: .missingPointer(pointer, reached: reached, names: node.members.map(\.name)))
      }
      node = next
      reached = reached.appending(token)
    }
  }
}
