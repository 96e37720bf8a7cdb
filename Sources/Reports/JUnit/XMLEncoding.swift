internal import AccordDocuments

/// Text as XML 1.0 can hold it.
///
/// Characters outside of the production `Char` (section 2.2) cannot stand in a document at all, not
/// even as a reference; they and what is not seen become visible escapes such as `\u{1B}`.
enum XMLEncoding {
  /// Where text stands.
  enum Context {
    case content
    /// In an attribute's value, in double quotes: line breaks and tabs are references, else a
    /// parser makes spaces of them (section 3.3.3).
    case attribute
  }

  /// Appends text.
  static func append(_ text: String, _ context: Context, to bytes: inout [UInt8]) {
    var text = text
    let needsNothing = text.withUTF8 { octets in octets.allSatisfy(isPlain) }
    if needsNothing, bytes.last != UInt8(ascii: "#") {
      bytes.append(contentsOf: text.utf8)
      return
    }
    for scalar in text.unicodeScalars {
      if scalar == "#", bytes.last == UInt8(ascii: "#") {
        // `##[command]` and `##vso[command]`: a report on standard output is in the log.
        bytes.append(contentsOf: "&#35;".utf8)
      } else if scalar.value < 0x7F, isPlain(UInt8(truncatingIfNeeded: scalar.value)) {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        append(scalar, context, to: &bytes)
      }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "#"):
      false
    case 0x20..<0x7F: true
    default: false
    }
  }

  private static func append(
    _ scalar: Unicode.Scalar, _ context: Context, to bytes: inout [UInt8]
  ) {
    switch (scalar, context) {
    case ("&", _): bytes.append(contentsOf: "&amp;".utf8)
    case ("<", _): bytes.append(contentsOf: "&lt;".utf8)
    // `]]>` must not stand in content (section 2.4).
    case (">", _): bytes.append(contentsOf: "&gt;".utf8)
    case ("\"", .attribute): bytes.append(contentsOf: "&quot;".utf8)
    case ("\r", _): bytes.append(contentsOf: "&#13;".utf8)
    case ("\n", .attribute): bytes.append(contentsOf: "&#10;".utf8)
    case ("\t", .attribute): bytes.append(contentsOf: "&#9;".utf8)
    case ("\n", .content), ("\t", .content): bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case _ where VisibleText.isShown(scalar):
      if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
    default: bytes.append(contentsOf: VisibleText.escape(of: scalar).utf8)
    }
  }
}

/// Takes secrets out of a rendered piece of XML and leaves its markup as it is, whatever the secret:
/// one that is `testcase` would else break the document.
enum XMLRedaction {
  static func redact(_ xml: [UInt8], _ redactor: Redactor) -> [UInt8] {
    // Behind a reference there may be a text that is an encoded secret itself.
    guard redactor.hasSecrets, xml.contains(UInt8(ascii: "&")) || redactor.finds(in: xml) else {
      return xml
    }
    var output: [UInt8] = []
    var place = 0
    var isInTag = false
    while place < xml.count {
      let end = xml[place...].firstIndex { byte in
        byte == UInt8(ascii: isInTag ? ">" : "<") || isInTag && byte == UInt8(ascii: "\"")
      }
      let stop = end ?? xml.count
      if isInTag {
        output.append(contentsOf: xml[place..<stop])
      } else {
        append(xml[place..<stop], .content, redactor, to: &output)
      }
      guard let end else { break }
      output.append(xml[end])
      place = end + 1
      guard isInTag, xml[end] == UInt8(ascii: "\"") else {
        isInTag.toggle()
        continue
      }
      let close = xml[place...].firstIndex(of: UInt8(ascii: "\"")) ?? xml.count
      if isOfFormat(output) {
        output.append(contentsOf: xml[place..<close])
      } else {
        append(xml[place..<close], .attribute, redactor, to: &output)
      }
      if close < xml.count { output.append(xml[close]) }
      place = close + 1
    }
    return output
  }

  /// Whether the attribute whose value comes next holds a number or a word of the format, which
  /// readers of reports rely on: a secret of the value `1234` must not take away a count.
  private static func isOfFormat(_ written: [UInt8]) -> Bool {
    namesOfFormat.contains { name in
      written.count > name.count && written.suffix(name.count).elementsEqual(name)
    }
  }

  private static let namesOfFormat = [
    "time", "line", "timestamp", "tests", "failures", "errors", "skipped", "id", "type",
  ].map { Array(" \($0)=\"".utf8) }

  private static func append(
    _ encoded: ArraySlice<UInt8>, _ context: XMLEncoding.Context, _ redactor: Redactor,
    to output: inout [UInt8]
  ) {
    let text = decode(encoded)
    let redacted = redactor.redact(text)
    if redacted == text {
      output.append(contentsOf: encoded)
    } else {
      XMLEncoding.append(redacted, context, to: &output)
    }
  }

  /// The text that was encoded, its references resolved.
  private static func decode(_ encoded: ArraySlice<UInt8>) -> String {
    let octets = Array(encoded)
    let decoded = octets.withUnsafeBufferPointer { buffer in
      let units = EscapedUnits(text: buffer)
      var decoded: [UInt8] = []
      var place = 0
      while place < buffer.count {
        if buffer[place] == UInt8(ascii: "&"), let reading = units.escapes(at: place).first {
          decoded.append(contentsOf: reading.meaning)
          place = reading.end
        } else {
          decoded.append(buffer[place])
          place += 1
        }
      }
      return decoded
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
