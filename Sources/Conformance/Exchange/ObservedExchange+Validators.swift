/// The validators of an exchange's response (RFC 9110 section 8.8).
extension ObservedExchange {
  /// The entity tag, if it is a strong one; `nil` too where it is none.
  var strongTag: String? {
    guard let value = single(.etag), EntityTag(value) != nil, !value.begins(with: "W/") else {
      return nil
    }
    return quote(.etag)
  }
}
