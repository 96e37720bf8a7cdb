internal import AccordConformance
internal import AccordContract
internal import AccordDocuments

/// The targets that options of `accord probe` name.
struct OptionTargets {
  private(set) var targets: [ConformanceTarget] = []

  init(_ options: TargetOptions) throws(ToolProblem) {
    guard options.collections.count < 2 else { throw .severalCollections }
    if let path = options.collection {
      targets.append(
        try Self.target("--collection", path, .collection(try Self.collection(options))))
    } else if let option = options.collectionOption {
      throw .optionWithout(option, needs: "--collection")
    }
    for path in Self.unique(options.documents) {
      targets.append(try Self.target("--document", path, .document))
    }
    let bearer = try options.bearerVariable.map { name throws(ToolProblem) in
      if options.protected.isEmpty {
        throw .optionWithout("--bearer-variable", needs: "--protected")
      }
      return Authorization.bearer(ProbeDraft.secret(name))
    }
    for path in Self.unique(options.protected) {
      var target = try Self.target("--protected", path, .protected)
      target.authorization = bearer
      targets.append(target)
    }
    if let origin = options.origin {
      guard AllowedOrigin.isOrigin(origin) else { throw .origin(origin) }
      let places = targets.indices.filter { place in
        if case .protected = targets[place].kind { false } else { true }
      }
      if places.isEmpty { throw .optionWithout("--origin", needs: "--collection or --document") }
      for place in places { targets[place].allowedOrigin = origin }
    }
    var paths: Set<String> = []
    for target in targets where !paths.insert(target.title).inserted {
      throw .repeatedTarget(target.title)
    }
  }

  /// Each path once: to say twice that it may be read says no more.
  private static func unique(_ paths: [String]) -> [String] {
    var seen: Set<String> = []
    return paths.filter { seen.insert($0).inserted }
  }

  private static func target(
    _ option: String, _ path: String, _ kind: ConformanceTarget.Kind
  ) throws(ToolProblem) -> ConformanceTarget {
    guard path.hasPrefix("/") else { throw .targetPath(path, option: option) }
    return ConformanceTarget(Template(path), kind)
  }

  private static func collection(
    _ options: TargetOptions
  ) throws(ToolProblem) -> TargetedCollection {
    var collection = TargetedCollection()
    if let item = options.item {
      guard item.hasPrefix("/") else { throw .targetPath(item, option: "--item") }
      if let problem = ItemTemplate.problem(of: Template(item)) { throw .item(item, problem) }
      collection.item = Template(item)
    }
    let type = options.sampleType ?? "application/json"
    guard let mediaType = MediaType(parsing: Array(type.utf8)[...]) else {
      throw .sampleType(type)
    }
    func content(_ option: String, _ text: String) throws(ToolProblem) -> TargetContent {
      guard mediaType.isJSON else {
        return TargetContent(.raw(.text(Template(text))), type: type)
      }
      do throws(JSONSyntaxError) {
        let value = JSONValue(try JSONDocument(parsing: text).root)
        return TargetContent(.json(value), type: type)
      } catch {
        throw .content(option: option, error, Array(text.utf8))
      }
    }
    for text in options.samples { collection.samples.append(try content("--sample", text)) }
    if let text = options.replacement {
      collection.replacements = [try content("--replacement", text)]
    }
    for text in options.invalid { collection.rejected.append(try content("--invalid", text)) }
    for patch in options.patches where !collection.patchFormats.contains(patch.format) {
      collection.patchFormats.append(patch.format)
    }
    collection.idempotencyKeyField = options.idempotencyKey.map { FieldName($0) }
    collection.createsByPut = options.putCreates
    collection.needsPrecondition = options.needsPrecondition
    collection.patchedMember = options.patchedMember
    if options.patchedMember != nil, options.patches.isEmpty {
      throw .optionWithout("--patched-member", needs: "--patch")
    }
    switch (options.pageParameter, options.offsetParameter) {
    case (_?, _?): throw .excludingOptions("--page-parameter", "--offset-parameter")
    case (let name?, nil): collection.paging = .number(name)
    case (nil, let name?): collection.paging = .offset(name)
    case (nil, nil): break
    }
    if let (word, needed) = collection.idleWords.first {
      throw .optionWithout(
        word.option, needs: needed.map(\.option).joined(separator: " or "))
    }
    return collection
  }
}

extension TargetOptions.Patch {
  fileprivate var format: PatchFormat { self == .merge ? .merge : .json }
}

extension TargetedCollection.Word {
  /// The option that says it.
  fileprivate var option: String {
    switch self {
    case .item: "--item"
    case .creates: "--sample"
    case .replaces: "--replacement"
    case .rejects: "--invalid"
    case .patches: "--patch"
    case .idempotencyKey: "--idempotency-key"
    case .createsByPut: "--put-creates"
    }
  }
}
