/// A path of an API that is held to rules by requests of their own: what `CollectionTarget`,
/// `DocumentTarget` and `ProtectedTarget` become.
public struct ConformanceTarget: Sendable {
  /// What the path leads to.
  package enum Kind: Sendable {
    /// Resources that are listed, and perhaps made, changed and removed.
    case collection(TargetedCollection)
    /// What may be read, whatever it answers.
    case document
    /// What wants credentials.
    case protected
    /// The server as a whole, by a path of it that answers; no author says it.
    case server
  }

  /// Below the base URL, written whole.
  package var path: Template
  /// What it is, and what is known of it.
  package var kind: Kind
  /// Credentials in place of those that hold around the target.
  package var authorization: Authorization?
  /// What stands in the id in place of the path.
  package var name: String?
  /// An origin whose pages may read the answers.
  package var allowedOrigin: String?
  package var tags: [Tag] = []
  package var location = SourceLocation.unknown

  package init(_ path: Template, _ kind: Kind, authorization: Authorization? = nil) {
    self.path = path
    self.kind = kind
    self.authorization = authorization
  }

  /// What is known of its resources, if it is a collection.
  package var collection: TargetedCollection? {
    if case .collection(let collection) = kind { collection } else { nil }
  }

  /// How reports call it: its name, else the path as its author wrote it.
  package var title: String { name ?? path.description }
}

/// What an author says of a collection besides its path.
package struct TargetedCollection: Sendable {
  /// The path of an item, with one name in braces in place of what tells items apart.
  package var item: Template?
  /// Content that makes an item; none: nothing is made.
  package var samples: [TargetContent] = []
  /// Content that a PUT may replace an item with; more than one is a mistake.
  package var replacements: [TargetContent] = []
  /// Content that must be refused.
  package var rejected: [TargetContent] = []
  package var patchFormats: [PatchFormat] = []
  /// The member that a merge patch may set and remove; `nil` for one found in the samples.
  package var patchedMember: String?
  /// The field that makes a POST idempotent.
  package var idempotencyKeyField: FieldName?
  /// Whether a PUT to the path of no item makes one.
  package var createsByPut = false
  /// Whether writes to an item want If-Match.
  package var needsPrecondition = false
  /// How to come to the next page where nothing links to it.
  package var paging: PageParameter?

  package init() {}

  /// All contents that may be sent.
  package var contents: [TargetContent] { samples + replacements + rejected }

  /// Whether the author said what may be made.
  package var isMade: Bool { !samples.isEmpty || createsByPut && !replacements.isEmpty }
}

extension TargetedCollection {
  /// What an author says of a collection, whatever it is written in.
  package enum Word: Sendable, Hashable, CaseIterable {
    case item, creates, replaces, rejects, patches, idempotencyKey, createsByPut
  }

  /// Words that say nothing without another one: of those needed one is enough.
  package var idleWords: [(word: Word, needed: [Word])] {
    var idle: [(word: Word, needed: [Word])] = []
    if createsByPut, item == nil { idle.append((.createsByPut, [.item])) }
    if createsByPut, !isMade { idle.append((.createsByPut, [.creates, .replaces])) }
    guard !isMade else { return idle }
    // What changes items is of use only where items are made.
    if !replacements.isEmpty { idle.append((.replaces, [.creates])) }
    if !patchFormats.isEmpty { idle.append((.patches, [.creates])) }
    if idempotencyKeyField != nil { idle.append((.idempotencyKey, [.creates])) }
    return idle
  }
}

/// Content that a probe may send.
package struct TargetContent: Sendable {
  package enum Body: Sendable {
    case json(JSONValue)
    case raw(RequestBody)
  }

  package var body: Body
  /// The media type.
  package var type: String

  package init(_ body: Body, type: String) {
    self.body = body
    self.type = type
  }

  /// The content as a step would carry it.
  package var content: Content {
    switch body {
    case .json(let value): .json(value)
    case .raw(let body): .body(body, type: type)
    }
  }
}
