extension SchemaFormat {
  /// Whether a text has the form.
  func accepts(_ octets: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .dateTime: DateTimeFormat.accepts(octets)
    case .date: CalendarDate(fullDate: octets) != nil
    case .email: EmailFormat.accepts(octets)
    case .uri: URIFormat.accepts(octets)
    case .uuid: UUIDFormat.accepts(octets)
    default: true
    }
  }
}
