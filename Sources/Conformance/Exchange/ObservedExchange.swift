package import AccordHTTP

/// An exchange as rules see it.
///
/// A class, since it reads what rules ask for when the first of them asks, and the others share it. It
/// lives as long as one exchange is judged, on one thread.
package final class ObservedExchange {
  /// How the content that is at hand relates to what went over the wire.
  package enum Fidelity: Sendable, Hashable {
    /// It is what came, without transfer coding.
    case exact
    /// Somebody recorded it as text: its length and encoding are theirs.
    case transcribed
    /// Not all of it is there.
    case incomplete
  }

  /// The exchange.
  package let exchange: Exchange
  package let fidelity: Fidelity
  /// The response code; 0 where no complete response came.
  let status: Int
  /// The fields of the response; none where no complete response came.
  private let fields: HTTPFields
  /// Which of the fields that rules ask for the response has, and which of them more than once.
  private let present: UInt64
  private let repeated: UInt64
  /// Which of them each line of the head is.
  private let known: [KnownField?]
  /// Why no complete response came, if none did.
  let error: TransportError?
  /// The first number of the response's version; `nil` where no complete response came.
  let majorVersion: Int?
  /// The media type that the response states; `nil` where it states none, or none that can be read.
  let mediaType: MediaType?
  /// The content read as JSON, if a rule asked for it.
  package internal(set) var readJSON: JSONReading?
  private var readRequestFields: [String: String]?

  package init(_ exchange: Exchange, fidelity: Fidelity = .exact) {
    self.exchange = exchange
    self.fidelity = fidelity
    switch exchange.result {
    case .success(let response):
      fields = response.fields
      status = response.status
      majorVersion = response.version.major
      error = nil
    case .failure(let failure):
      fields = HTTPFields()
      status = 0
      majorVersion = nil
      error = failure
    }
    var present: UInt64 = 0
    var repeated: UInt64 = 0
    var known: [KnownField?] = []
    known.reserveCapacity(fields.count)
    fields.forEachName { name in
      let field = KnownField(name)
      known.append(field)
      guard let field else { return }
      let bit = UInt64(1) << UInt64(field.rawValue)
      repeated |= present & bit
      present |= bit
    }
    self.present = present
    self.repeated = repeated
    self.known = known
    // Many rules ask for it, and no answer with content is without.
    let bit = UInt64(1) << UInt64(KnownField.contentType.rawValue)
    if present & ~repeated & bit != 0, let line = known.firstIndex(of: .contentType) {
      mediaType = MediaType(parsing: fields[line].valueOctets)
    } else {
      mediaType = nil
    }
  }

  /// The complete response, if there is one.
  package var response: HTTPResponse? { exchange.response }

  /// The method of the request.
  var method: String { exchange.request.method }

  /// Whether the response code is of a hundred.
  func isStatus(_ range: ClosedRange<Int>) -> Bool { range.contains(status) }

  // MARK: - Fields of the response

  /// Whether the response has a field.
  func has(_ field: KnownField) -> Bool { present & (1 << UInt64(field.rawValue)) != 0 }

  /// Whether the response has a field more than once.
  func repeats(_ field: KnownField) -> Bool { repeated & (1 << UInt64(field.rawValue)) != 0 }

  /// The value of the first line of a field.
  func value(_ field: KnownField) -> ArraySlice<UInt8>? {
    firstLine(field)?.valueOctets
  }

  private func firstLine(_ field: KnownField) -> HTTPField? {
    guard has(field) else { return nil }
    for line in known.indices where known[line] == field { return fields[line] }
    return nil
  }

  /// The value of a field that stands in one line; `nil` where it is absent or repeated.
  func single(_ field: KnownField) -> ArraySlice<UInt8>? { repeats(field) ? nil : value(field) }

  /// The values of all lines of a field.
  func values(_ field: KnownField) -> [ArraySlice<UInt8>] {
    guard has(field) else { return [] }
    return known.indices.filter { known[$0] == field }.map { fields[$0].valueOctets }
  }

  /// The first line of a field as text, to be quoted.
  func quote(_ field: KnownField) -> String { firstLine(field)?.value ?? "" }

  // MARK: - The request

  /// The value of a field that the request was asked to have, lines joined.
  func requestField(_ name: String) -> String? {
    if exchange.request.fields.isEmpty { return nil }
    if readRequestFields == nil {
      var fields: [String: String] = [:]
      for field in exchange.request.fields {
        guard let value = field.value else { continue }
        let name = field.name.lowercased()
        fields[name] = fields[name].map { $0 + ", " + value } ?? value
      }
      readRequestFields = fields
    }
    return readRequestFields?[name]
  }
}
