/// A request as a ``ScriptedServer`` received it.
package struct ReceivedRequest: Sendable {
  /// The number of the connection, from 0.
  package var connection: Int

  /// The number of the request on its connection, from 0.
  package var index: Int

  /// The head with its empty line.
  package var head: String

  /// The octets after the head, chunk framing included.
  package var content: [UInt8]

  /// The request line.
  package var line: String { lines.first ?? "" }

  /// The method.
  package var method: String { String(line.prefix { $0 != " " }) }

  /// The request target.
  package var target: String {
    line.split(separator: " ").dropFirst().first.map(String.init) ?? ""
  }

  /// The field lines, as written.
  package var fieldLines: [String] { Array(lines.dropFirst()) }

  /// The values of all field lines of that name, in any case.
  package func values(_ name: String) -> [String] {
    fieldLines.compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].lowercased() == name.lowercased() else { return nil }
      return String(parts[1].drop { $0 == " " })
    }
  }

  /// The octets of the content, without chunk framing.
  package var contentWithoutFraming: [UInt8] {
    guard values("Transfer-Encoding").contains(where: { $0.lowercased() == "chunked" }) else {
      return content
    }
    var plain: [UInt8] = []
    var rest = content[...]
    while let end = rest.firstRange(of: [13, 10]),
      let size = Int(String(decoding: rest[..<end.lowerBound], as: UTF8.self), radix: 16), size > 0
    {
      plain += rest[end.upperBound...].prefix(size)
      rest = rest[end.upperBound...].dropFirst(size + 2)
    }
    return plain
  }

  private var lines: [String] {
    head.split(separator: "\r\n").map(String.init)
  }
}
