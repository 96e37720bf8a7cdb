internal import Synchronization

/// Holds the secret values of a run and takes them out of everything that is written.
///
/// A secret is found as it was sent, percent-encoded, as a form has it, escaped as in JSON or XML,
/// quoted for a shell, and in base64 of either alphabet inside of any longer text, since that is how
/// credentials travel (RFC 7617). `***` takes its place.
///
/// A class, since every report of a run shares what is known of its secrets.
package final class Redactor: Sendable {
  /// What takes a secret's place.
  package static let replacement = "***"
  /// Shorter values are no secrets: `1` would be found everywhere.
  package static let shortestSecret = 4

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
      table.insert(octets)
      for part in Base64Parts.parts(of: octets) { table.insert(part) }
    }
    isActive.store(true, ordering: .releasing)
  }

  /// The text without secrets.
  package func redact(_ text: String) -> String {
    guard hasSecrets else { return text }
    var text = text
    let redacted = text.withUTF8 { redact($0) }
    return redacted.map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// The octets without secrets.
  package func redact(_ octets: [UInt8]) -> [UInt8] {
    guard hasSecrets else { return octets }
    return octets.withUnsafeBufferPointer { redact($0) } ?? octets
  }

  /// Whether a secret stands in the octets.
  func finds(in octets: [UInt8]) -> Bool {
    guard hasSecrets else { return false }
    return octets.withUnsafeBufferPointer { redact($0) } != nil
  }

  /// The text without secrets, or `nil` where there is none in it.
  private func redact(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard text.count >= Self.shortestSecret else { return nil }
    return needles.withLock { table in
      let units = EscapedUnits(text: text)
      var output: [UInt8]?
      var written = 0
      var place = 0
      while place < text.count {
        guard let end = table.match(units, at: place) else {
          place += 1
          continue
        }
        var redacted = output ?? []
        redacted.append(contentsOf: text[written..<place])
        redacted.append(contentsOf: Self.replacement.utf8)
        output = redacted
        written = end
        place = end
      }
      output?.append(contentsOf: text[written...])
      return output
    }
  }
}
