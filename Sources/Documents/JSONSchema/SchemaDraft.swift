/// The versions of JSON Schema that can be compiled.
package enum SchemaDraft: Int, Sendable, Hashable, CaseIterable {
  case draft4 = 4
  case draft6 = 6
  case draft7 = 7
  case draft2019 = 2019
  case draft2020 = 2020

  /// The name as schemas' authors use it: `4`, `2019-09`.
  package var name: String {
    switch self {
    case .draft4: "4"
    case .draft6: "6"
    case .draft7: "7"
    case .draft2019: "2019-09"
    case .draft2020: "2020-12"
    }
  }

  /// The URI of the draft's metaschema, without a fragment.
  package var metaschema: String {
    switch self {
    case .draft4: "http://json-schema.org/draft-04/schema"
    case .draft6: "http://json-schema.org/draft-06/schema"
    case .draft7: "http://json-schema.org/draft-07/schema"
    case .draft2019: "https://json-schema.org/draft/2019-09/schema"
    case .draft2020: "https://json-schema.org/draft/2020-12/schema"
    }
  }

  /// Finds a draft by what `--draft` says: its name, with or without the month.
  package init?(name: String) {
    guard
      let draft = Self.allCases.first(where: { $0.name == name || String($0.rawValue) == name })
    else { return nil }
    self = draft
  }

  /// Finds a draft by the URI in `$schema`; `http` and `https` will do for either, and an empty
  /// fragment too.
  init?(metaschema uri: String) {
    guard let colon = uri.firstIndex(of: ":") else { return nil }
    var rest = uri[colon...]
    if rest.hasSuffix("#") { rest.removeLast() }
    guard ["http", "https"].contains(uri[..<colon]),
      let draft = Self.allCases.first(where: { $0.metaschema.hasSuffix(rest) })
    else { return nil }
    self = draft
  }
}

extension SchemaDraft: Comparable {
  /// Whether a draft is older than another.
  package static func < (left: SchemaDraft, right: SchemaDraft) -> Bool {
    left.rawValue < right.rawValue
  }
}
