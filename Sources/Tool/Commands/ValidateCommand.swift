internal import ArgumentParser

/// `accord validate`.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Hold JSON or XML documents to a schema.",
    usage: """
      accord validate --schema <schema[#/pointer]> [<options>] <file> ...
      accord validate --xsd <xsd> <file> ...
      accord validate --relaxng <rng> <file> ...
      """,
    discussion: """
      Every violation a line, none if all hold:
        accord validate --schema user.json response.json
      A schema inside of a file; a response from standard input:
        curl -s https://api.example.com/users/1 |
          accord validate --schema api.json#/definitions/user -
      Schemas that refer to others, formats as demands, an older draft:
        accord validate --schema order.json --resource common.json \\
          --formats --draft 7 orders/*.json
      XML:
        accord validate --xsd product.xsd products.xml
        accord validate --relaxng product.rng products.xml

      A relative $ref is read from the file that it leads to. Nothing is fetched.

      Exit codes:
        0    every document holds
        1    some document does not, or is not well-formed
        64   the schema or some file is unusable; other files are judged
      """)

  @Option(
    help: ArgumentHelp(
      "A JSON Schema: a file, or a file and a pointer into it.", valueName: "schema"))
  var schema: String?

  @Option(help: ArgumentHelp("An XML Schema (XSD 1.0).", valueName: "xsd"))
  var xsd: String?

  @Option(help: ArgumentHelp("A RELAX NG schema in XML syntax.", valueName: "rng"))
  var relaxng: String?

  @Option(
    help: ArgumentHelp(
      """
      The draft of JSON Schemas without $schema: 4, 6, 7, 2019-09 or 2020-12. (default: 2020-12)
      """))
  var draft: String?

  @Flag(help: "Take format for a demand; it is a remark otherwise.")
  var formats = false

  @Option(
    name: .customLong("resource"),
    help: ArgumentHelp(
      "A JSON file that references lead to, by its $id or its place. Repeatable.",
      valueName: "file"))
  var resources: [String] = []

  @Argument(help: ArgumentHelp("The documents. - is standard input.", valueName: "file"))
  var files: [String] = []
}
