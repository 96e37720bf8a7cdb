/// What of an API is held to the rules by requests of our own, with every variable's value in place.
package struct ProbeTarget: Sendable, Hashable {
  /// What it is.
  package enum Kind: Sendable, Hashable {
    /// A path that may be read, whatever it answers.
    case document
    /// A path that wants credentials.
    case protected
    /// Resources that are listed, and perhaps made, changed and removed.
    case collection(ProbedCollection)
    /// The server as a whole, by a path of it that answers.
    case server
  }

  /// How reports call it: the path as its author wrote it.
  package var name: String
  /// The absolute URL.
  package var url: String
  /// What it is, and what is known of it.
  package var kind: Kind
  /// Whether its requests tell who asks: by credentials, or by a field that holds a secret.
  package var hasCredentials = true
  /// An origin whose pages may read the answers; `nil` for none that is known.
  package var allowedOrigin: String?

  package init(name: String, url: String, kind: Kind) {
    self.name = name
    self.url = url
    self.kind = kind
  }

  /// What is known of its resources, if it is a collection.
  package var collection: ProbedCollection? {
    if case .collection(let collection) = kind { collection } else { nil }
  }
}

/// What is known of a collection, beyond what can be asked of it.
package struct ProbedCollection: Sendable, Hashable {
  /// The absolute URL of an item, with one name in braces in place of what tells items apart:
  /// `http://127.0.0.1:8080/cart/{id}`; `nil` where only Location says where an item is.
  package var item: String?
  /// Content that makes an item, each of them another one; none where nothing is to be made.
  package var samples: [ProbeContent] = []
  /// Content that a PUT may replace an item with.
  package var replacement: ProbeContent?
  /// Content that must be refused, whatever the method.
  package var rejected: [ProbeContent] = []
  /// The media types in which an item can be patched.
  package var patchTypes: [String] = []
  /// The member that a merge patch may set and remove; `nil` for one found in the samples.
  package var patchedMember: String?
  /// The name of the field that makes a POST idempotent, where the API knows one.
  package var idempotencyKeyField: String?
  /// Whether a PUT to the URL of no item makes one.
  package var createsByPut = false
  /// Whether writes to an item want If-Match.
  package var needsPrecondition = false
  /// How to come to the next page where nothing links to it.
  package var paging: ProbedPaging?

  package init() {}
}

/// A parameter of the query that leads to other pages of a collection.
package struct ProbedPaging: Sendable, Hashable {
  /// What the parameter counts.
  package enum Count: Sendable, Hashable {
    /// Pages, from the number of the first.
    case pages(first: Int)
    /// The items before the page.
    case items
  }

  package var parameter: String
  package var count: Count

  package init(parameter: String, count: Count) {
    self.parameter = parameter
    self.count = count
  }

  /// The URL of the page after so many pages with so many items.
  func url(of collection: String, pages: Int, items: Int) -> String {
    let number =
      switch count {
      case .pages(let first): first + pages
      case .items: items
      }
    let separator = collection.contains("?") ? "&" : "?"
    return collection + separator + PercentEncodedSegment.text(parameter) + "=\(number)"
  }
}

/// Content of a request.
package struct ProbeContent: Sendable, Hashable {
  /// The media type.
  package var type: String
  package var octets: [UInt8]

  package init(type: String, octets: [UInt8]) {
    self.type = type
    self.octets = octets
  }
}
