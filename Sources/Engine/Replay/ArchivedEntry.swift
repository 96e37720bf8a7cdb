/// An entry of one of Accord's archives as it was written, for an archive that is joined of several.
package struct ArchivedEntry: Sendable {
  /// A member and its value, as JSON.
  package typealias Member = (name: String, json: String)

  /// Its members in their order, but for what Accord says of the step.
  package var members: [Member]
  /// What Accord says of the step and the exchange, in its order.
  package var accord: [Member]
  /// How much of the request's content and of the response's body is there, where that is said.
  package var request: ArchivedExtent?
  package var response: ArchivedExtent?

  package init(
    members: [Member], accord: [Member], request: ArchivedExtent? = nil,
    response: ArchivedExtent? = nil
  ) {
    self.members = members
    self.accord = accord
    self.request = request
    self.response = response
  }

  /// About how much memory it takes, in octets.
  package var approximateSize: Int {
    (members + accord).reduce(64) { $0 + $1.json.utf8.count + 32 }
  }
}

/// How much of a content an archive has.
package struct ArchivedExtent: Sendable, Hashable {
  /// How many octets it had, those of secrets too, for which `***` stands.
  package var size: Int
  /// Whether only its beginning is there.
  package var isCut: Bool

  package init(size: Int, isCut: Bool) {
    self.size = size
    self.isCut = isCut
  }
}
