import CAccordCurl

/// Owner of curl's form of a multipart content.
struct MultipartContent: ~Copyable {
  /// curl's handle.
  let raw: OpaquePointer

  /// A form without parts for a transfer of this handle; nil without memory.
  init?(for easy: borrowing EasyHandle) {
    guard let raw = curl_mime_init(easy.raw) else { return nil }
    self.raw = raw
  }

  deinit {
    curl_mime_free(raw)
  }

  /// Adds a part.
  func append(_ part: MultipartPart) throws(RequestProblem) {
    guard let curlPart = curl_mime_addpart(raw) else {
      throw .optionRefused(option: "MIMEPOST", reason: CurlLibrary.words(CURLE_OUT_OF_MEMORY))
    }
    for text in [part.name, part.filename, part.contentType] {
      if let text, text.breaksLine { throw .fieldValueBreaksLine(name: "multipart part") }
    }
    try check(curl_mime_name(curlPart, part.name))
    switch part.source {
    case .bytes(let octets):
      let code = octets.withUnsafeBytes { octets in
        curl_mime_data(
          curlPart, octets.baseAddress?.assumingMemoryBound(to: CChar.self), octets.count)
      }
      try check(code)
    case .file(let path):
      // For the reason, which curl does not tell.
      _ = try FileSource(path: path)
      try check(curl_mime_filedata(curlPart, path))
    }
    // After the data: for a file curl sets the name by itself.
    try check(curl_mime_filename(curlPart, part.filename))
    if let contentType = part.contentType {
      try check(curl_mime_type(curlPart, contentType))
    } else {
      // Else curl would guess one from the file's name.
      var fields = StringList()
      fields.append("Content-Type:")
      try check(curl_mime_headers(curlPart, fields.take(), 1))
    }
  }

  private func check(_ code: CURLcode) throws(RequestProblem) {
    guard code == CURLE_OK else {
      throw .optionRefused(option: "MIMEPOST", reason: CurlLibrary.words(code))
    }
  }
}
