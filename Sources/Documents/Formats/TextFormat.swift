/// A form that a text may have, each to the letter of its standard.
package enum TextFormat: Hashable, Sendable {
  /// A UUID in its text form, with letters of either case (RFC 9562 section 4).
  case uuid
  /// A `full-date` (RFC 3339 section 5.6) that the Gregorian calendar has.
  case date
  /// A `date-time` (RFC 3339 section 5.6), whose offset must be given.
  case dateTime
  /// A `Mailbox` (RFC 5321 section 4.1.2).
  case email
  /// A URI (RFC 3986 section 3): absolute, with its scheme.
  case uri
  /// An `IMF-fixdate` (RFC 9110 section 5.6.7), whose weekday must be the date's.
  case httpDate

  /// Whether the whole text has this form.
  package func accepts(_ text: String) -> Bool {
    let octets = Array(text.utf8)[...]
    return switch self {
    case .uuid: UUIDFormat.accepts(octets)
    case .date: CalendarDate(fullDate: octets) != nil
    case .dateTime: DateTimeFormat.accepts(octets)
    case .email: EmailFormat.email.accepts(octets)
    case .uri: URIFormat.uri.accepts(octets)
    case .httpDate: HTTPDateFormat.accepts(octets)
    }
  }
}
