internal import AccordConformance
internal import AccordContract

/// Targets that are held to rules.
extension StepValidator {
  mutating func validate(_ target: ConformanceTarget) {
    let location = target.location
    // The server is one of the others again.
    if case .server = target.kind { return }
    if let name = target.name { reportLostVariables(name, at: location) }
    validate(target.path, at: location)
    if TemplateProblem.forgottenValues(in: target.path) != nil {
      report(.conformanceTarget(.nameInPath(target.path.description)), at: location)
    } else {
      reportUnencoded(target.path, at: location)
    }
    if let authorization = target.authorization { validate(authorization, at: location) }
    if let origin = target.allowedOrigin, !AllowedOrigin.isOrigin(origin) {
      report(.conformanceTarget(.origin(origin)), at: location)
    }
    guard let collection = target.collection else { return }
    if collection.paging?.name.isEmpty == true {
      report(.conformanceTarget(.unnamedPageParameter), at: location)
    }
    validateItem(of: collection, at: location)
    for content in collection.contents {
      validate(content.content, at: location)
      if !content.type.isMediaType {
        report(.conformanceTarget(.mediaType(content.type)), at: location)
      }
    }
    if let name = collection.idempotencyKeyField { validate(name, at: location) }
    if collection.replacements.count > 1 {
      report(.conformanceTarget(.repeatedWord(".replaces")), at: location)
    }
    for (word, needed) in collection.idleWords {
      report(.conformanceTarget(.idleWord(word, needed: needed)), at: location)
    }
  }

  private mutating func validateItem(
    of collection: TargetedCollection, at location: SourceLocation
  ) {
    guard let item = collection.item else { return }
    validate(item, at: location)
    if let problem = ItemTemplate.problem(of: item) {
      report(.conformanceTarget(.item(item.description, problem)), at: location)
    } else {
      reportUnencoded(item, at: location)
    }
  }
}

extension String {
  /// Whether it is a media type with or without parameters (RFC 9110 section 8.3.1).
  package var isMediaType: Bool { MediaType(parsing: Array(utf8)[...]) != nil }
}
