internal import AccordDocuments
internal import ArgumentParser

/// What is probed, said by options: one collection, documents and protected paths.
struct TargetOptions: ParsableArguments {
  @Option(
    name: .customLong("target"),
    help: ArgumentHelp(
      "A file of targets; --target-schema prints what may stand in it. - is standard input.",
      valueName: "file"))
  var file: String?

  @Option(
    name: .customLong("collection"), help: ArgumentHelp("A collection: /items.", valueName: "path"))
  var collections: [String] = []

  @Option(
    help: ArgumentHelp(
      "Where its items are: /items/{id}. Without it only Location says so.", valueName: "template"))
  var item: String?

  @Option(
    name: .customLong("sample"),
    help: ArgumentHelp(
      "Content that makes an item by POST; what was made is changed, and removed at the end. "
        + "Repeatable.", valueName: "content"))
  var samples: [String] = []

  @Option(
    help: ArgumentHelp("What an item may be replaced with by PUT.", valueName: "content"))
  var replacement: String?

  @Option(
    name: .customLong("invalid"),
    help: ArgumentHelp("Content that must be refused. Repeatable.", valueName: "content"))
  var invalid: [String] = []

  @Option(
    help: ArgumentHelp(
      "The media type of these contents. (default: application/json)", valueName: "type"))
  var sampleType: String?

  @Option(
    name: .customLong("patch"),
    help: ArgumentHelp(
      "Items can be patched by JSON Merge Patch or by JSON Patch. Repeatable.",
      valueName: "merge|json"))
  var patches: [Patch] = []

  @Flag(help: "A PUT to the path of no item makes one.")
  var putCreates = false

  @Flag(help: "Writes to an item want If-Match.")
  var needsPrecondition = false

  @Option(
    help: ArgumentHelp(
      "The member that a merge patch may set and remove. (default: one that the samples have)",
      valueName: "name"))
  var patchedMember: String?

  @Option(
    help: ArgumentHelp(
      "The query parameter with the number of the page, counted from 1, where pages do not link to the "
        + "next one.", valueName: "name"))
  var pageParameter: String?

  @Option(
    help: ArgumentHelp(
      "The same where it says how many items stand before the page.", valueName: "name"))
  var offsetParameter: String?

  @Option(
    help: ArgumentHelp(
      "The field by which the API knows that a POST was sent twice.", valueName: "field"))
  var idempotencyKey: String?

  @Option(
    name: .customLong("document"),
    help: ArgumentHelp("A path that may be read. Repeatable.", valueName: "path"))
  var documents: [String] = []

  @Option(
    name: .customLong("protected"),
    help: ArgumentHelp("A path that wants credentials. Repeatable.", valueName: "path"))
  var protected: [String] = []

  @Option(
    help: ArgumentHelp(
      "The environment variable with the bearer token of the protected paths. (default: they have the "
        + "credentials of all of the API)", valueName: "name"))
  var bearerVariable: String?

  @Option(
    help: ArgumentHelp(
      "An origin whose pages may read collection and documents: https://app.example.",
      valueName: "url"))
  var origin: String?

  /// A format of patches.
  enum Patch: String, ExpressibleByArgument, CaseIterable {
    case merge, json
  }

  /// The collection; what else is said is said of it.
  var collection: String? { collections.first }

  /// What speaks of a collection, and was given.
  var collectionOption: String? {
    let given = [
      ("--item", item != nil), ("--sample", !samples.isEmpty),
      ("--replacement", replacement != nil), ("--invalid", !invalid.isEmpty),
      ("--sample-type", sampleType != nil), ("--patch", !patches.isEmpty),
      ("--put-creates", putCreates), ("--needs-precondition", needsPrecondition),
      ("--idempotency-key", idempotencyKey != nil), ("--patched-member", patchedMember != nil),
      ("--page-parameter", pageParameter != nil), ("--offset-parameter", offsetParameter != nil),
    ]
    return given.first(where: \.1)?.0
  }

  /// What says what is probed besides a file, and was given.
  var targetOption: String? {
    if collection != nil { return "--collection" }
    if let collectionOption { return collectionOption }
    if !documents.isEmpty { return "--document" }
    if !protected.isEmpty { return "--protected" }
    if origin != nil { return "--origin" }
    return bearerVariable == nil ? nil : "--bearer-variable"
  }
}
