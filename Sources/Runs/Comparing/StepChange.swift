internal import AccordDocuments

/// One way in which a step's answer is another than in an earlier run.
package struct StepChange: Sendable, Hashable {
  /// What changed.
  package enum Kind: String, CaseIterable, Sendable {
    case status, outcome, type, fields, shape

    /// The kinds that a text names, `status,outcome` or `none`; `nil` where a word is no kind.
    package static func kinds(_ text: String) -> Set<Kind>? {
      guard text != "none" else { return [] }
      let words = text.split(separator: ",", omittingEmptySubsequences: false)
      let kinds = words.compactMap { Kind(rawValue: String($0)) }
      return kinds.count == words.count ? Set(kinds) : nil
    }
  }

  package var kind: Kind
  /// The field's name or the place in the body, `$.users[*].id`; empty for other kinds.
  package var place: String
  /// What it was; `nil` where there was none.
  package var before: String?
  /// What it is; `nil` where there is none.
  package var after: String?
  /// Whether the run fails for it.
  package var fails = false

  package init(_ kind: Kind, _ place: String = "", before: String?, after: String?) {
    self.kind = kind
    self.place = place
    self.before = before
    self.after = after
  }
}

extension StepChange: CustomStringConvertible {
  /// As in `status changed from 200 to 500`.
  package var description: String {
    switch kind {
    case .status, .outcome:
      "\(kind.rawValue) changed from \(before ?? "none") to \(after ?? "none")"
    case .type: "media type changed from \(before ?? "none") to \(after ?? "none")"
    case .fields: "field \(shownPlace) \(after == nil ? "is no longer sent" : "is new")"
    case .shape:
      switch (before, after) {
      case (let before?, let after?): "\(shownPlace) changed from \(before) to \(after)"
      case (let before, nil): "\(shownPlace) is no longer there; it was \(before ?? "something")"
      case (nil, let after?): "\(shownPlace) is new: \(after)"
      }
    }
  }

  private var shownPlace: String {
    VisibleText.escape(JSONNode.excerpt(of: place, limit: 200))
  }
}
