/// An entry of one of Accord's archives as it was written, for an archive that is joined of several.
package struct ArchivedEntry: Sendable {
  /// A member and its value, as JSON.
  package typealias Member = (name: String, json: String)

  /// Its members in their order, but for what Accord says of the step.
  package var members: [Member]
  /// What Accord says of the step and the exchange, in its order.
  package var accord: [Member]
  /// How many octets the request's content and the response's body had, where they were cut.
  package var requestSize: Int?
  package var responseSize: Int?

  package init(
    members: [Member], accord: [Member], requestSize: Int? = nil, responseSize: Int? = nil
  ) {
    self.members = members
    self.accord = accord
    self.requestSize = requestSize
    self.responseSize = responseSize
  }

  /// About how much memory it takes, in octets.
  package var approximateSize: Int {
    (members + accord).reduce(64) { $0 + $1.json.utf8.count + 32 }
  }
}
