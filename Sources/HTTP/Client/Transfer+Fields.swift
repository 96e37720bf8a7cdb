import CAccordCurl

extension Transfer {
  /// Sets the header fields; the list is made anew only where they differ from those before.
  func applyFields() throws(RequestProblem) {
    let shape = applied.shape ?? .none
    let hasJar = request.cookies != nil
    guard
      applied.fieldsShape != shape || applied.fieldsForJar != hasJar
        || applied.fields != request.fields
    else { return }

    var list = StringList()
    var cookie: String?
    var namesContentType = false
    var namesExpect = false
    var decodesContent = false
    for field in request.fields {
      guard field.name.isToken else { throw .fieldNameIsNoToken(field.name) }
      guard let value = field.value else {
        // To curl a name without a value is the wish to leave the field out.
        list.append("\(field.name):")
        namesContentType = namesContentType || field.name.equalsIgnoringCase("content-type")
        namesExpect = namesExpect || field.name.equalsIgnoringCase("expect")
        continue
      }
      guard !value.breaksLine else { throw .fieldValueBreaksLine(name: field.name) }
      switch field.name.lowercased() {
      case "content-type": namesContentType = true
      case "expect": namesExpect = true
      case "accept-encoding": decodesContent = true
      case "cookie" where hasJar:
        // curl would send a second Cookie line beside the jar's (RFC 6265 section 5.4 has one).
        cookie = cookie.map { $0 + "; " + value } ?? value
        continue
      default: break
      }
      // An empty value has to be written so, else it is the wish to leave the field out.
      list.append(value.utf8.allSatisfy(\.isBlank) ? "\(field.name);" : "\(field.name): \(value)")
    }
    if shape.hasContent {
      // What curl adds by itself for content.
      if !namesExpect { list.append("Expect:") }
      if !namesContentType, shape != .multipart { list.append("Content-Type:") }
    }

    applied.fields = request.fields
    applied.fieldsShape = shape
    applied.fieldsForJar = hasJar
    try check(easy.set(CURLOPT_HTTPHEADER, list), "HTTPHEADER")
    // Only now is the list before it free.
    fieldList = list
    if applied.cookie != cookie {
      try check(easy.set(CURLOPT_COOKIE, cookie), "COOKIE")
      applied.cookie = cookie
    }
    if applied.decodesContent != decodesContent {
      // The field itself is in the list; with this option curl decodes all codings it knows.
      try check(
        easy.set(CURLOPT_ACCEPT_ENCODING, decodesContent ? "" : nil), "ACCEPT_ENCODING")
      applied.decodesContent = decodesContent
    }
  }
}

extension AppliedOptions.Shape {
  /// Whether curl gets content, be it empty.
  fileprivate var hasContent: Bool {
    switch self {
    case .none, .head: false
    case .octets, .file, .multipart: true
    }
  }
}
