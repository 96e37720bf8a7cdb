internal import AccordRuns

/// The page's own markup, style and script.
///
/// They are literals and no resources of the package: those would make a folder beside the program,
/// which is one file, and embedded ones are compiled as arrays of octets, which takes seconds.
/// Each file of this folder is a topic, in the order in which they are joined here.
enum HTMLPage {
  static let style = [
    tokens, layout, list, details, tables, styleOfRules, print,
  ].joined(separator: "\n")

  static let script =
    "\"use strict\";\nconst columns = [\(quotedColumns)];\nconst kinds = {\(quotedKinds)};\n"
    + [
      elements, data, filtering, listing, exchange, opening, coverage, latency, overview, rules,
      printing, keys, start,
    ].joined(separator: "\n")

  /// What may change, by the letters of a row's marks: the name in the data and the word.
  private static var quotedKinds: String {
    HTMLRun.changes.map { "\($0.letter): [\"\($0.kind.rawValue)\", \"\($0.word)\"]" }
      .joined(separator: ", ")
  }

  private static var quotedColumns: String {
    HTMLStep.columns.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
