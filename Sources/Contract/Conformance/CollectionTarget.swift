/// A collection of resources that is held to rules, and with it an item of it.
///
///     CollectionTarget("/cart", item: "/cart/{id}")
///       .creates(["product": 7, "quantity": 2]).replaces(["product": 7, "quantity": 3])
///       .rejects(["product": "x"])
///
/// Without `.creates` it is only read: as a list, and by one of its items. What is not said is found
/// out where that is safe: which methods there are (OPTIONS), how a page leads to the next (`Link`, RFC
/// 8288), where an item is (`Location`).
public struct CollectionTarget: Sendable {
  package var target: ConformanceTarget
  package var collection: TargetedCollection {
    get { target.collection ?? TargetedCollection() }
    set { target.kind = .collection(newValue) }
  }

  /// A collection.
  ///
  /// - Parameters:
  ///   - path: The path, below the base URL.
  ///   - item: The path of an item, with one name in braces in place of what tells items apart:
  ///     `/cart/{id}`. Without one only `Location` says where an item is. A path with none or several
  ///     makes the contract unusable (exit code 64).
  public init(_ path: Template, item: Template? = nil) {
    var collection = TargetedCollection()
    collection.item = item
    target = ConformanceTarget(path, .collection(collection))
  }

  /// A collection whose path is known where the contract is made.
  @_disfavoredOverload
  public init(_ path: some StringProtocol) { self.init(Template(String(path))) }

  /// A collection whose paths are known where the contract is made.
  @_disfavoredOverload
  public init(_ path: some StringProtocol, item: some StringProtocol) {
    self.init(Template(String(path)), item: Template(String(item)))
  }

  /// Allows to make items of this content, by POST to the collection (RFC 9110 section 9.3.3).
  ///
  /// Said several times, each makes another item. Items that the probe made are changed by the rules
  /// that ask for it, and removed at the end. `--read-only` makes none.
  ///
  /// - Parameter type: The media type, for those whose syntax is JSON's.
  public func creates(_ value: JSONValue, type: String = "application/json") -> CollectionTarget {
    adding(\.samples, TargetContent(.json(value), type: type))
  }

  /// Allows to make items of content of any media type: `.creates(body: .text("…"), type: "text/csv")`.
  public func creates(body: RequestBody, type: String) -> CollectionTarget {
    adding(\.samples, TargetContent(.raw(body), type: type))
  }

  /// What an item that the probe made may be replaced with, by PUT (RFC 9110 section 9.3.4): content
  /// that differs from that of `.creates`.
  ///
  /// Said once, beside `.creates` or `.createsByPut`.
  public func replaces(_ value: JSONValue, type: String = "application/json") -> CollectionTarget {
    adding(\.replacements, TargetContent(.json(value), type: type))
  }

  /// What an item may be replaced with, of any media type.
  public func replaces(body: RequestBody, type: String) -> CollectionTarget {
    adding(\.replacements, TargetContent(.raw(body), type: type))
  }

  /// Content that the API must refuse, by a 4xx, and that must change nothing (RFC 9110 section 15.5).
  ///
  /// May be said several times.
  public func rejects(_ value: JSONValue, type: String = "application/json") -> CollectionTarget {
    adding(\.rejected, TargetContent(.json(value), type: type))
  }

  /// Content of any media type that the API must refuse.
  public func rejects(body: RequestBody, type: String) -> CollectionTarget {
    adding(\.rejected, TargetContent(.raw(body), type: type))
  }

  /// In which formats an item can be patched (RFC 5789).
  ///
  /// - Parameter member: The member that a merge patch may set and remove; without it one that the
  ///   samples have.
  public func patches(
    _ format: PatchFormat, _ others: PatchFormat..., member: String? = nil
  ) -> CollectionTarget {
    var target = self
    for format in [format] + others where !target.collection.patchFormats.contains(format) {
      target.collection.patchFormats.append(format)
    }
    if let member { target.collection.patchedMember = member }
    return target
  }

  /// The field by which the API knows that a POST was sent twice.
  public func idempotencyKey(_ field: FieldName = "Idempotency-Key") -> CollectionTarget {
    var target = self
    target.collection.idempotencyKeyField = field
    return target
  }

  /// A PUT to the path of no item makes one (RFC 9110 section 9.3.4).
  public var createsByPut: CollectionTarget {
    var target = self
    target.collection.createsByPut = true
    return target
  }

  /// Writes to an item want `If-Match`, and are answered 428 without it (RFC 6585 section 3).
  public var needsPrecondition: CollectionTarget {
    var target = self
    target.collection.needsPrecondition = true
    return target
  }

  /// How the collection is read page by page, where its pages do not link to the next one (`Link`, RFC
  /// 8288): what is made is looked for on all of them.
  public func pages(by parameter: PageParameter) -> CollectionTarget {
    var target = self
    target.collection.paging = parameter
    return target
  }

  /// An origin whose pages may read the answers (Fetch, the CORS protocol): `https://app.example`.
  ///
  /// Without it only origins that nobody allows are tried. What is no origin makes the contract unusable
  /// (exit code 64).
  public func allowsOrigin(_ origin: String) -> CollectionTarget {
    var target = self
    target.target.allowedOrigin = origin
    return target
  }

  /// Credentials (RFC 9110 section 11) in place of those that hold around the target; `.none` sends none.
  public func auth(_ authorization: Authorization) -> CollectionTarget {
    var target = self
    target.target.authorization = authorization
    return target
  }

  /// What stands in the target's id and in reports in place of its path.
  public func named(_ name: String) -> CollectionTarget {
    var target = self
    target.target.name = name
    return target
  }

  /// Adds words by which targets are chosen: `--tag`, `--skip-tag`.
  public func tags(_ tags: Tag...) -> CollectionTarget {
    var target = self
    target.target.tags += tags
    return target
  }

  private func adding(
    _ contents: WritableKeyPath<TargetedCollection, [TargetContent]>, _ content: TargetContent
  ) -> CollectionTarget {
    var target = self
    target.collection[keyPath: contents].append(content)
    return target
  }
}

/// A format of patches.
public enum PatchFormat: Sendable, Hashable, CaseIterable {
  /// JSON Merge Patch, `application/merge-patch+json` (RFC 7396).
  case merge
  /// JSON Patch, `application/json-patch+json` (RFC 6902).
  case json

  /// The media type.
  package var type: String {
    switch self {
    case .merge: "application/merge-patch+json"
    case .json: "application/json-patch+json"
    }
  }
}
