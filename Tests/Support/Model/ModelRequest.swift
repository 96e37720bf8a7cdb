/// A request as a ``ModelAPI`` sees it: what was said, and over which connection.
package struct ModelRequest: Sendable, Hashable {
  /// The method, in its own case.
  package var method: String
  /// What stands in the request line between method and version.
  package var target: String
  /// The field lines in their order.
  package var fields: [ModelField]
  /// The content without transfer coding.
  package var content: [UInt8]
  /// The number of the connection, from 0.
  package var connection: Int
  /// The number of the request on its connection, from 0.
  package var index: Int

  package init(
    _ method: String, _ target: String, _ fields: [ModelField] = [], content: [UInt8] = [],
    connection: Int = 0, index: Int = 0
  ) {
    self.method = method
    self.target = target
    self.fields = fields
    self.content = content
    self.connection = connection
    self.index = index
  }

  /// The values of all lines of that name, joined with a comma and a space; `nil` where there is none.
  package func value(_ name: String) -> String? { fields.value(name) }

  /// The path of the target, without query.
  var path: String { String(target.prefix { $0 != "?" }) }
}

/// A field line.
package struct ModelField: Sendable, Hashable {
  /// The name, in its own case.
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension [ModelField] {
  /// The values of all lines of that name, joined with a comma and a space; `nil` where there is none.
  package func value(_ name: String) -> String? {
    let name = name.lowercased()
    let values = filter { $0.name.lowercased() == name }.map(\.value)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  /// Puts a line in place of all of that name; `nil` removes them.
  mutating func set(_ name: String, _ value: String?) {
    let place = firstIndex { $0.name.lowercased() == name.lowercased() }
    removeAll { $0.name.lowercased() == name.lowercased() }
    if let value { insert(ModelField(name, value), at: Swift.min(place ?? count, count)) }
  }
}
