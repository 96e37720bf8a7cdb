internal import AccordEngine
internal import Synchronization

/// Holds the secret values of a run and takes them out of everything that is written.
///
/// A secret is found as it was sent, percent-encoded, as a form has it, escaped as in JSON or XML,
/// quoted for a shell, in any three of these one in the other, in hexadecimal digits, and in base64 of
/// either alphabet inside of any longer text, since that is how credentials travel (RFC 7617). `***`
/// takes its place.
///
/// A class, since every report of a run shares what is known of its secrets.
package final class Redactor: Sendable {
  /// What takes a secret's place.
  package static let replacement = "***"
  /// Shorter values are no secrets: `1` would be found everywhere.
  package static let shortestSecret = SecretSource.shortest

  private let needles = Mutex(NeedleTable())
  private let isActive = Atomic(false)

  package init() {}

  /// Whether there is anything to take out.
  package var hasSecrets: Bool { isActive.load(ordering: .acquiring) }

  /// Makes a value a secret.
  ///
  /// Values of fewer than four octets are left out.
  package func add(_ secret: String) {
    let octets = Array(secret.utf8)
    guard octets.count >= Self.shortestSecret else { return }
    needles.withLock { table in
      for form in SecretForms.forms(of: octets) where form.count >= Self.shortestSecret {
        table.insert(form)
      }
    }
    isActive.store(true, ordering: .releasing)
  }

  /// The text without secrets.
  package func redact(_ text: String) -> String { redact(text, isCut: false) }

  /// The text without secrets, where more may have followed: what begins as a secret at its end,
  /// with four octets at least, is taken out too.
  package func redactBeginning(_ text: String) -> String { redact(text, isCut: true) }

  private func redact(_ text: String, isCut: Bool) -> String {
    guard hasSecrets else { return text }
    var text = text
    let redacted = text.withUTF8 { redact($0, isCut: isCut) }
    return redacted.map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// The octets without secrets.
  package func redact(_ octets: [UInt8]) -> [UInt8] { redact(octets, isCut: false) }

  /// As ``redactBeginning(_:)-(String)``.
  package func redactBeginning(_ octets: [UInt8]) -> [UInt8] { redact(octets, isCut: true) }

  private func redact(_ octets: [UInt8], isCut: Bool) -> [UInt8] {
    guard hasSecrets else { return octets }
    return octets.withUnsafeBufferPointer { redact($0, isCut: isCut) } ?? octets
  }

  /// Whether a secret stands in the octets.
  func finds(in octets: [UInt8]) -> Bool { !places(in: octets).isEmpty }

  /// Where secrets stand in the octets, in their order; none overlap.
  func places(in octets: [UInt8]) -> [Range<Int>] {
    guard hasSecrets else { return [] }
    return octets.withUnsafeBufferPointer { places(in: $0, isCut: true) }
  }

  /// The text without secrets, or `nil` where there is none in it.
  private func redact(_ text: UnsafeBufferPointer<UInt8>, isCut: Bool) -> [UInt8]? {
    let places = places(in: text, isCut: isCut)
    guard !places.isEmpty else { return nil }
    var output: [UInt8] = []
    var written = 0
    for place in places {
      output.append(contentsOf: text[written..<place.lowerBound])
      output.append(contentsOf: Self.replacement.utf8)
      written = place.upperBound
    }
    output.append(contentsOf: text[written...])
    return output
  }

  private func places(in text: UnsafeBufferPointer<UInt8>, isCut: Bool) -> [Range<Int>] {
    guard text.count >= Self.shortestSecret else { return [] }
    return needles.withLock { table in
      Self.merged(Self.places(EscapedUnits(text: text, isCut: isCut), table, layers: 2))
    }
  }

  /// Where secrets stand in a text, also behind so many layers of escapes besides the one that is read
  /// anyway.
  private static func places(
    _ units: EscapedUnits, _ table: NeedleTable, layers: Int
  ) -> [Range<Int>] {
    var found = places(units, table)
    guard layers > 0 else { return found }
    for layer in EscapedUnits.Layer.allCases {
      guard let (octets, ends) = units.unescaped(layer) else { continue }
      found += octets.withUnsafeBufferPointer { octets in
        places(EscapedUnits(text: octets, isCut: units.isCut), table, layers: layers - 1)
          .map { place in
            (place.lowerBound == 0 ? 0 : ends[place.lowerBound - 1])..<ends[place.upperBound - 1]
          }
      }
    }
    return found
  }

  private static func places(_ units: EscapedUnits, _ table: NeedleTable) -> [Range<Int>] {
    var places: [Range<Int>] = []
    for place in 0..<units.text.count {
      guard let end = table.match(units, at: place) else { continue }
      // Within the one before, or reaching beyond it: of secrets that overlap none is left over.
      if let last = places.last, place < last.upperBound {
        places[places.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else {
        places.append(place..<end)
      }
    }
    return places
  }

  private static func merged(_ places: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, place.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
      } else {
        merged.append(place)
      }
    }
    return merged
  }
}
