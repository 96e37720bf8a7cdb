package import AccordDocuments
internal import AccordHTTP

/// The content of an exchange's response.
extension ObservedExchange {
  /// What reading content as JSON came to.
  package typealias JSONReading = Result<JSONDocument, JSONSyntaxError>

  /// How many octets of content came, whatever they are; `nil` where that is not known.
  var contentCount: Int? {
    guard fidelity != .incomplete, case .success(let response) = exchange.result else { return nil }
    return response.body.count
  }

  /// The octets that came, if all of them are at hand.
  var octets: [UInt8]? {
    guard fidelity != .incomplete, case .success(let response) = exchange.result,
      !response.body.isEmpty
    else { return nil }
    return response.body
  }

  /// Whether codings of the content are still on it: they are undone where the request names some
  /// (RFC 9110 section 12.5.3).
  var isCoded: Bool {
    guard has(.contentEncoding), fidelity == .exact, requestField("accept-encoding") == nil else {
      return false
    }
    return values(.contentEncoding).contains { !$0.trimmed.isWord("identity") }
  }

  /// Whether nothing but the end of the connection ends the content (RFC 9112 section 6.3, item 8): then
  /// nobody knows whether all of it came.
  var isEndedByClose: Bool {
    majorVersion == 1 && !has(.contentLength) && !has(.transferEncoding)
  }

  /// Whether the content is a part of what its media type is of, or what makes it of an earlier one
  /// (RFC 9110 section 15.3.7, RFC 3229 section 10.4.1).
  var isPartial: Bool { status.isOfPartialContent }

  /// The content as its media type means it; `nil` where there is none, or none that can be read.
  var content: [UInt8]? { isCoded || isPartial ? nil : octets }

  /// The content read as JSON, once for all rules; `nil` where the response does not say that it is.
  package var json: JSONReading? {
    if let readJSON { return readJSON }
    guard mediaType?.isJSON == true, let content else { return nil }
    let reading: JSONReading
    do throws(JSONSyntaxError) {
      reading = .success(try JSONDocument(parsing: content))
    } catch {
      reading = .failure(error)
    }
    readJSON = reading
    return reading
  }

  /// The document, if the content is one.
  var document: JSONDocument? { try? json?.get() }
}
