package import AccordContract
internal import AccordDocuments
internal import AccordEngine

/// What is wrong with a target that is held to rules: exit code 64.
extension Wording {
  func message(_ problem: TargetProblem, place: (SourceLocation) -> String) -> String {
    switch problem {
    case .repeatedID(let id, let first):
      "two targets have the id \(written(id))"
        + (first == .unknown ? "" : ", the other stands at \(place(first))")
        + "; .named(\"…\") tells them apart"
    case .nameInPath(let path):
      "the path \(written(path)) has braces, and nothing stands for what is in them: write a path that is "
        + "there; only the path of items has a name in braces"
    case .item(let path, let problem):
      "the path of items \(written(path)) \(Self.message(problem)); write as in \"/items/{id}\""
    case .idleWord(let word, let needed):
      "\(Self.word(word)) says nothing without \(needed.map(Self.word).joined(separator: " or "))"
    case .repeatedWord(let word): "\(word) is said twice of one target; say it once"
    case .origin(let text):
      "\(written(text)) is no origin as browsers send it: write scheme and host, as in https://app.example, "
        + "in small letters, without a path, with a port only if it is not the scheme's own"
    case .unnamedPageParameter:
      "the parameter of .pages has no name; write as in .pages(by: .number(\"page\"))"
    case .mediaType(let text):
      "\(written(text)) is no media type, such as application/json (RFC 9110 section 8.3.1)"
    }
  }

  /// A word as the language has it.
  private static func word(_ word: TargetedCollection.Word) -> String {
    switch word {
    case .item: "item:"
    case .creates: ".creates"
    case .replaces: ".replaces"
    case .rejects: ".rejects"
    case .patches: ".patches"
    case .idempotencyKey: ".idempotencyKey"
    case .createsByPut: ".createsByPut"
    }
  }

  /// What is wrong with the path of items, as what follows its name.
  package static func message(_ problem: ItemTemplate.Problem) -> String {
    switch problem {
    case .noName: "has no name in braces, which stands for what tells items apart"
    case .severalNames(let names):
      "has \(names.count) names in braces, and one stands for what tells items apart"
    case .notAName(let text):
      "has {\(VisibleText.escape(text))}, which is no plain name of letters, digits and _"
    case .loneBrace(let brace): "has a \(brace) without its other half"
    }
  }
}
