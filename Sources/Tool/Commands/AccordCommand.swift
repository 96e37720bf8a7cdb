internal import AccordDocuments
internal import ArgumentParser

/// `accord`, which does nothing without a command.
struct AccordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accord",
    abstract: "Begin a contract, and work with JSON and XML that needs none.",
    discussion: """
      Write a package to start from:
        accord init shop --accord https://git.example.com/accord --version \(AccordVersion.current)
      Select values of a document:
        accord select '$.users[?@.age >= 18].name' users.json
        accord select --xpath '//product/price' products.xml
      Hold documents to a schema:
        accord validate --schema api.json#/definitions/user user.json
        accord validate --xsd product.xsd products.xml
        accord validate --relaxng product.rng products.xml

      Exit codes:
        0    something was selected; every document holds; the package was written
        1    nothing was selected; a document does not hold
        2    the results could not be written
        64   the command line, a path, a schema or a file is unusable
      """,
    version: AccordVersion.current,
    subcommands: [InitCommand.self, SelectCommand.self, ValidateCommand.self])

  /// What can stand in the first place.
  static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }
}
