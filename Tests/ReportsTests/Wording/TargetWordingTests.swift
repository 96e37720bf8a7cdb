import AccordContract
import AccordEngine
import AccordReports
import Testing

@Suite("What is wrong with targets")
struct TargetWordingTests {
  private static let place = AccordContract.SourceLocation(
    fileID: "specs/Shop.swift", filePath: "/p/specs/Shop.swift", line: 7, column: 5)

  @Test(
    "A message quotes what was written and says what to write",
    arguments: [
      (
        .repeatedID("P › /a", first: place),
        "two targets have the id \"P › /a\", the other stands at specs/Shop.swift:7:5; .named(\"…\") "
          + "tells them apart"
      ),
      (
        .repeatedID("P › /a", first: .unknown),
        "two targets have the id \"P › /a\"; .named(\"…\") tells them apart"
      ),
      (
        .nameInPath("/a/{id}"),
        "the path \"/a/{id}\" has braces, and nothing stands for what is in them: write a path that is "
          + "there; only the path of items has a name in braces"
      ),
      (
        .item("/a", .noName),
        "the path of items \"/a\" has no name in braces, which stands for what tells items apart; "
          + "write as in \"/items/{id}\""
      ),
      (
        .item("/{a}/{b}", .severalNames(["a", "b"])),
        "the path of items \"/{a}/{b}\" has 2 names in braces, and one stands for what tells items "
          + "apart; write as in \"/items/{id}\""
      ),
      (
        .item("/{?a}", .notAName("?a\u{1B}")),
        "the path of items \"/{?a}\" has {?a\\u{1B}}, which is no plain name of letters, digits and "
          + "_; write as in \"/items/{id}\""
      ),
      (
        .item("/{a", .loneBrace("{")),
        "the path of items \"/{a\" has a { without its other half; write as in \"/items/{id}\""
      ),
      (.idleWord(.patches, needed: [.creates]), ".patches says nothing without .creates"),
      (
        .idleWord(.createsByPut, needed: [.creates, .replaces]),
        ".createsByPut says nothing without .creates or .replaces"
      ),
      (.idleWord(.createsByPut, needed: [.item]), ".createsByPut says nothing without item:"),
      (.repeatedWord(".replaces"), ".replaces is said twice of one target; say it once"),
      (
        .origin("https://a/"),
        "\"https://a/\" is no origin as browsers send it: write scheme and host, as in "
          + "https://app.example, in small letters, without a path, with a port only if it is not the "
          + "scheme's own"
      ),
      (
        .unnamedPageParameter,
        "the parameter of .pages has no name; write as in .pages(by: .number(\"page\"))"
      ),
      (
        .mediaType("json"),
        "\"json\" is no media type, such as application/json (RFC 9110 section 8.3.1)"
      ),
    ] as [(TargetProblem, String)])
  func messages(problem: TargetProblem, words: String) {
    let problem = ContractProblem(.conformanceTarget(problem), at: Self.place)
    #expect(Wording().message(problem) == words)
  }

  @Test("A Conformance without a target is told by its name")
  func empty() {
    let problem = ContractProblem(
      .emptyComponent(kind: "Conformance", name: "P"), at: Self.place)
    #expect(Wording().message(problem) == "the Conformance \"P\" has no target in it")
  }
}
