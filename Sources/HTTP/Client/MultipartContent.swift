import CAccordCurl

/// Owner of curl's form of a multipart content.
///
/// The `Content-Disposition` of a part is written here: where curl knows a file's name it guesses a
/// content type from it.
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
    switch part.source {
    case .bytes(let octets):
      let code = octets.withUnsafeBytes { octets in
        curl_mime_data(
          curlPart, octets.baseAddress?.assumingMemoryBound(to: CChar.self), octets.count)
      }
      try check(code)
    case .file(let path):
      let file = PartFile(try FileSource(path: path))
      let size = curl_off_t(file.source.size)
      let owner = Unmanaged.passRetained(file).toOpaque()
      let code = curl_mime_data_cb(
        curlPart, size, PartFile.read, PartFile.seek, PartFile.release, owner)
      if code != CURLE_OK { PartFile.release(owner) }
      try check(code)
    }
    var disposition = "Content-Disposition: form-data; name=\"\(part.name.escapedForForm)\""
    if let filename = part.filename {
      disposition += "; filename=\"\(filename.escapedForForm)\""
    }
    var fields = StringList()
    fields.append(disposition)
    try check(curl_mime_headers(curlPart, fields.take(), 1))
    if let contentType = part.contentType {
      guard !contentType.breaksLine else { throw .fieldValueBreaksLine(name: "Content-Type") }
      try check(curl_mime_type(curlPart, contentType))
    }
  }

  private func check(_ code: CURLcode) throws(RequestProblem) {
    guard code == CURLE_OK else {
      throw .optionRefused(option: "MIMEPOST", reason: CurlLibrary.words(code))
    }
  }
}

/// A file that is a part; a class, since curl keeps its address and frees it with the form.
private final class PartFile {
  let source: FileSource

  init(_ source: consuming FileSource) {
    self.source = source
  }

  static let read: curl_read_callback = { buffer, size, count, owner in
    let space = UnsafeMutableRawBufferPointer(start: buffer, count: size * count)
    return PartFile.at(owner)?.source.read(into: space) ?? Int(CURL_READFUNC_ABORT)
  }

  static let seek: curl_seek_callback = { owner, offset, origin in
    guard origin == 0, PartFile.at(owner)?.source.seek(to: Int(offset)) == true else {
      return CURL_SEEKFUNC_FAIL
    }
    return CURL_SEEKFUNC_OK
  }

  static let release: curl_free_callback = { owner in
    if let owner { Unmanaged<PartFile>.fromOpaque(owner).release() }
  }

  private static func at(_ address: UnsafeMutableRawPointer?) -> PartFile? {
    guard let address else { return nil }
    return Unmanaged<PartFile>.fromOpaque(address).takeUnretainedValue()
  }
}

extension String {
  /// The text as browsers write it between quotes: quotes and line breaks percent-encoded.
  fileprivate var escapedForForm: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": text += "%22"
      case "\r": text += "%0D"
      case "\n": text += "%0A"
      case "\0": text += "%00"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
