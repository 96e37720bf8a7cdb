/// A `format` that can be judged.
package enum SchemaFormat: String, Sendable, Hashable, CaseIterable {
  case dateTime = "date-time"
  case date
  case time
  case duration
  case email
  case idnEmail = "idn-email"
  case hostname
  case idnHostname = "idn-hostname"
  case ipv4
  case ipv6
  case uri
  case uriReference = "uri-reference"
  case iri
  case iriReference = "iri-reference"
  case uriTemplate = "uri-template"
  case uuid
  case jsonPointer = "json-pointer"
  case relativeJSONPointer = "relative-json-pointer"
  case regex

  /// The draft that brought the format.
  var firstDraft: SchemaDraft {
    switch self {
    case .dateTime, .email, .hostname, .ipv4, .ipv6, .uri: .draft4
    case .uriReference, .uriTemplate, .jsonPointer: .draft6
    case .date, .time, .idnEmail, .idnHostname, .iri, .iriReference, .regex,
      .relativeJSONPointer:
      .draft7
    case .duration, .uuid: .draft2019
    }
  }

  /// The format of a name in a draft; nil for one that the draft does not define.
  init?(name: String, draft: SchemaDraft) {
    guard let format = SchemaFormat(rawValue: name), format.firstDraft <= draft else { return nil }
    self = format
  }
}
