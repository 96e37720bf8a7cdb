extension SchemaFormat {
  /// Whether a text, in UTF-8, has the form.
  func accepts(_ octets: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .dateTime: DateTimeFormat.accepts(octets)
    case .date: CalendarDate(fullDate: octets) != nil
    case .time: TimeFormat.accepts(octets)
    case .duration: DurationFormat.accepts(octets)
    case .email: EmailFormat.email.accepts(octets)
    case .idnEmail: EmailFormat.international.accepts(octets)
    case .hostname: HostnameFormat.accepts(octets)
    case .idnHostname: HostnameFormat.acceptsInternational(octets)
    case .ipv4: IPAddressFormat.uri.acceptsVersion4(octets)
    case .ipv6: IPAddressFormat.uri.acceptsVersion6(octets)
    case .uri: URIFormat.uri.accepts(octets)
    case .uriReference: URIFormat.uri.acceptsReference(octets)
    case .iri: URIFormat.iri.accepts(octets)
    case .iriReference: URIFormat.iri.acceptsReference(octets)
    case .uriTemplate: URITemplateFormat.accepts(octets)
    case .uuid: UUIDFormat.accepts(octets)
    case .jsonPointer: JSONPointerFormat.accepts(octets)
    case .relativeJSONPointer: JSONPointerFormat.acceptsRelative(octets)
    case .regex: (try? Pattern(String(decoding: octets, as: UTF8.self))) != nil
    }
  }
}
