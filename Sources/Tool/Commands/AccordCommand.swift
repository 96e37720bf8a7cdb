internal import AccordCommandLine
internal import AccordDocuments
internal import ArgumentParser

/// `accord`, which does nothing without a command.
struct AccordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accord",
    abstract: "Begin a contract, and work with JSON, XML and records of runs that needs none.",
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
      Say what is otherwise in a run than in an earlier one:
        accord compare yesterday/run.jsonl today/run.jsonl
      Join the runs of shards into one, which is the gate:
        accord merge shard-1 shard-2 --reports reports
      Hold a live API to the rules of HTTP and REST, with no contract:
        accord probe http://127.0.0.1:8080/products/1
      Say which rules these are, and explain one:
        accord rules http.405.allow

      Exit codes:
        0    something was selected; every document holds; nothing changed for the worse; no MUST is
             broken; the package was written
        1    nothing was selected; a document does not hold; something changed or failed; a MUST is broken
        2    the results could not be written; shards are not one run; somewhere there was no verdict
        64   the command line, a path, a schema or a file is unusable
      """,
    version: AccordVersion.current,
    subcommands: [
      InitCommand.self, SelectCommand.self, ValidateCommand.self, CompareCommand.self,
      MergeCommand.self, ProbeCommand.self, RulesCommand.self,
    ])

  /// What can stand in the first place.
  static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }
}
