/// The page's own markup, style and script.
///
/// They are literals and no resources of the package: those would make a folder beside the program,
/// which is one file, and embedded ones are compiled as arrays of octets, which takes seconds.
/// Each file of this folder is a topic, in the order in which they are joined here.
enum HTMLPage {
  static let style = [
    tokens, layout, list, details, tables, print,
  ].joined(separator: "\n")

  static let script =
    "\"use strict\";\nconst columns = [\(quotedColumns)];\n"
    + [
      elements, data, filtering, listing, exchange, opening, coverage, latency, overview, printing,
      keys, start,
    ].joined(separator: "\n")

  private static var quotedColumns: String {
    HTMLStep.columns.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
