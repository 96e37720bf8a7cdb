internal import ArgumentParser

/// `accord select`.
struct SelectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "select",
    abstract: "Print the values that a JSONPath or an XPath selects.",
    usage: """
      accord select [--paths] [--raw] <path> <file> ...
      accord select --xpath <expr> [--namespace <prefix=uri>] ... <file> ...
      """,
    discussion: """
      Every value a line, JSON as the document writes it; of several files with the
      file's name before it:
        accord select '$.users[?@.age >= 18].name' users.json
      With the normalized path of each value and a tab before it:
        accord select --paths '$..price' products.json
      Text without quotes, from standard input:
        curl -s https://api.example.com/cart | accord select --raw '$.id' -
      XML, with namespaces; nodes give their text:
        accord select --xpath '//s:price' --namespace s=urn:shop products.xml
      A condition, for its exit code:
        accord select --xpath 'count(//product) = 3' products.xml

      Exit codes:
        0    every file gave a value (an XPath's false is none)
        1    some file gave none
        64   the path or some file is unusable; other files are printed
      """)

  @Option(help: ArgumentHelp("Select by this XPath 1.0, from XML.", valueName: "expr"))
  var xpath: String?

  @Option(
    name: .customLong("namespace"),
    help: ArgumentHelp("What a prefix in the XPath means. Repeatable.", valueName: "prefix=uri"))
  var namespaces: [String] = []

  @Flag(help: "Print each value's path and a tab before it.")
  var paths = false

  @Flag(
    help: ArgumentHelp(
      """
      Print text as it is: JSON strings without quotes and escapes, control characters of XML \
      without escapes.
      """))
  var raw = false

  @Argument(
    help: ArgumentHelp(
      """
      A JSONPath (RFC 9535), in single quotes because of the shell, and files; with --xpath, files \
      only. - is standard input.
      """, valueName: "path and files"))
  var arguments: [String] = []
}
